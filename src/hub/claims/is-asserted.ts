import { foldPattern } from '../evidence/fold-sentence.ts'
import type { ClaimSentence } from './claim-sentence.ts'
import type { ClaimReading } from './types.ts'

/** Negations, questions, suppositions, wishes and demands: they assert nothing that figures could contradict. */
const NOT_STATED = foldPattern(
  /\b(?:no|not|never|nobody|none|cannot|can['’]t|isn['’]t|doesn['’]t|false|myth|wrong|untrue|incorrect|impossible|implausible|debunk\w*|refut\w*|rul(?:es?|ed|ing) out|too far|if|whether|unless|would|could|should|must|needs?|needed|requires?|required|budgets?|targets?|goals?|hypothetical\w*|theor\w+|doubt\w*|contrary|rather than|instead of|imagine|suppose[sd]?|fiction\w*)\b|[?？]|不可能|並非|并非|不是|不會|不会|不能|無法|无法|沒有|没有|錯誤|错误|有誤|有误|不實|不实|謠言|谣言|[嗎吗]|如果|假如|(?<!倘)若(?!干)|倘若|是否|需要|要求|必須|必须|預算|预算|目標|目标|誤り|間違い|誤解|では?ない|ありえない|あり得ない|できない|ではなく|もし|かどうか|だろうか|ならば|必要|아니|불가능|만약|틀린|않/u,
)
/** A change, a part or a lifetime total, while our figures are for a whole at one time. */
const NO_LEVEL = foldPattern(
  /\b(?:grew|grow(?:s|n|ing|th)?|rose|ris(?:e|es|en|ing)|increas\w*|fell|falls?|fallen|drop\w*|declin\w*|decreas\w*|add(?:s|ed|ing)?|sav(?:es?|ed|ing)|tax(?:es)?|levy|surcharges?|subsid\w+|offsets?|life(?:cycle|time)?|(?:solar|wind) (?:farms?|panels?|parks?)|turbines?|(?:power|gas|coal) (?:plants?|stations?)|new (?:capacity|supply))\b|增長|增长|增加|上升|上漲|上涨|下降|減少|减少|新增|補貼|补贴|抵消|生命週期|生命周期|太陽能場|電廠|电厂|増加|増えた|上昇|低下|補助|ライフサイクル|発電所/u,
)
/** A difference between two things; `below 80` and `more than 80` are bounds and do not match. */
const DIFFERENCE = foldPattern(
  /\b(?:less|more|lower|higher|below|above)\b(?! (?:than )?(?:about |around |roughly |some |only |just )?\d)|\b(?:worse\w*|gains?|var(?:y|ies|ied)|differ\w*|gap)\b|\bby \d|相差|差距|[低高少多快慢]了|[延時遅]延?差|の差|比[^，。,、]{1,10}[低高少多快慢長长短]|增加|改善|下限|上限|より ?\d|増えた|伸びた/u,
)
/** Words for several places combined. */
const TOGETHER = foldPattern(/\b(?:rest of|together|combined|jointly)\b|合計|合计|共計|共计|合わせ/u)
/** One way of generating electricity: its grams are not the grid's. */
const FUEL = foldPattern(
  /\b(?:coal|gas|oil|nuclear|hydro|solar|wind|reactors?|turbines?|plants?)\b|煤|天然氣|天然气|核電|核电|太陽能|太阳能|風電|风电|石炭|ガス|原子力|太陽光|風力/u,
)
/** After a share: says that it is of the grid. A share of the renewables is not. */
const OF_THE_GRID = foldPattern(
  /^ ?(?:renewables?|green|clean|carbon[- ]free|zero[- ]carbon)\b|^ of (?!(?:the |its )?(?:renewable|green|clean|solar|wind|nuclear))(?:[\w']+ ){0,3}?(?:grid|electricity|power|energy|supply|mix)\b|^的?(?:電力|电力|用電|用电|使用|[來来]自(?![太核風风])|可再生|綠|绿|清潔|清洁)|^[がはを]?(?:再生|再エネ)|^[가는를의]? ?(?:재생|전력)/u,
)
const RENEWABLES_BEFORE = foldPattern(
  /(?:可再生能源|綠電|绿电|綠色電力|绿色电力|再生可能エネルギー|再エネ|재생에너지)[^，。,、]{0,8}$/u,
)
/** After a share that follows the word for renewables: ends the phrase, unlike "80% cheaper". */
const SHARE_ENDS = /^(?:[，。,、.;；]|$|占|を占|だ|である|이다|를 차지)/u
/** Users served: their latency is not that of a link between two places. */
const SERVED = foldPattern(
  /\b(?:users?|customers?|players?|clients?)\b|用戶|用户|客戶|客户|玩家|利用者|ユーザー|사용자|이용자/u,
)
/** The largest among its own, or elsewhere, or one of several. */
const OWN_LARGEST = foldPattern(
  /\bone of\b|\boutside\b|(?:'s|\bits|\btheir) (?:\w+ )?(?:largest|strongest|most powerful)\b|以外|之外|の外|之一|の一つ|のひとつ/u,
)
/** Separates a figure from a place that it does not belong to. */
const PARTED = /[,，、;；]|\b(?:while|whereas|unlike|but|than|and)\b|이며|지만/u

const ACCUSES: ReadonlySet<ClaimReading['verdict']> = new Set(['contradicted', 'impossible'])

/**
 * Tells whether a reading may be kept. A verdict of contradicted or impossible needs a sentence that asserts the value itself,
 * for the whole and for this place, because a false accusation is worse than silence. Other verdicts are always kept.
 */
export function isAsserted(reading: ClaimReading, sentence: ClaimSentence): boolean {
  if (!ACCUSES.has(reading.verdict)) return true
  const { folded } = sentence
  if (NOT_STATED.test(folded)) return false
  if (reading.indicator === 'latency') return !DIFFERENCE.test(folded) && !SERVED.test(folded)
  if (NO_LEVEL.test(folded)) return false
  if (reading.unit === 'rank') return true
  if (reading.value === undefined) return isOfBoth(reading, sentence)
  if (DIFFERENCE.test(folded) || TOGETHER.test(folded)) return false
  return isOfPlace(reading, sentence) && isOfGrid(reading, sentence)
}

/**
 * Tells whether the figure is the hub's: no other hub is named, and the hub stands before the figure or is not separated from
 * it as in "Norway's grid is 98% renewable, unlike Hong Kong's".
 */
function isOfPlace({ hub, value }: ClaimReading, { folded, places, ends, quantities }: ClaimSentence): boolean {
  if ([...places, ...ends].some((each) => each.hub !== hub)) return false
  const figure = quantities.find((each) => each.value === value) ?? quantities[0]
  return places.some(
    ({ start }) => figure === undefined || start <= figure.start || !PARTED.test(folded.slice(figure.end, start)),
  )
}

function isOfGrid({ indicator, unit, value }: ClaimReading, { folded, quantities }: ClaimSentence): boolean {
  if (indicator !== 'carbon') return true
  if (unit !== '%') return !FUEL.test(folded)
  return quantities
    .filter((each) => each.unit === '%' && each.value === value)
    .some(({ start, end }) => {
      const after = folded.slice(end)
      return OF_THE_GRID.test(after) || (RENEWABLES_BEFORE.test(folded.slice(0, start)) && SHARE_ENDS.test(after))
    })
}

/** Tells whether a comparison is really with the other place; "cleaner than ever, Seoul says" is not. */
function isOfBoth({ indicator, reason }: ClaimReading, { folded, places }: ClaimSentence): boolean {
  if (indicator === 'compute') return !OWN_LARGEST.test(folded)
  const than = folded.search(/ than |比/u)
  const other = places.find(({ hub }) => hub === reason.params.other)
  return than < 0 || (other !== undefined && other.start > than && !/[,，、;]/.test(folded.slice(than, other.start)))
}
