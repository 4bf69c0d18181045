import { readFileSync } from 'node:fs'

/** What is put into a true sentence to make it false. */
export const SEEDED_ERRORS = ['number', 'name', 'date', 'polarity', 'quotation', 'cause'] as const
export type SeededError = (typeof SEEDED_ERRORS)[number]

export interface SeededSentence {
  /** BCP 47, the sentence's. */
  readonly language: string
  readonly text: string
  readonly source: { readonly quote: string; readonly language: string; readonly publishedAt: number }
  /** Missing for a true sentence. */
  readonly error?: SeededError
  /** Rules and levels are chosen on the other half. */
  readonly isHeldOut: boolean
}

/** Monday. */
const PUBLISHED_AT = Date.UTC(2026, 10, 23, 8)
const MARKED = /\{([#ndp]):([^|}]*)\|([^}]*)\}/g
const ERROR_OF_MARK: Readonly<Record<string, SeededError>> = { '#': 'number', n: 'name', d: 'date', p: 'polarity' }

/** Put behind a sentence; none of them is in a source. */
const QUOTATIONS: Readonly<Record<string, readonly string[]>> = {
  en: ['“We could not be prouder of this day,” an official said.', '"Nobody saw this coming," a manager said.'],
  'zh-Hant': ['「我們感到十分自豪」，負責人說。', '發言人稱「這只是開始」。'],
  'zh-Hans': ['“我们感到十分自豪”，负责人说。', '发言人称“这只是开始”。'],
  ja: ['「大変誇りに思う」と担当者は述べた。', '担当者は「始まりにすぎない」と話した。'],
  ko: ['담당자는 “매우 자랑스럽다”고 말했다.', '“이제 시작일 뿐이다”라고 대변인이 말했다.'],
}
/** Put before the last stop in English, before the sentence elsewhere. */
const CAUSES: Readonly<Record<string, readonly string[]>> = {
  en: [
    ' because of a shortage of skilled welders',
    ' after pressure from activist shareholders',
    ' amid a dispute with its landlord',
    ' as insurers withdrew their guarantees',
  ],
  'zh-Hant': ['由於熟練焊工短缺，', '因股東施壓，', '受颱風影響，'],
  'zh-Hans': ['由于熟练焊工短缺，', '因股东施压，', '受台风影响，'],
  ja: ['熟練溶接工の不足のため、', '株主の圧力を受けて、', '台風の影響で、'],
  ko: ['숙련 용접공 부족 때문에 ', '주주 압박에 따라 ', '태풍 영향으로 '],
}

/** The true sentences of `seeded.tsv` and, from each, one false one for every place that is marked, a quotation and a cause. */
export function seededSentences(): readonly SeededSentence[] {
  const lines = readFileSync(new URL('seeded.tsv', import.meta.url), 'utf8').split('\n')
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))
  return rows.flatMap(([language, sourceLanguage, marked, quote], index) => {
    const source = { quote: quote!, language: sourceLanguage!, publishedAt: PUBLISHED_AT }
    // Blocks of a language alternate; its own order would put all of one kind into one half.
    const row = { language: language!, source, isHeldOut: index % 2 === 1 }
    const text = marked!.replaceAll(MARKED, '$2')
    const falseOnes = [...errorsAtMarks(marked!), ...invented(text, language!, index)]
    return [{ ...row, text }, ...falseOnes.map((each) => ({ ...row, ...each }))]
  })
}

type FalseText = { readonly error: SeededError; readonly text: string }

function errorsAtMarks(marked: string): readonly FalseText[] {
  return [...marked.matchAll(MARKED)].map(({ index, 0: whole, 1: mark, 3: wrong }) => {
    const text = `${marked.slice(0, index)}${wrong}${marked.slice(index + whole.length)}`
    return { error: ERROR_OF_MARK[mark!]!, text: text.replaceAll(MARKED, '$2') }
  })
}

function invented(text: string, language: string, index: number): readonly FalseText[] {
  const pick = (list: readonly string[]) => list[(index >> 1) % list.length]!
  const cause = pick(CAUSES[language]!)
  const quotation = pick(QUOTATIONS[language]!)
  return [
    { error: 'quotation', text: language === 'en' ? `${text} ${quotation}` : text + quotation },
    { error: 'cause', text: language === 'en' ? text.replace(/\.$/, `${cause}.`) : cause + text },
  ]
}
