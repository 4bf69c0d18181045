import { isoDate } from '../lib/instant.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import { sayReason } from '../rank/reason.ts'
import { headlineIn } from '../summary/headline.ts'
import { summaryIn } from '../summary/summaries-in.ts'
import type { SummarySentence } from '../summary/types.ts'
import { BRIEF_WORDS } from './brief-words.ts'
import type { CitedSource, Edition, EditionAmendment, EditionCorrection, WrittenStory } from './edition.ts'
import { QUIET_BELOW } from './select.ts'

/** A run of text with one style. `href` is http or https; `lang` is set if it differs from the document's language. */
export interface Run {
  readonly text: string
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly href?: string
  readonly lang?: string
}

/** A block of a document, from which Markdown, plain text and HTML are rendered. */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly number?: number; readonly runs: readonly Run[] }
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Run[])[] }

export interface DocumentOptions {
  readonly language: UiLanguage
  /** Returns the absolute URL of a story's page. */
  readonly storyUrl: (storyId: number) => string
}

/** Writes an edition in a language as a document. */
export function briefDocument(edition: Edition<WrittenStory>, options: DocumentOptions): readonly Block[] {
  const words = BRIEF_WORDS[options.language]
  const { stories, also, toWatch, hidden = 0 } = edition
  const blocks: Block[] = [{ type: 'heading', level: 1, runs: [{ text: words.title(edition.date) }] }]
  if (hidden > 0) blocks.push(paragraph({ text: words.hidden(hidden) }))
  else if (stories.length === 0) blocks.push(paragraph({ text: words.quiet }))
  else if (stories.length < QUIET_BELOW) blocks.push(paragraph({ text: words.fewStories(stories.length) }))
  stories.forEach(({ story, place }, index) => {
    blocks.push(...storyBlocks(story, place ?? index + 1, edition, options))
  })
  const amendedInLine = (id: number): readonly Run[] =>
    amendmentsOf(edition, id).flatMap((each) => [{ text: ' · ' }, ...amendmentRuns(each, options)])
  const listed = (heading: string, items: readonly (readonly Run[])[]) => {
    if (items.length > 0) blocks.push(section(heading), { type: 'list', items })
  }
  listed(
    words.also,
    also.map((story) => [
      ...headlineRuns(story, options),
      { text: ` · ${words.independent(story.coverage.independent)}` },
      ...amendedInLine(story.id),
    ]),
  )
  listed(
    words.toWatch,
    toWatch.map(({ story, owners, hours }) => [
      ...headlineRuns(story, options),
      { text: ` · ${words.growing(owners, hours)}` },
      ...amendedInLine(story.id),
    ]),
  )
  listed(
    words.corrections,
    edition.corrections.map((each) => correctionRuns(each, options)),
  )
  listed(words.changes, changeItems(edition, options))
  if (stories.some(({ story }) => story.summary.method === 'extractive')) {
    blocks.push(paragraph({ text: words.extracted, isItalic: true }))
  }
  return blocks
}

function storyBlocks(
  story: WrittenStory,
  number: number,
  edition: Edition<WrittenStory>,
  options: DocumentOptions,
): readonly Block[] {
  const words = BRIEF_WORDS[options.language]
  const { coverage, explanation } = story
  const summary = summaryIn(story.summary, options.language)
  const marks = new Map<number, number>()
  const blocks: Block[] = [{ type: 'heading', level: 2, number, runs: headlineRuns(story, options) }]
  const amendments = amendmentsOf(edition, story.id)
  if (amendments.length > 0) {
    blocks.push(paragraph({ text: `${words.since}:`, isBold: true }), {
      type: 'list',
      items: amendments.map((each) => amendmentRuns(each, options)),
    })
  }
  const { sentences, impact } = summary
  if (sentences.length > 0) {
    blocks.push(
      paragraph(...sentences.flatMap((each, index) => [...space(index), ...sentenceRuns(each, marks, options)])),
    )
  }
  if (summary.droppedCount > 0) blocks.push(paragraph({ text: words.dropped(summary.droppedCount) }))
  if (impact) {
    blocks.push(paragraph({ text: words.impact, isBold: true }, { text: ' ' }, ...sentenceRuns(impact, marks, options)))
  }
  const tally = [
    words.score(String(explanation.value)),
    words.independent(coverage.independent),
    ...(coverage.echoes > 0 ? [words.echoes(coverage.echoes)] : []),
    ...(coverage.copies > 0 ? [words.copies(coverage.copies)] : []),
  ].join(' · ')
  const reason = sayReason(explanation, options.language)
  blocks.push(paragraph({ text: tally }), paragraph({ text: words.why, isBold: true }, { text: ` ${reason}` }))
  const items = [...marks].flatMap(([itemId, mark]) => sourceRuns(edition.sources[itemId], mark))
  if (items.length > 0) blocks.push(paragraph({ text: `${words.sources}:` }), { type: 'list', items })
  return blocks
}

/** Writes a sentence with its citations. @param marks item id → citation number in this story; new items get the next number */
function sentenceRuns(sentence: SummarySentence, marks: Map<number, number>, options: DocumentOptions): readonly Run[] {
  const numbers = sentence.citations.map(({ itemId }) => {
    if (!marks.has(itemId)) marks.set(itemId, marks.size + 1)
    return `[${marks.get(itemId)}]`
  })
  return [
    { text: withDates(sentence), lang: foreign(sentence.language, options) },
    { text: ` ${[...new Set(numbers)].join('')}` },
  ]
}

/** Inserts dates in brackets after relative time words such as "yesterday": an edition is read on other days too. */
function withDates({ text, dates = [] }: SummarySentence): string {
  return dates.reduceRight((all, { at, date }) => `${all.slice(0, at)} [${date}]${all.slice(at)}`, text)
}

function sourceRuns(source: CitedSource | undefined, mark: number): readonly (readonly Run[])[] {
  if (!source) return []
  return [[{ text: `[${mark}] ${source.publisher}: ` }, { text: source.title, href: webAddress(source.url) }]]
}

const amendmentsOf = ({ amendments = [] }: Edition<WrittenStory>, id: number) =>
  amendments.filter(({ storyId }) => storyId === id)

/** Writes what became of a story of the edition, without naming the story. */
function amendmentRuns(each: EditionAmendment, options: DocumentOptions): readonly Run[] {
  const what = BRIEF_WORDS[options.language].corrected[each.what]
  return [{ text: `${what} (${isoDate(each.at)})`, isBold: true }, ...becauseRuns(each, options)]
}

function correctionRuns(each: EditionCorrection, options: DocumentOptions): readonly Run[] {
  return [
    { text: `${BRIEF_WORDS[options.language].corrected[each.what]}: ` },
    { text: each.headline, href: options.storyUrl(each.storyId) },
    ...becauseRuns(each, options),
  ]
}

/** Writes the withdrawn sentence, the reason, and the story that it led to. */
function becauseRuns(
  { reason, sentence, into }: EditionCorrection,
  { language, storyUrl }: DocumentOptions,
): readonly Run[] {
  const words = BRIEF_WORDS[language]
  const number = into === undefined ? undefined : words.storyNumber(into)
  return [
    ...(sentence ? [{ text: ` — ${words.saidNoMore(sentence)}` }] : []),
    ...(reason ? [{ text: ` — ${reason}` }] : []),
    ...(number === undefined ? [] : [{ text: ' → ' }, { text: number, href: storyUrl(into!) }]),
  ]
}

function changeItems({ changes }: Edition<WrittenStory>, options: DocumentOptions): readonly (readonly Run[])[] {
  if (!changes) return []
  const words = BRIEF_WORDS[options.language]
  const link = ({ id, headline }: { readonly id: number; readonly headline: string }): Run => ({
    text: headline,
    href: options.storyUrl(id),
  })
  return [
    ...changes.carried.map((each) => [link(each), { text: ` · ${words.carried(each.from, each.to)}` }]),
    ...changes.gone.map((each) => [link(each), { text: ` · ${words.gone}` }]),
    ...(changes.fresh > 0 ? [[{ text: words.fresh(changes.fresh) }]] : []),
  ]
}

/** Writes a headline, followed by the name of its language if foreign: plain text and Markdown have no other way to mark it. */
function headlineRuns(story: WrittenStory, options: DocumentOptions): readonly Run[] {
  const headline = headlineIn(story.headline, options.language)
  const lang = foreign(headline.language, options)
  const run: Run = { text: headline.text, href: options.storyUrl(story.id), lang }
  return lang === undefined || lang === 'und' ? [run] : [run, { text: ` (${languageName(lang, options.language)})` }]
}

function languageName(code: string, language: UiLanguage): string {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code', languageDisplay: 'standard' })
  return names.of(code) ?? code
}

const foreign = (language: string, options: DocumentOptions) => (language === options.language ? undefined : language)

const space = (index: number): readonly Run[] => (index > 0 ? [{ text: ' ' }] : [])

const paragraph = (...runs: readonly Run[]): Block => ({ type: 'paragraph', runs })

const section = (text: string): Block => ({ type: 'heading', level: 2, runs: [{ text }] })

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined
}
