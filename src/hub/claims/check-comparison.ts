import type { Atlas, Reading } from '../atlas-types.ts'
import { foldPattern, foldSentence } from '../evidence/fold-sentence.ts'
import type { ClaimCheck, ClaimSentence } from './claim-sentence.ts'
import { readingFigure } from './figures.ts'
import type { ClaimReading } from './types.ts'

/** A kind of comparison: the indicator, words that name it, and words for its lower, higher and lowest values. */
interface Compared {
  readonly indicator: string
  readonly subject: RegExp
  readonly lower: RegExp
  readonly higher: RegExp
  readonly lowest: RegExp
}

const COMPARED: readonly Compared[] = [
  {
    indicator: 'carbon',
    subject: foldPattern(/\b(?:grid|carbon|emissions?|co2)\b|電網|电网|碳|排放|排出|電力網/u),
    lower: foldPattern(
      /\b(?:cleaner|greener|lower (?:grid )?(?:carbon|emissions?))\b.*\bthan\b|(?:低於|低于|比.*(?:乾淨|干净|低)|より(?:排出係数が)?(?:低|クリーン))/u,
    ),
    higher: foldPattern(/\b(?:dirtier|higher (?:carbon|emissions?))\b.*\bthan\b|(?:高於|高于|より.*高い)/u),
    lowest: foldPattern(
      /\b(?:cleanest|greenest|lowest[- ]carbon|lowest carbon intensity)\b|最低|最乾淨|最干净|最もクリーン|最も低/u,
    ),
  },
  {
    indicator: 'price',
    subject: foldPattern(/\b(?:electricity|power|tariffs?)\b|電價|电价|電気料金/u),
    lower: foldPattern(/\b(?:cheaper|lower)\b.*\bthan\b|低於|低于|より(?:安|低)/u),
    higher: foldPattern(/\b(?:dearer|more expensive|costs more|higher)\b.*\bthan\b|高於|高于|より高/u),
    lowest: foldPattern(/\b(?:cheapest|lowest)\b|最低|最便宜|最も(?:安|低)|最安/u),
  },
]
const ASIA = foldPattern(/\b(?:asia|apac|asia[- ]pacific|world|region's)\b|亞洲|亚洲|亞太|亚太|全球|アジア|世界/u)
/** Values obtained by these methods can support a comparison but never contradict one. */
const WEAK = new Set(['assumed', 'claimed', 'derived', 'inherited', 'estimated'])

/** Checks "A is cleaner than B" and "the cheapest electricity in Guangdong". Overlapping intervals leave the claim open. */
export const checkComparison: ClaimCheck = (sentence) => {
  const { folded, places, quantities, isAhead } = sentence
  const hubs = [...new Set(places.map(({ hub }) => hub))]
  const first = hubs[0]
  if (isAhead || first === undefined) return []
  for (const compared of COMPARED) {
    if (!compared.subject.test(folded)) continue
    if (hubs.length === 2) {
      const isLower = compared.lower.test(folded)
      if (isLower || compared.higher.test(folded)) return pair(sentence, compared.indicator, hubs, isLower)
    }
    if (compared.lowest.test(folded) && quantities.length === 0) return extreme(sentence, compared.indicator, first)
  }
  return []
}

function pair(
  { atlas }: ClaimSentence,
  indicator: string,
  hubs: readonly string[],
  isLower: boolean,
): readonly ClaimReading[] {
  const [one, other] = hubs.map((hub) => atlas.reading(hub, indicator))
  const claim = { hub: hubs[0]!, indicator, evidence: figuresOf([one, other], atlas) }
  if (!one || !other) return [{ ...claim, verdict: 'uncheckable', reason: { key: 'noFigure', params: {} } }]
  const [low, high] = isLower ? [one, other] : [other, one]
  const params = { other: hubs[1]! }
  if (low.hi <= high.lo) return [{ ...claim, verdict: 'supported', reason: { key: 'order', params } }]
  if (low.lo >= high.hi && !isWeak(one) && !isWeak(other)) {
    return [{ ...claim, verdict: 'contradicted', reason: { key: 'otherOrder', params } }]
  }
  return [{ ...claim, verdict: 'depends', reason: { key: 'sourcesMeet', params } }]
}

function extreme({ atlas, folded }: ClaimSentence, indicator: string, hub: string): readonly ClaimReading[] {
  const own = atlas.reading(hub, indicator)
  const among = rivals(folded, hub, atlas)
  if (!own || !among) return []
  const readings = among.map((id) => atlas.reading(id, indicator)).filter((each) => each !== undefined)
  const claim = { hub, indicator }
  const better = readings.filter((each) => each.hi <= own.lo && !isWeak(each))
  if (better.length > 0) {
    const evidence = figuresOf([own, ...better.slice(0, 3)], atlas)
    const params = { other: better[0]!.observation.hub }
    return [{ ...claim, verdict: 'contradicted', reason: { key: 'notExtreme', params }, evidence }]
  }
  const evidence = figuresOf([own, ...readings.slice(0, 3)], atlas)
  if (readings.length === 0)
    return [{ ...claim, verdict: 'uncheckable', reason: { key: 'noFigure', params: {} }, evidence }]
  const isLowest = readings.every((each) => own.observation.value < each.observation.value)
  const key = readings.every((each) => own.hi < each.lo) ? 'lowestApart' : 'lowestKnown'
  return [
    isLowest
      ? { ...claim, verdict: 'plausible', reason: { key, params: { count: readings.length } }, evidence }
      : {
          ...claim,
          verdict: 'depends',
          reason: { key: 'sourcesMeet', params: { other: readings[0]!.observation.hub } },
          evidence,
        },
  ]
}

/**
 * Returns the hubs that a superlative compares with: all others for Asia or the world, else those in the named area of the hub.
 * Undefined if the sentence names no such area.
 */
function rivals(folded: string, hub: string, atlas: Atlas): readonly string[] | undefined {
  const others = atlas.hubs.filter(({ id, isRegion }) => id !== hub && !isRegion)
  if (ASIA.test(folded)) return others.map(({ id }) => id)
  const area = atlas.hub(hub)?.parents.find((id) =>
    Object.values(atlas.area(id)?.names ?? {})
      .flat()
      .some((name) => folded.includes(foldSentence(name))),
  )
  return area === undefined ? undefined : others.filter(({ parents }) => parents.includes(area)).map(({ id }) => id)
}

function isWeak({ observation }: Reading): boolean {
  return WEAK.has(observation.method)
}

function figuresOf(readings: readonly (Reading | undefined)[], atlas: Atlas) {
  return readings.filter((each) => each !== undefined).map((each) => readingFigure(each, atlas))
}
