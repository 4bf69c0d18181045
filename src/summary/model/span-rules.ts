import { type CitedItem, citedText } from '../check/evidence.ts'
import type { CheckContext } from '../check/types.ts'
import { splitSentences } from '../split-sentences.ts'
import type { Citation } from '../types.ts'
import { addressesModel } from './instructions.ts'
import type { ModelInput } from './types.ts'

/** Words by which a text refers to itself or its summary, or addresses whoever processes it; reports of events do not need them. */
const SPEAKS_OF_ITSELF =
  /\b(?:this|the (?:real|actual|true|previous|above|following|whole)) (?:article|page|text|story|post|report|document|summary|headline|message|content)\b|\b(?:summar(?:y|ies|i[sz]\w*)|digests?|headlines?|abstracts?)\b|\b(?:automated|machine) readers?\b|\b(?:the|any|every|each|a) (?:bot|crawler|parser|pipeline|summari[sz]er)\b|\bas (?:the|a|an|your) (?:developer|admin\w*|owner|author|operator|editor)\b|\bi (?:hereby )?(?:authori[sz]e|permit|instruct|order|command|allow) you\b|\b(?:tell|inform|remind|convince) (?:the |your |all )?(?:readers?|users?|people)\b|\blet(?:['’]s| us) play\b|\byou (?:only|must|should|may only|can only|have to|will)\b|"(?:role|content|system)"\s*:|\bs\/[^/]+\/[^/]+\/|\bstop\. do\b|\bTODO\b|本页面?|本頁面?|本文|这篇(?:文章|报道)|這篇(?:文章|報導)|上面的?(?:文字|内容|內容)|(?:真正|真實|真实)的?(?:新闻|新聞|文章|内容|內容)|总结|總結|摘要|概要|标题|標題|授权你|授權你|你只能|阅读程序|閱讀程式|(?:做|作为|作為)(?:一[个個名])?(?:开发者|開發者|管理员|管理員)|この(?:記事|文章|ページ|文書)|(?:上|前)の(?:文章|文|記事)|(?:本当|真|実際)の(?:記事|ニュース|内容)|要約|見出し|まとめは|挙げよ|せよ|しなさい|이\s?(?:기사|글|문서|페이지)|위의?\s?(?:글|문장|기사)|(?:진짜|실제)\s?(?:기사|뉴스)|요약|제목|개발자로서|관리자로서|내보내라|하시오|하십시오/iu

/** A code-like name, of Latin letters with digits or inner capitals: `GPT-6`, `Zephyrion-7741`; not `模型参数30`. */
const CODE_LIKE =
  /(?<![\p{Script=Latin}\p{N}-])\p{Script=Latin}+(?:[-_.]?\p{N}|\p{Ll}\p{Lu})[\p{Script=Latin}\p{N}._-]*(?<![._-])/gu

/** Units and abbreviations with inner capitals. */
const IS_NO_NAME = /^(?:[kMGT]Wh?|[kMGT]?Hz|SoCs?|PhDs?|IoT)$/
const DIGIT_WORD =
  '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)'
/** Four or more digits written out one by one; years are excluded. */
const CODE_IN_WORDS = new RegExp(
  `\\b${DIGIT_WORD}(?:[- ,.]{1,2}${DIGIT_WORD}){3,}\\b|[零〇一二三四五六七八九]{4,}(?![年〇一二三四五六七八九])|(?<![가-힣])[영공일이삼사오육칠팔구]{4,}`,
  'giu',
)

/** Whether the sentences that contain a quote are about the text itself or address a model, or the one before is about the text. */
export function isTalk(item: Pick<CitedItem, 'title' | 'text'>, { start, end }: Citation): boolean {
  const text = citedText(item)
  const around = splitSentences(text).filter((span) => span.start < end && start < span.end)
  const first = around[0]?.start ?? start
  const last = around.at(-1)?.end ?? end
  // A colon or a dash may connect the quote to the line before it.
  const before =
    text
      .slice(Math.max(0, first - 120), first)
      .split(/(?<=[.!?。！？\n])\s*/u)
      .at(-2) ?? ''
  const sentence = text.slice(first, last)
  return SPEAKS_OF_ITSELF.test(sentence) || addressesModel(sentence) || SPEAKS_OF_ITSELF.test(before)
}

/**
 * Finds a code-like name, or a code in words, that looks injected: no gazetteer and no title knows it, and only one report has it (in a
 * story of a single report: only one occurrence).
 *
 * @returns the first such name; undefined if there is none
 */
export function uncorroboratedName(
  text: string,
  { reports }: ModelInput,
  { gazetteer }: Pick<CheckContext, 'gazetteer'>,
): string | undefined {
  const known = gazetteer.findEntities(text).map(({ start, end }) => text.slice(start, end))
  const names = [...(text.match(CODE_LIKE) ?? []), ...(text.match(CODE_IN_WORDS) ?? [])]
  const texts = reports.map((report) => `${report.title}\n${report.text}`.toLowerCase())
  return names.find((name) => {
    if (IS_NO_NAME.test(name) || known.some((each) => each.includes(name))) return false
    const wanted = name.toLowerCase()
    if (reports.some(({ title }) => title.toLowerCase().includes(wanted))) return false
    if (texts.length === 1) return texts[0]!.split(wanted).length <= 2
    return texts.filter((each) => each.includes(wanted)).length < 2
  })
}
