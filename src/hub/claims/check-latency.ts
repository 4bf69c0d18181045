import type { RoundTrip } from '../atlas-types.ts'
import { foldPattern } from '../evidence/fold-sentence.ts'
import type { FoundQuantity } from '../evidence/quantities.ts'
import type { Hub } from '../types.ts'
import type { ClaimCheck, ClaimSentence } from './claim-sentence.ts'
import { type FarEnd, farEnds } from './far-ends.ts'
import { floorFigure, round, tripFigure } from './figures.ts'
import type { ClaimReading, Verdict, VerdictReason } from './types.ts'

const LATENCY = foldPattern(
  /\b(?:latenc(?:y|ies)|delays?|round[- ]trips?|rtt|ping(?:s|ed)?|(?:ms|milliseconds) (?:apart|away)|one[- ]way|packets|reaches|connects to|\d+ ?(?:ms|milliseconds) (?:to|from|between))\b|延遲|延迟|時延|时延|往返|遅延|往復|レイテンシ|지연/u,
)
const ONE_WAY = foldPattern(/\bone[- ]way\b|單程|单程|单向|片道|편도/u)
const ROUND_TRIP = foldPattern(/\bround[- ]trips?\b|\brtt\b|and back\b|往返|往復|왕복/u)
/** The number is a difference or the response time of a model or machine, not the latency of a link. */
const NO_LINK = foldPattern(
  /\b(?:shaves?|saves?|cuts?|reduc\w+|(?<!or )less(?! than \d)|shorter|faster|quicker|improv\w+|model|chip|inference|answers?|response|token|speech)\b|縮短|缩短|減少|减少|降低了|短縮|模型|推理|応答|モデル|모델/u,
)
const AT_MOST = foldPattern(
  /(?:under|below|less than|within|at most|up to|no more than|sub)[ -]?$|(?:不到|低於|低于|少於|少于|不超过)$/u,
)
const AT_MOST_AFTER = foldPattern(/^(?:以[内下]|未満|或以下| or less)/u)
/** Links that bypass ordinary fibre: through air or space, light is half as fast again. */
const NO_FIBRE = foldPattern(
  /\b(?:satellites?|starlink|low[- ]earth|leo|microwave|laser|radio|hollow[- ]core|free[- ]space)\b|衛星|卫星|星鏈|星链|微波|激光|空芯|スターリンク|レーザー|中空/u,
)
/** A delay inside a machine or place, or of each of several, not of a link between two. */
const INSIDE = foldPattern(
  /\b(?:processing|jitter|storage|disks?|memory|cache|quer(?:y|ies)|switch(?:es|ing)?|clocks?|frames?|display|each|respectively|both|per hop|within|inside|local(?:ly)?|edge|5g|wi-?fi|last[- ]mile|trading engine|matching)\b|各自|分別|分别|兩地均|两地均|內部|内部|それぞれ|処理遅延|抖動|抖动|邊緣|边缘|エッジ/u,
)
/** Words for a link whose far end is not named. */
const NETWORK = foldPattern(
  /\b(?:network|connections?|links?|connectivity|partners?|regions?|carrier)\b|網絡|网络|連接|连接|接続|回線/u,
)

/** Tolerance for the extent of cities, as a round trip: 1 ms is some 100 km. */
const EXTENT_MS = 1
/** Tolerance of the floor, which treats the Earth as a sphere. */
const FLOOR_SHARE = 0.98
/** Factors on the ends of the measured interval within which a claim agrees: routes and hours differ by as much. */
const BELOW_MEASURED = 0.9
const ABOVE_MEASURED = 1.2

/** Checks "50 ms from A to B": first against light in fibre, then against the measurement or estimate. */
export const checkLatency: ClaimCheck = (sentence) => {
  const { folded, quantities } = sentence
  const ms = quantities.filter(({ unit }) => unit === 'ms')
  if (ms.length !== 1 || !LATENCY.test(folded) || NO_LINK.test(folded)) return []
  if (NO_FIBRE.test(folded) || INSIDE.test(folded)) return []
  const [quantity] = ms as [FoundQuantity]
  const ends = endsOf(sentence)
  if (!ends.from) return []
  if (!ends.to) {
    if (!NETWORK.test(folded)) return []
    return [claim(ends.from, quantity, 'uncheckable', { key: 'unknownEnd', params: {} }, [])]
  }
  return [judge(sentence, ends.from, ends.to, quantity)]
}

/** Returns the first hub named and the far end: another hub, a city or a market. No far end if several other hubs are named. */
function endsOf({ ends, places, folded, atlas }: ClaimSentence): { from?: Hub; to?: FarEnd } {
  const hubs = [...ends, ...places].filter(({ hub }) => atlas.hub(hub)?.isRegion === false)
  const first = hubs[0]
  const from = first && atlas.hub(first.hub)
  if (!from) return {}
  const others = hubs.filter(({ hub }) => hub !== from.id)
  const far = farEnds(folded, atlas).filter(({ points }) => points.some(({ id }) => id !== from.id))
  const other = others[0] && atlas.hub(others[0].hub)
  if (!other) return { from, to: far[0] }
  if (new Set(others.map(({ hub }) => hub)).size > 1) return { from }
  return { from, to: { id: other.id, start: others[0]!.start, isRegion: false, points: [{ ...other, via: [] }] } }
}

interface Link {
  readonly id: string
  readonly trip: RoundTrip
}

function judge(sentence: ClaimSentence, from: Hub, to: FarEnd, quantity: FoundQuantity): ClaimReading {
  const { folded, atlas } = sentence
  const isOneWay = ONE_WAY.test(folded)
  const roundTripMs = isOneWay ? quantity.value * 2 : quantity.value
  const links: Link[] = to.points
    .filter(({ id }) => id !== from.id)
    .map((point) => ({ id: point.id, trip: atlas.roundTrip(from, point) }))
    .sort((a, b) => a.trip.floorMs - b.trip.floorMs)
  const nearest = links[0]!
  const figures = links.flatMap(({ id, trip }) => [
    floorFigure(from.id, id, trip),
    tripFigure(from.id, id, trip, atlas),
  ])
  const say = (verdict: Verdict, key: string, params: VerdictReason['params'] = {}) =>
    claim(from, quantity, verdict, { key, params }, figures)
  const bound = boundMs(nearest)
  if (roundTripMs < bound) {
    const params = { to: nearest.id, floor: round(nearest.trip.floorMs) }
    const canBeOneWay = !isOneWay && quantity.value * 2 >= bound
    return say('impossible', canBeOneWay ? 'oneWayOnly' : 'tooFast', params)
  }
  const tooFar = links.filter((link) => roundTripMs < boundMs(link))
  if (tooFar.length > 0) {
    const near = links.filter((link) => !tooFar.includes(link)).map(({ id }) => id)
    const isDelta = near.every((id) => atlas.hub(id)?.parents.includes('gba'))
    return isDelta ? say('depends', 'onlyDelta') : say('depends', 'onlyNear', { near: near.join(' ') })
  }
  return judgeMeasured(links, roundTripMs, isAtMost(folded, quantity), say, ROUND_TRIP.test(folded))
}

type Say = (verdict: Verdict, key: string, params?: VerdictReason['params']) => ClaimReading

function judgeMeasured(
  links: readonly Link[],
  ms: number,
  isBound: boolean,
  say: Say,
  saysBothWays: boolean,
): ClaimReading {
  const trips = links.map(({ trip }) => trip)
  const lo = Math.min(...trips.map((trip) => trip.lo))
  const hi = Math.max(...trips.map((trip) => trip.hi))
  const params = { lo: round(lo), hi: round(hi) }
  if (!trips.some(({ method }) => method === 'measured')) return say('plausible', 'notMeasured', params)
  const isReached = isBound ? ms >= lo : ms >= lo * BELOW_MEASURED && ms <= hi * ABOVE_MEASURED
  if (isReached) return say('supported', 'measured', params)
  if (ms > hi) return say('depends', saysBothWays ? 'slower' : 'slowerOrOther', params)
  return say('plausible', 'belowMeasured', params)
}

/** Returns the shortest possible round trip over the link in ms, wherever in the two cities its ends are. */
function boundMs({ trip }: Link): number {
  return trip.floorMs * FLOOR_SHARE - EXTENT_MS
}

function isAtMost(folded: string, { start, end }: FoundQuantity): boolean {
  return AT_MOST.test(folded.slice(Math.max(0, start - 14), start)) || AT_MOST_AFTER.test(folded.slice(end, end + 10))
}

function claim(
  hub: Hub,
  { value, unit }: FoundQuantity,
  verdict: Verdict,
  reason: VerdictReason,
  evidence: ClaimReading['evidence'],
): ClaimReading {
  return { hub: hub.id, indicator: 'latency', value, unit, verdict, reason, evidence }
}
