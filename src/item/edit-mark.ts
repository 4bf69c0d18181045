/** What a publisher declares about its own earlier text. */
export type EditMark = 'correction' | 'retraction'

/**
 * Marks at the start of a title, or in brackets at its end, in the languages we read. A mark is a label, not a word in a
 * sentence: `Court orders retraction of report` has none.
 */
const RETRACTION = mark(
  "retracted(?: article| paper)?|retraction(?: notice| note)?|withdrawn|withdrawal(?: notice)?|editors?[’']? retraction",
  '撤稿(?:声明|聲明|通知)?|撤回(?:声明|聲明|公告)?|撤下|論文撤回|論文取り下げ|取り下げ|記事取り消し|記事取消',
  '철회|논문 ?철회|기사 ?삭제|기사 ?철회',
)
const CORRECTION = mark(
  "corrected|corrections?|author correction|publisher correction|erratum|errata|corrigendum|clarification|amended|editor[’']?s note",
  '更正(?:启事|啟事|声明|聲明|公告)?|勘误|勘誤|订正|訂正|お詫びと訂正|お詫び|修正',
  '정정(?: ?보도(?:문)?)?|바로잡습니다|고침',
)

/** Builds the pattern of a mark. A space after a Korean word does not make it a label, as Korean puts spaces between words (`철회 요구 거세져`). */
function mark(latin: string, unspaced: string, korean: string): RegExp {
  const words = `(?:${latin})`
  const cjk = `${unspaced}|${korean}`
  return new RegExp(
    `^[\\s"“'‘>*]{0,4}(?:${words}(?=\\s?[:：\\-–—|]|\\s*$)|[\\[(（【［〔〈《](?:${words}|${cjk})[^\\])）】］〕〉》]{0,12}[\\])）】］〕〉》]|(?:${cjk})(?=\\s?[:：|｜\\-–—／/]|$)|(?:${unspaced})(?=\\s))|[\\[(（【［](?:${words}|${cjk})[\\])）】］]\\s*$`,
    'iu',
  )
}

/**
 * Returns the mark by which a title (or the first line of a text) declares a correction or retraction.
 * @example
 * editMark('RETRACTED: A room-temperature superconductor') // 'retraction'
 */
export function editMark(title: string): EditMark | undefined {
  const head = title.slice(0, 600).split('\n', 1)[0]!
  return RETRACTION.test(head) ? 'retraction' : CORRECTION.test(head) ? 'correction' : undefined
}
