import { foldPattern } from '../evidence/fold-sentence.ts'
import type { Hub } from '../types.ts'
import type { ClaimCheck, ClaimSentence } from './claim-sentence.ts'
import { observationFigure, readingFigure } from './figures.ts'
import type { ClaimReading } from './types.ts'

const SHORT = foldPattern(
  /\b(?:energy|electricity|power) (?:deficits?|shortages?|shortfalls?)|short of (?:electricity|power)|lacks? (?:electricity|power|energy)\b|(?:電力|电力)(?:短缺|缺口|不足)|缺電|缺电|電力不足/u,
)
const PLENTY = foldPattern(
  /\b(?:abundan(?:t|ce of)|ample|plentiful|surplus) (?:\w+ )?(?:energy|electricity|power)\b|(?:電力|电力|能源)(?:資源)?(?:充裕|充足|豐富|丰富)|電力(?:が|に)(?:豊富|余裕)/u,
)
const TODAY = foldPattern(/\b(?:could|would|may|if|risks?|fears?|solve|avoid)\b|避免|如果|恐|おそれ/u)
/** Thresholds on the power headroom rubric: 1 is gated or in deficit, 3 is open. */
const GATED = 1.5
const OPEN = 2.5

/** Checks "energy deficits in A" and "abundant energy in B" against the coded power headroom. */
export const checkPower: ClaimCheck = (sentence) => {
  const { folded, places, isAhead } = sentence
  const match = SHORT.exec(folded) ?? PLENTY.exec(folded)
  if (!match || places.length === 0 || isAhead || TODAY.test(folded)) return []
  const isShort = SHORT.test(folded)
  const nearest = [...places].sort((a, b) => Math.abs(a.start - match.index) - Math.abs(b.start - match.index))[0]!
  const hub = sentence.atlas.hub(nearest.hub)
  if (!hub) return []
  return hub.isRegion ? ofRegion(hub, isShort, sentence) : ofHub(hub, isShort, sentence)
}

function ofHub(hub: Hub, isShort: boolean, { atlas }: ClaimSentence): readonly ClaimReading[] {
  const reading = atlas.reading(hub.id, 'power')
  const claim = { hub: hub.id, indicator: 'power', evidence: reading ? [readingFigure(reading, atlas)] : [] }
  if (!reading) return [{ ...claim, verdict: 'uncheckable', reason: { key: 'noFigure', params: {} } }]
  if (reading.observation.method === 'claimed') {
    return [{ ...claim, verdict: 'uncheckable', reason: { key: 'claimedOnly', params: {} } }]
  }
  const params = { value: reading.observation.value }
  const agrees = isShort ? reading.hi <= GATED : reading.lo >= OPEN
  const differs = isShort ? reading.lo >= OPEN : reading.hi <= GATED
  if (agrees) return [{ ...claim, verdict: 'supported', reason: { key: 'coded', params } }]
  // A code is one person's judgement: it can support a claim or leave it open, but never contradict it.
  return [{ ...claim, verdict: 'depends', reason: { key: differs ? 'codedOther' : 'coded', params } }]
}

/** Checks a region by the members named, else by all. It is supported only if every value agrees and none is merely claimed. */
function ofRegion(region: Hub, isShort: boolean, { atlas, places }: ClaimSentence): readonly ClaimReading[] {
  const named = places.map(({ hub }) => hub).filter((hub) => region.members.includes(hub))
  const ids = [...new Set(named.length > 0 ? named : region.members)]
  const around = new Set(region.members.flatMap((id) => narrowestAround(atlas.hub(id), region)))
  const near = atlas.hubs
    .filter(({ id, parents }) => !ids.includes(id) && parents.some((parent) => around.has(parent)))
    .map(({ id }) => id)
  const readings = ids.map((id) => atlas.reading(id, 'power')).filter((each) => each !== undefined)
  const known = readings.filter(({ observation }) => observation.method !== 'claimed')
  const evidence = [...ids, ...near]
    .flatMap((id) => atlas.observations(id, 'power').slice(0, 1))
    .map((each) => observationFigure(each, atlas))
  const claim = { hub: region.id, indicator: 'power', evidence }
  const agree = known.filter((each) => (isShort ? each.hi <= GATED : each.lo >= OPEN))
  if (known.length > 0 && agree.length === known.length && known.length === readings.length) {
    return [{ ...claim, verdict: 'supported', reason: { key: 'codedPlaces', params: {} } }]
  }
  return [{ ...claim, verdict: 'uncheckable', reason: { key: 'claimedOnly', params: {} } }]
}

/** Returns the province or state of a member: its narrowest area other than the region itself. */
function narrowestAround(hub: Hub | undefined, region: Hub): readonly string[] {
  return hub?.parents.filter((id) => id !== region.id).slice(0, 1) ?? []
}
