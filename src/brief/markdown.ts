import { sayReason } from '../rank/reason.ts'
import type { ReasonLanguage } from '../rank/reason-messages.ts'
import type { Explanation } from '../rank/types.ts'
import type { Coverage } from '../story/types.ts'
import type { Headline, Summary, SummarySentence } from '../summary/types.ts'
import { BRIEF_WORDS } from './brief-words.ts'
import type { Brief, BriefStory } from './select.ts'

/** A story with all that a written brief says of it. */
export interface WrittenStory extends BriefStory {
  readonly headline: Headline
  readonly summary: Summary
  readonly explanation: Explanation
  readonly coverage: Coverage
}

/** Where a cited item is to be read. */
export interface CitedSource {
  readonly publisher: string
  readonly title: string
  readonly url?: string
}

export interface MarkdownOptions {
  /** `YYYY-MM-DD`, as the heading says it. */
  readonly date: string
  readonly language: ReasonLanguage
  /** Absolute address of a story's page. */
  readonly storyUrl: (storyId: number) => string
  /** A cited item by id; undefined leaves it out of the list. */
  readonly source: (itemId: number) => CitedSource | undefined
}

/**
 * A brief as CommonMark: headings with links, summaries with numbered sources, reasons.
 * Everything from outside is escaped; no HTML and no link but http(s) comes out of it.
 */
export function briefMarkdown(brief: Brief<WrittenStory>, options: MarkdownOptions): string {
  const words = BRIEF_WORDS[options.language]
  const lines = [`# ${escapeMarkdown(words.title(options.date))}`, '']
  if (brief.stories.length === 0) return `${[...lines, words.quiet].join('\n')}\n`
  brief.stories.forEach(({ story }, index) => {
    lines.push(...storyLines(story, index + 1, options))
  })
  if (brief.also.length > 0) {
    lines.push(`## ${words.also}`, '')
    for (const story of brief.also) {
      lines.push(`- ${headlineLink(story, options)} · ${words.independent(story.coverage.independent)}`)
    }
    lines.push('')
  }
  if (brief.stories.some(({ story }) => story.summary.method === 'extractive')) lines.push(`*${words.extracted}*`, '')
  return lines.join('\n')
}

function storyLines(story: WrittenStory, rank: number, options: MarkdownOptions): readonly string[] {
  const words = BRIEF_WORDS[options.language]
  const { coverage, summary, explanation } = story
  const marks = new Map<number, number>()
  const lines = [`## ${rank}. ${headlineLink(story, options)}`, '']
  if (summary.sentences.length > 0) {
    lines.push(summary.sentences.map((sentence) => sentenceText(sentence, marks)).join(' '), '')
  }
  if (summary.droppedCount > 0) lines.push(words.dropped(summary.droppedCount), '')
  if (summary.impact) lines.push(`**${words.impact}** ${sentenceText(summary.impact, marks)}`, '')
  const tally = [
    words.score(String(explanation.value)),
    words.independent(coverage.independent),
    ...(coverage.echoes > 0 ? [words.echoes(coverage.echoes)] : []),
    ...(coverage.copies > 0 ? [words.copies(coverage.copies)] : []),
  ].join(' · ')
  lines.push(tally, '', `**${words.why}** ${escapeMarkdown(sayReason(explanation, options.language))}`, '')
  const listed = [...marks].flatMap(([itemId, mark]) => sourceLine(itemId, mark, options))
  return listed.length > 0 ? [...lines, `${words.sources}:`, '', ...listed, ''] : lines
}

function headlineLink(story: WrittenStory, options: MarkdownOptions): string {
  return link(story.headline.text, options.storyUrl(story.id))
}

/** @param marks item id → its number in this story, numbered as they come */
function sentenceText(sentence: SummarySentence, marks: Map<number, number>): string {
  const numbers = sentence.citations.map(({ itemId }) => {
    if (!marks.has(itemId)) marks.set(itemId, marks.size + 1)
    return `\\[${marks.get(itemId)}\\]`
  })
  return `${escapeMarkdown(sentence.text)} ${[...new Set(numbers)].join('')}`
}

function sourceLine(itemId: number, mark: number, options: MarkdownOptions): readonly string[] {
  const source = options.source(itemId)
  if (!source) return []
  const title = source.url === undefined ? escapeMarkdown(source.title) : link(source.title, source.url)
  return [`- \\[${mark}\\] ${escapeMarkdown(source.publisher)}: ${title}`]
}

function link(text: string, url: string): string {
  const escaped = escapeMarkdown(text)
  return /^https?:\/\//i.test(url) ? `[${escaped}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)` : escaped
}

/** Backslash before every character that CommonMark gives a meaning where it stands; line breaks become blanks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&')
    .replace(/^(\d{1,9})([.])/, '$1\\$2')
}
