import { everyMatch } from '../../lib/every-match.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import { isPlain } from '../../lib/plain-words.ts'
import type { Member, StoryItem } from '../../story/types.ts'
import { citedText } from '../check/evidence.ts'
import { fold } from '../check/fold.ts'
import { splitSentences } from '../split-sentences.ts'
import type { SpokenQuotation } from './types.ts'

const MOST_QUOTATIONS = 4
const READ = 4_000
/** Least length of a quotation, in words or in Chinese, Japanese and Korean characters; shorter ones are phrases. */
const LEAST_WORDS = 4
const LEAST_CJK = 8

const NAME_WORD = String.raw`\p{Lu}[\p{L}.'’-]{1,24}`
/** Words separated by single spaces, so that the match is unambiguous. */
const NAME = String.raw`(?<!\p{L})${NAME_WORD}(?:\s(?:(?:of|the|de|van|bin|al)\s)?${NAME_WORD}){0,4}`
const SAID = `(?:said|says|told|wrote|writes|added|adds|argued|warned|explained|posted|tweeted|announced|testified|noted)`
const CJK_SAID = '(?:表示|指出|称|稱|说|說|写道|寫道|强调|強調|透露|回应|回應|认为|認為)'
const QUOTED = `(?:“(?<curly>[^“”]{8,400})”|"(?<straight>[^"]{8,400})"|「(?<corner>[^「」]{6,200})」)`
const PATTERNS: readonly RegExp[] = [
  // “…,” Jane Doe said / said Jane Doe / Jane Doe, chief executive of Acme, said
  new RegExp(
    String.raw`${QUOTED},?\s(?:${SAID}\s(?<after>${NAME})|(?<before>${NAME})(?:,[^,“”"]{2,60},\s?)?\s?${SAID}\b)`,
    'gu',
  ),
  // Jane Doe said: “…”
  new RegExp(String.raw`(?<before>${NAME})(?:,[^,“”"]{2,60},\s?)?\s?${SAID}\b[^“”"\n]{0,40}[:,]?\s?${QUOTED}`, 'gu'),
  // 张三表示：“…”
  new RegExp(
    String.raw`(?<before>[\p{Script=Han}\p{Script=Latin}·A-Za-z]{2,14}?)(?:在[^，。“「]{1,16})?${CJK_SAID}[:：，,]?\s?${QUOTED}`,
    'gu',
  ),
  // 山田氏は「…」と述べた
  new RegExp(
    String.raw`(?<before>[\p{Script=Han}\p{Script=Katakana}ーA-Za-z・]{2,20}?)(?:氏|さん|社長|CEO|担当者)?は[^「。]{0,24}${QUOTED}と(?:述べ|話|語|説明|コメント|指摘|強調)`,
    'gu',
  ),
  // 김 대표는 "…"라고 말했다
  new RegExp(
    String.raw`(?<![가-힣])(?<before>[가-힣A-Za-z]{1,12}(?:\s[가-힣A-Za-z]{1,10}){0,2})(?:은|는|이|가)\s[^"“\n]{0,30}${QUOTED}(?:이라고|라고|고|며)\s`,
    'gu',
  ),
]
/** Patterns for plain text; the others require Chinese, Japanese or Korean words. */
const LATIN_PATTERNS = PATTERNS.slice(0, 2)
const NO_SPEAKER =
  /^(?:he|she|they|it|we|i|you|the|a|an|this|that|but|and|who|when|as|in|on|at|for|if|one|another|也|还|其|并|但|他|她)$/iu

interface Found {
  readonly text: string
  readonly key: string
  readonly speaker: string
  readonly start: number
  readonly end: number
}

/** Returns quotations with a named speaker, at most four: those carried by most owners first, then the earliest. */
export function spokenQuotations(reports: readonly Member[]): readonly SpokenQuotation[] {
  const byWords = new Map<string, { readonly first: SpokenQuotation; readonly families: Set<string> }>()
  for (const { item } of reports) {
    for (const { text, key, speaker, start, end } of quotationsIn(item)) {
      const known = byWords.get(key)
      if (known) known.families.add(item.publisher.family)
      else {
        const citation = { itemId: item.id, start, end, quote: citedText(item).slice(start, end) }
        const first = { text, language: item.language, speaker, independent: 1, citation }
        byWords.set(key, { first, families: new Set([item.publisher.family]) })
      }
    }
  }
  return [...byWords.values()]
    .sort((a, b) => b.families.size - a.families.size)
    .slice(0, MOST_QUOTATIONS)
    .map(({ first, families }) => ({ ...first, independent: families.size }))
}

const OPENS_QUOTE = /[“"「]/

const quotationsIn = oncePerObject((item: StoryItem): readonly Found[] => {
  const whole = citedText(item).slice(0, item.title.length + READ)
  if (!OPENS_QUOTE.test(whole)) return []
  return splitSentences(whole).flatMap(({ start, end }) => {
    const sentence = whole.slice(start, end)
    if (!OPENS_QUOTE.test(sentence) || sentence.length > 600) return []
    for (const pattern of isPlain(sentence) ? LATIN_PATTERNS : PATTERNS) {
      for (const match of everyMatch(sentence, pattern)) {
        const { curly, straight, corner, before, after } = match.groups!
        const text = (curly ?? straight ?? corner)!.replace(/[,，、]$/, '').trim()
        const speaker = speakerOf(before ?? after ?? '')
        if (speaker !== undefined && isLong(text)) {
          return [{ text, key: fold(text).replace(/[^\p{L}\p{N}]/gu, ''), speaker, start, end }]
        }
      }
    }
    return []
  })
})

function speakerOf(written: string): string | undefined {
  const name = written.trim().replace(/[.,'’]+$/, '')
  return name.length < 2 || NO_SPEAKER.test(name.split(/\s/)[0]!) ? undefined : name
}

function isLong(text: string): boolean {
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return cjk >= LEAST_CJK || text.split(/\s+/).length >= LEAST_WORDS
}
