import { foldPattern } from '../evidence/fold-sentence.ts'
import { statusOf } from '../evidence/status-cues.ts'
import type { ClaimCheck } from './claim-sentence.ts'
import { observationFigure } from './figures.ts'

/** Phrases for all of a city's data centres, not one of them. */
const WHOLE = foldPattern(
  /\b(?:data cent(?:re|er) capacity|of data cent(?:re|er)s|capacity of data cent(?:re|er)s)\b|(?:數據中心|数据中心|資料中心)(?:的)?(?:總)?容量|メガワットのデータセンターが稼働|データセンター容量/u,
)
const NEAR = 0.2
/** Editions and definitions differ by less: for one year, two sources give 1,260 and 1,300 MW for different areas. */
const FAR_FACTOR = 5

/** Checks "A has 1,050 MW of data centre capacity": capacity in service, for the whole city. */
export const checkCapacity: ClaimCheck = ({ folded, quantities, places, atlas, isAhead }) => {
  const power = quantities.find(({ unit }) => unit === 'MW')
  const place = places.find(({ type }) => type === 'place')
  const status = statusOf(folded)
  if (isAhead || !power || !place || !WHOLE.test(folded) || (status !== 'operating' && status !== 'none')) return []
  const known = atlas.observations(place.hub, 'datacentre-operating')
  if (known.length === 0) return []
  const values = known.map(({ value }) => value)
  const claim = {
    hub: place.hub,
    indicator: 'datacentre-operating',
    value: power.value,
    unit: 'MW',
    evidence: known.map((each) => observationFigure(each, atlas)),
  }
  const params = { lo: Math.min(...values), hi: Math.max(...values) }
  if (power.value >= params.lo * (1 - NEAR) && power.value <= params.hi * (1 + NEAR)) {
    return [{ ...claim, verdict: 'supported', reason: { key: 'within', params } }]
  }
  if (power.value > params.hi * FAR_FACTOR) {
    return [{ ...claim, verdict: 'contradicted', reason: { key: 'outside', params } }]
  }
  // Less than the total may be one operator's share, which cannot be judged.
  if (power.value < params.lo) return []
  return [{ ...claim, verdict: 'depends', reason: { key: 'editions', params } }]
}
