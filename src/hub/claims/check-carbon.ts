import { foldPattern } from '../evidence/fold-sentence.ts'
import type { ClaimCheck } from './claim-sentence.ts'
import { readingFigure, round } from './figures.ts'
import type { ClaimReading } from './types.ts'

const RENEWABLE = foldPattern(
  /\b(?:renewables?|green (?:power|electricity|energy))\b|可再生能源|綠電|绿电|綠色電力|绿色电力|再生可能エネルギー|再エネ|재생에너지/u,
)
const CARBON_FREE = foldPattern(
  /\b(?:carbon[- ]free|zero[- ]carbon|nuclear)\b|零碳|無碳|无碳|核電|核电|脱炭素|原発|무탄소/u,
)
/** Facilities: their share is what they buy by contract, not the grid's mix. */
const FACILITIES = foldPattern(
  /\b(?:data cent(?:re|er)s?|facilit(?:y|ies)|campus(?:es)?|operators?|centres|buildings|offices?|tenants?)\b|數據中心|数据中心|資料中心|設施|设施|園區|园区|データセンター|施設|데이터센터/u,
)
const GRID = foldPattern(
  /\b(?:grid|its (?:electricity|power)|of (?:the )?(?:city's )?(?:electricity|power)|power mix|electricity mix)\b|電網|电网|電力來自|电力来自|用電來自|電力網|系統電力|電源構成|전력망/u,
)

/** Percentage points outside the interval up to which a share still agrees. */
const AGREES = 6
/** Percentage points above the widest interval beyond which a share is contradicted: years and sources differ by less. */
const CONTRADICTS = 20
/** The same for grams, as fractions of the interval's ends. */
const NEAR = 0.1
const FAR = 0.3

/** Checks "100 % renewable": a claim about the grid is compared with figures; one about facilities is about contracts. */
export const checkRenewable: ClaimCheck = ({ folded, quantities, places, atlas, isAhead }) => {
  const share = quantities.find(({ unit }) => unit === '%')
  const isRenewable = RENEWABLE.test(folded)
  const place = places[0]
  if (isAhead || !share || !place || (!isRenewable && !CARBON_FREE.test(folded)) || share.value > 100) return []
  const isFacilities = FACILITIES.test(folded)
  const isGrid = GRID.test(folded)
  if (isFacilities === isGrid && !/\bruns? on\b/u.test(folded)) return []
  const reading = atlas.reading(place.hub, isRenewable ? 'renewable-share' : 'carbon-free-share')
  const carbon = atlas.reading(place.hub, 'carbon')
  const evidence = [reading, atlas.reading(place.hub, 'carbon-free-share'), carbon]
    .filter((each, index, all) => each !== undefined && all.indexOf(each) === index)
    .map((each) => readingFigure(each!, atlas))
  const claim = { hub: place.hub, indicator: 'carbon', value: share.value, unit: '%', evidence }
  if (!isGrid || isFacilities) {
    return [{ ...claim, verdict: 'depends', reason: { key: 'contractsNotGrid', params: {} } }]
  }
  if (!reading) return [{ ...claim, verdict: 'uncheckable', reason: { key: 'noFigure', params: {} } }]
  const params = { value: round(reading.observation.value) }
  const gap = share.value < reading.lo ? reading.lo - share.value : Math.max(0, share.value - reading.hi)
  if (gap <= AGREES) return [{ ...claim, verdict: 'supported', reason: { key: 'shareAgrees', params } }]
  // Some count nuclear power and imports as clean: only a share above even the widest definition is contradicted.
  const widest = Math.max(reading.hi, atlas.reading(place.hub, 'carbon-free-share')?.hi ?? 0)
  if (share.value > widest + CONTRADICTS)
    return [{ ...claim, verdict: 'contradicted', reason: { key: 'shareDiffers', params } }]
  return [{ ...claim, verdict: 'depends', reason: { key: 'shareDepends', params } }]
}

/** Checks "480 g/kWh" for a city's grid. */
export const checkCarbon: ClaimCheck = ({ folded, quantities, places, atlas, isAhead }): readonly ClaimReading[] => {
  const grams = quantities.find(({ unit }) => unit === 'g/kWh')
  const place = places[0]
  const reading = place && atlas.reading(place.hub, 'carbon')
  if (isAhead || !grams || !reading || (FACILITIES.test(folded) && !GRID.test(folded))) return []
  const claim = {
    hub: place.hub,
    indicator: 'carbon',
    value: grams.value,
    unit: 'gCO2/kWh',
    evidence: [readingFigure(reading, atlas)],
  }
  const params = { lo: round(reading.lo), hi: round(reading.hi) }
  if (grams.value >= reading.lo * (1 - NEAR) && grams.value <= reading.hi * (1 + NEAR)) {
    return [{ ...claim, verdict: 'supported', reason: { key: 'within', params } }]
  }
  const isFar = grams.value < reading.lo * (1 - FAR) || grams.value > reading.hi * (1 + FAR)
  return [
    isFar
      ? { ...claim, verdict: 'contradicted', reason: { key: 'outside', params } }
      : { ...claim, verdict: 'depends', reason: { key: 'nearlyWithin', params } },
  ]
}
