import type { Atlas } from '../atlas-types.ts'
import { hasCue, wordsPattern } from '../evidence/cue-pattern.ts'
import { foldPattern } from '../evidence/fold-sentence.ts'
import { statusOf } from '../evidence/status-cues.ts'
import type { ClaimCheck, ClaimSentence } from './claim-sentence.ts'
import { observationFigure, readingFigure } from './figures.ts'
import type { ClaimReading } from './types.ts'

const MACHINES = foldPattern(
  /\b(?:gpu clusters?|supercomputers?|high[- ]performance computing|hpc|computing power)\b|超算|超級電腦|超级计算机|算力|GPUクラスター|スーパーコンピュ|スパコン/u,
)
/** Words that put one place above others without a number. */
const ABOVE = foldPattern(
  /\b(?:lean(?:s)? towards?|point(?:s)? to|favou?rs?|ahead of|leads? (?:asia|the region)|more (?:supercomputers?|gpus)|largest|most powerful|strongest)\b|領先|领先|最強|最强|亞洲最大|亚洲最大|アジア最大|最強/u,
)
/**
 * Checks compute in service. Comparisons are checked against public counts. A figure in PFLOPS can only match a reported one,
 * because the precision is unstated.
 */
export const checkCompute: ClaimCheck = (sentence) => {
  const { folded, places, quantities, isAhead } = sentence
  const place = places[0]
  if (isAhead || !place || (!MACHINES.test(folded) && !quantities.some(({ unit }) => unit === 'PFLOPS'))) return []
  if (ABOVE.test(folded)) return compare(sentence, place.hub)
  const flops = quantities.find(({ unit }) => unit === 'PFLOPS')
  const status = statusOf(folded)
  if (!flops || (status !== 'operating' && status !== 'none')) return []
  const known = sentence.atlas.observations(place.hub, 'ai-compute')
  const evidence = known.map((each) => observationFigure(each, sentence.atlas))
  const claim = { hub: place.hub, indicator: 'ai-compute', value: flops.value, unit: 'PFLOPS', evidence }
  const running = known.find(({ method }) => method !== 'forecast')
  if (running?.value === flops.value)
    return [{ ...claim, verdict: 'supported', reason: { key: 'sameReported', params: {} } }]
  return [{ ...claim, verdict: 'uncheckable', reason: { key: 'precision', params: {} } }]
}

function compare({ atlas, folded }: ClaimSentence, hub: string): readonly ClaimReading[] {
  const reading = atlas.reading(hub, 'compute')
  if (!reading) return []
  const own = atlas.hub(hub)?.jurisdiction
  const countries = countriesIn(folded, atlas).filter((id) => id !== own)
  const others = atlas.hubs.filter(({ id }) => id !== hub)
  const rivals = (
    countries.length > 0 ? others.filter(({ jurisdiction }) => countries.includes(jurisdiction ?? '')) : others
  ).map(({ id }) => id)
  const readings = rivals.map((id) => atlas.reading(id, 'compute')).filter((each) => each !== undefined)
  const above = readings
    .filter((each) => each.lo >= reading.hi)
    .sort((a, b) => b.observation.value - a.observation.value)
  const counts = [hub, ...above.slice(0, 1).map(({ observation }) => observation.hub)].flatMap((id) =>
    ['top500-systems', 'known-gpus'].flatMap((indicator) => atlas.observations(id, indicator).slice(0, 1)),
  )
  const evidence = [reading, ...above.slice(0, 1)].map((each) => readingFigure(each, atlas))
  const all = [...counts.map((each) => observationFigure(each, atlas)), ...evidence]
  const claim = { hub, indicator: 'compute', evidence: all }
  if (above.length > 0) {
    const params = { other: above[0]!.observation.hub }
    return [{ ...claim, verdict: 'contradicted', reason: { key: 'openCounts', params: { ...params, place: hub } } }]
  }
  const isAbove = readings.length > 0 && readings.every((each) => each.hi <= reading.lo)
  return [
    isAbove
      ? { ...claim, verdict: 'supported', reason: { key: 'openCountsAgree', params: {} } }
      : { ...claim, verdict: 'depends', reason: { key: 'countsMeet', params: {} } },
  ]
}

/** Returns the jurisdictions that a sentence names, whose hubs are then the rivals. */
function countriesIn(folded: string, atlas: Atlas): readonly string[] {
  return atlas.areas
    .filter(({ kind }) => kind === 'jurisdiction')
    .filter(({ names, nicknames }) =>
      hasCue(wordsPattern([...Object.values(names), ...Object.values(nicknames)].flat()), folded),
    )
    .map(({ id }) => id)
}
