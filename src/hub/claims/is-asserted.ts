import { foldPattern } from '../evidence/fold-sentence.ts'
import type { ClaimReading } from './types.ts'

/** Denied, asked, supposed, wished for or asked of somebody: whoever says so states nothing that figures could contradict. */
const NOT_STATED = foldPattern(
  /\b(?:no|not|never|nobody|none|cannot|can['’]t|isn['’]t|doesn['’]t|false|myth|wrong|untrue|incorrect|impossible|implausible|debunk\w*|refut\w*|rul(?:es?|ed|ing) out|too far|if|whether|unless|would|could|should|must|needs?|needed|requires?|required|budgets?|targets?|goals?|hypothetical\w*|theor\w+|doubt\w*|contrary|rather than|instead of|imagine|suppose[sd]?|fiction\w*)\b|[?？]|不可能|並非|并非|不是|不會|不会|不能|無法|无法|沒有|没有|錯誤|错误|有誤|有误|不實|不实|謠言|谣言|[嗎吗]|如果|假如|(?<!倘)若(?!干)|倘若|是否|需要|要求|必須|必须|預算|预算|目標|目标|誤り|間違い|誤解|では?ない|ありえない|あり得ない|できない|ではなく|もし|かどうか|だろうか|ならば|必要|아니|불가능|만약|틀린|않/u,
)
/** A change, a part or a sum over a life, where the figures are of a whole at a time. */
const NO_LEVEL = foldPattern(
  /\b(?:grew|grow(?:s|n|ing|th)?|rose|ris(?:e|es|en|ing)|increas\w*|fell|falls?|fallen|drop\w*|declin\w*|decreas\w*|add(?:s|ed|ing)?|sav(?:es?|ed|ing)|tax(?:es)?|levy|surcharges?|subsid\w+|offsets?|life(?:cycle|time)?|(?:solar|wind) (?:farms?|panels?|parks?)|turbines?|(?:power|gas|coal) (?:plants?|stations?)|new (?:capacity|supply))\b|增長|增长|增加|上升|上漲|上涨|下降|減少|减少|新增|補貼|补贴|抵消|生命週期|生命周期|太陽能場|電廠|电厂|増加|増えた|上昇|低下|補助|ライフサイクル|発電所/u,
)
const ACCUSES: ReadonlySet<ClaimReading['verdict']> = new Set(['contradicted', 'impossible'])

/**
 * Whether a reading may stand: one that accuses needs a sentence that states it, in its own voice and of the whole. A false
 * accusation is worse than silence.
 */
export function isAsserted({ verdict, indicator }: ClaimReading, folded: string): boolean {
  if (!ACCUSES.has(verdict)) return true
  return !NOT_STATED.test(folded) && (indicator === 'latency' || !NO_LEVEL.test(folded))
}
