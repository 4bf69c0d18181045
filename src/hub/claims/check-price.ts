import { foldPattern } from '../evidence/fold-sentence.ts'
import type { ClaimCheck } from './claim-sentence.ts'
import { readingFigure } from './figures.ts'

const POWER = foldPattern(/\b(?:electricity|power|tariffs?)\b|電價|电价|電費|电费|電気料金|전기요금/u)
/** One deal, one plant or one supplier's part of the bill is not what a place costs. */
const ONE_DEAL = foldPattern(
  /\b(?:contract|deal|ppa|wind farm|solar|sells?|agreement|basic tariff|fuel clause|night|off-peak|household|residential)\b|合同|合約|合约|協議|协议|風電|风电|光伏|基本電價|契約|洋上風力/u,
)

/** US dollars for one unit, mid-2026, to the two digits that ±15 % needs; rates move less than that in the life of a tariff. */
const USD: Readonly<Record<string, number>> = {
  'USD/kWh': 1,
  'CNY/kWh': 0.139,
  'HKD/kWh': 0.128,
  'HK¢/kWh': 0.00128,
  'SGD/kWh': 0.77,
  'TWD/kWh': 0.031,
  'JPY/kWh': 0.0066,
  'KRW/kWh': 0.0007,
}
const NEAR = 0.15
/** Tariffs of one city differ by voltage and hour by less than this. */
const FAR = 0.6
/** Values of these kinds can agree with a claim but never contradict one. */
const WEAK = new Set(['assumed', 'claimed', 'inherited', 'estimated'])

/** What a kilowatt-hour costs in a city. */
export const checkPrice: ClaimCheck = ({ folded, quantities, places, atlas, isAhead }) => {
  const price = quantities.find(({ unit }) => USD[unit] !== undefined)
  const place = places[0]
  const reading = place && atlas.reading(place.hub, 'price')
  if (isAhead || !price || !reading || !POWER.test(folded) || ONE_DEAL.test(folded)) return []
  const usd = price.value * USD[price.unit]!
  const claim = {
    hub: place.hub,
    indicator: 'price',
    value: price.value,
    unit: price.unit,
    evidence: [readingFigure(reading, atlas)],
  }
  const params = { lo: reading.lo, hi: reading.hi, usd: Math.round(usd * 1000) / 1000 }
  if (usd >= reading.lo * (1 - NEAR) && usd <= reading.hi * (1 + NEAR)) {
    return [{ ...claim, verdict: 'supported', reason: { key: 'priceWithin', params } }]
  }
  const isFar = usd < reading.lo * (1 - FAR) || usd > reading.hi / (1 - FAR)
  const isWeak = WEAK.has(reading.observation.method)
  return [
    isFar && !isWeak
      ? { ...claim, verdict: 'contradicted', reason: { key: 'priceOutside', params } }
      : { ...claim, verdict: 'depends', reason: { key: 'priceDepends', params } },
  ]
}
