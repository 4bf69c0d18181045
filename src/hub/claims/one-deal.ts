import { foldPattern } from '../evidence/fold-sentence.ts'

/** Words for one deal, one plant or one part of a bill, which is not a place's price. */
const ONE_DEAL = foldPattern(
  /\b(?:contract|deal|ppa|wind farm|solar|sells?|agreement|basic tariff|includ(?:es?|ing)|components?|(?:fuel|service|fixed|demand|network|connection|transmission) (?:clause|charges?|costs?|fees?)|night|off-peak|household|residential)\b|合同|合約|合约|協議|协议|風電|风电|光伏|基本電價|契約|洋上風力/u,
)

/** @returns whether a folded sentence about a price is about something narrower than the place */
export function isOneDeal(folded: string): boolean {
  return ONE_DEAL.test(folded)
}
