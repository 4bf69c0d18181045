import type { Gazetteer, Mention } from '../../entity/types.ts'
import type { Atlas } from '../atlas-types.ts'
import { hasCue } from '../evidence/cue-pattern.ts'
import { foldPattern, foldSentence } from '../evidence/fold-sentence.ts'
import { type PlaceCue, placeCues } from '../evidence/place-cues.ts'
import { findQuantities } from '../evidence/quantities.ts'
import { quoteSpan } from '../evidence/quote-span.ts'
import { checkCapacity } from './check-capacity.ts'
import { checkCarbon, checkRenewable } from './check-carbon.ts'
import { checkComparison } from './check-comparison.ts'
import { checkCompute } from './check-compute.ts'
import { checkLatency } from './check-latency.ts'
import { checkName, patternOf } from './check-name.ts'
import { checkPower } from './check-power.ts'
import { checkPrice } from './check-price.ts'
import { checkRank } from './check-rank.ts'
import type { ClaimCheck } from './claim-sentence.ts'
import { isAsserted } from './is-asserted.ts'
import { heedTime } from './of-another-time.ts'
import type { ClaimReading } from './types.ts'

export interface ClaimRules {
  readonly gazetteer: Pick<Gazetteer, 'entity' | 'displayName'>
  readonly atlas: Atlas
}

export interface QuotedClaim {
  readonly reading: ClaimReading
  readonly quote: { readonly start: number; readonly end: number }
}

const CHECKS: readonly ClaimCheck[] = [
  checkLatency,
  checkRenewable,
  checkCarbon,
  checkPrice,
  checkComparison,
  checkCapacity,
  checkRank,
  checkPower,
  checkCompute,
  checkName,
]
/** Words that refer to the place of the sentence before. */
const SAME_PLACE = foldPattern(/\b(?:the city(?:'s)?|its)\b|該市|该市|當地|当地|同市|현지/u)
const AHEAD = foldPattern(
  /\b(?:will|would|plans?|planned|aims?|targets?|by 20[3-9]\d|to (?:be|reach|become|build)|should|due)\b|計劃|计划|將(?!軍)|将(?!军)|目標|目标|予定|計画|目指/u,
)
/** Cheap first filter: numbers, comparisons and the few words of checkable statements. Most sentences have none. */
const MAY_CLAIM =
  /\d|[一二三四五六七八九十]成|than|est\b|abundan|ample|surplus|deficit|short|lack|lean|favou?r|point|ahead|lead|[低高]|最|短缺|缺|不足|充|丰富|豊富|余裕|より/u

/**
 * Finds the checkable statements of a sentence about hubs, each with its verdict.
 *
 * @param mentions in the sentence, with positions relative to its start
 * @param before mentions in the nearest earlier sentence of the same paragraph that has any
 * @param date of the text, if known
 */
export function readClaims(
  sentence: string,
  mentions: readonly Mention[],
  before: readonly Mention[],
  rules: ClaimRules,
  date?: string,
): readonly QuotedClaim[] {
  const folded = foldSentence(sentence)
  const { gazetteer, atlas } = rules
  if (!MAY_CLAIM.test(folded) && !atlas.formerNames.some((each) => hasCue(patternOf(each), folded))) return []
  let places = placeCues(sentence, folded, mentions, gazetteer)
  if (places.length === 0 && SAME_PLACE.test(folded)) places = carried(before, gazetteer)
  const ends = mentions.flatMap(({ entityId, start }) => {
    const hub = gazetteer.entity(entityId)?.hub
    return hub === undefined ? [] : [{ hub, start }]
  })
  if (places.length === 0 && ends.length === 0) return []
  const isAhead = AHEAD.test(folded)
  const prepared = {
    sentence,
    folded,
    places,
    ends,
    quantities: findQuantities(sentence),
    isAhead,
    mentions,
    gazetteer,
    atlas,
  }
  const quote = quoteSpan(sentence, 0, sentence.length)
  const readings = CHECKS.flatMap((check) => check(prepared)).filter((reading) => isAsserted(reading, prepared))
  return readings.map((reading) => ({
    reading: heedTime(reading, folded, date),
    quote,
  }))
}

/** Returns the only hub that the sentence before names, for one that says "the city"; empty if it names several. */
function carried(before: readonly Mention[], gazetteer: ClaimRules['gazetteer']): readonly PlaceCue[] {
  const hubs = new Set<string>()
  for (const { entityId } of before) {
    const hub = gazetteer.entity(entityId)?.hub
    if (hub !== undefined) hubs.add(hub)
  }
  const [hub] = hubs
  return hub !== undefined && hubs.size === 1 ? [{ hub, start: 0, end: 0, type: 'place' }] : []
}
