import type { Atlas } from '../atlas-types.ts'
import { foldPattern } from '../evidence/fold-sentence.ts'
import type { FoundQuantity } from '../evidence/quantities.ts'
import type { ClaimCheck } from './claim-sentence.ts'
import { readingFigure } from './figures.ts'
import { isOneDeal } from './one-deal.ts'

const POWER = foldPattern(/\b(?:electricity|power|tariffs?)\b|電價|电价|電費|电费|電気料金|전기요금/u)
const NEAR = 0.15
/** Tariffs within one city differ by less than this across voltages and hours. */
const FAR = 0.6
/** Values obtained by these methods can support a claim but never contradict one. */
const WEAK = new Set(['assumed', 'claimed', 'inherited', 'estimated'])

/** `by 5 cents`, `5 cents less`: a difference or change is not a price. */
const CHANGES_BY = foldPattern(
  /\bby(?: (?:about|around|almost|nearly|some|only|just|up to))?\s?$|(?:便宜|上[調调漲涨]|下[調调]|[加减減升降][價价]?)了?[約约]?$/u,
)
const IS_DIFFERENCE = foldPattern(
  /^\s?(?:less|more|lower|higher|cheaper|dearer|above|below|off)\b|^の?(?:値上げ|値下げ|引き上げ|引き下げ|安|高)/u,
)

/** Checks the price of a kilowatt-hour in a city. */
export const checkPrice: ClaimCheck = ({ folded, quantities, places, atlas, isAhead }) => {
  const found = quantities.map((each) => ({ ...each, usd: usdPerKwh(each, atlas) }))
  const price = found.find((each) => each.usd !== undefined && !isDifference(each, folded))
  const place = places[0]
  const reading = place && atlas.reading(place.hub, 'price')
  if (isAhead || !price?.usd || !reading || !POWER.test(folded) || isOneDeal(folded)) return []
  const { usd } = price
  const claim = {
    hub: place.hub,
    indicator: 'price',
    value: price.value,
    unit: price.unit,
    evidence: [readingFigure(reading, atlas)],
  }
  const params = { lo: reading.lo, hi: reading.hi, usd: Math.round(usd.value * 1000) / 1000 }
  if (usd.hi >= reading.lo * (1 - NEAR) && usd.lo <= reading.hi * (1 + NEAR)) {
    return [{ ...claim, verdict: 'supported', reason: { key: 'priceWithin', params } }]
  }
  const isFar = usd.hi < reading.lo * (1 - FAR) || usd.lo > reading.hi / (1 - FAR)
  const isWeak = WEAK.has(reading.observation.method)
  return [
    isFar && !isWeak
      ? { ...claim, verdict: 'contradicted', reason: { key: 'priceOutside', params } }
      : { ...claim, verdict: 'depends', reason: { key: 'priceDepends', params } },
  ]
}

function isDifference({ start, end }: FoundQuantity, folded: string): boolean {
  return CHANGES_BY.test(folded.slice(0, start)) || IS_DIFFERENCE.test(folded.slice(end))
}

/** Converts a price to USD per kWh, with the interval of the exchange rate; returns undefined for any other quantity. */
export function usdPerKwh({ value, unit }: Pick<FoundQuantity, 'value' | 'unit'>, atlas: Atlas) {
  const [money, per] = unit.split('/', 2)
  if (per !== 'kWh' || money === undefined) return undefined
  if (money === 'USD') return { value, lo: value, hi: value }
  const isCents = money === 'HK¢'
  const rate = atlas.currency(isCents ? 'HKD' : money)
  if (!rate) return undefined
  const amount = isCents ? value / 100 : value
  return { value: amount * rate.usd, lo: amount * rate.lo, hi: amount * rate.hi }
}
