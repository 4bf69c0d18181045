import type { ContentTerm } from '../check/content-terms.ts'
import type { Figure, Subject } from './types.ts'

/** One occurrence of a figure. */
export interface Statement {
  /** Owner of the report; two sources of one owner count once. */
  readonly owner: string
  readonly language: string
  readonly itemId: number
  /** The sentence; `start` and `end` are the span of the figure in it. */
  readonly quote: string
  readonly start: number
  readonly end: number
  /** Terms of the sentence near the figure, in order. */
  readonly near: readonly ContentTerm[]
  /** The value it gives. */
  readonly value: number
}

/** Returns the subject of a figure in the reader's language if there is one, else one in Latin letters, else the first. */
export function subjectFor({ of }: Pick<Figure, 'of'>, language: string): Subject | undefined {
  return (
    of?.find((subject) => subject.language === language) ?? of?.find(({ text }) => !NOT_LATIN.test(text)) ?? of?.[0]
  )
}

/** Letters of other scripts than Latin. Most readers of Chinese, Japanese or Korean read Latin letters too, but not vice versa. */
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u

const MOST_LETTERS = 60
/**
 * Least terms of a subject. A single word is as often a verb as a thing: on the demo day, 12 of 24 single words said nothing ("reads",
 * "worth", "needs"), but only 1 of 12 subjects of two or more words.
 */
const LEAST_TERMS = 2
/** What may separate words of one subject: spaces, hyphens, short words such as "of the". */
const JOINT = /^(?:[\s\-‐‑–'’・]*|\s(?:of|for|in|on|the|of the|in the|for the|de|du|des|la)\s)$/u

/**
 * Finds the subject of a figure: the words near it that its statements have in common, as the earliest of them wrote them.
 *
 * The words are always those of a sentence: "SWE-bench Verified" for "scores 71.4% on SWE-bench Verified" and "reaches 68.9% on SWE-bench
 * Verified". Languages are treated separately.
 *
 * @param statements statements of all values of the figure, earliest first
 * @returns one subject for each language in which at least two owners share words; empty if there is none
 */
export function figureOf(statements: readonly Statement[]): readonly Subject[] {
  const values = new Set(statements.map(({ value }) => value)).size
  return [...new Set(statements.map(({ language }) => language))].flatMap((language) => {
    const own = statements.filter((each) => each.language === language)
    // Words near only one of several values may be about that value alone: "the higher figure".
    if (values > 1 && new Set(own.map(({ value }) => value)).size < 2) return []
    return subjectIn(own) ?? []
  })
}

function subjectIn(statements: readonly Statement[]): Subject | undefined {
  const owners = new Map<string, Set<string>>()
  for (const { owner, near } of statements) {
    for (const { term } of near) owners.set(term, (owners.get(term) ?? new Set()).add(owner))
  }
  const all = new Set(statements.map(({ owner }) => owner)).size
  const isShared = ({ term }: ContentTerm) => (owners.get(term)?.size ?? 0) >= Math.max(2, all / 2)
  for (const statement of statements) {
    const run = nearestRun(statement, statement.near.filter(isShared))
    if (run === undefined) continue
    const { itemId, language, quote } = statement
    const text = wholeWords(quote, run, language)
    if (isSaid(text)) return { text, language, itemId }
  }
  return undefined
}

/**
 * Adjusts a run of character pairs, which begin and end within words, to whole words. In Japanese, a block of kanji or katakana is taken as
 * one word; otherwise the words that `Intl.Segmenter` finds inside the run are kept.
 */
function wholeWords(quote: string, { start, end }: Run, language: string): string {
  const text = quote.slice(start, end)
  if (!UNSPACED.test(text)) return text
  for (const { 0: block, index } of quote.matchAll(BLOCK)) {
    if (language === 'ja' && index < end && start < index + block.length && block.length <= MOST_IN_WORD) return block
  }
  const from = Math.max(0, start - AROUND)
  const words: string[] = []
  for (const { index, segment } of wordSegmenter(language).segment(quote.slice(from, end + AROUND))) {
    if (from + index >= end) break
    if (from + index >= start && from + index + segment.length <= end) words.push(segment)
  }
  const first = words.findIndex((word) => TELLING.test(word))
  const last = words.findLastIndex((word) => TELLING.test(word))
  const kept = first < 0 ? [] : words.slice(first, last + 1)
  return kept.join('').replace(LINKING_END, '')
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Making one takes a hundred times as long as segmenting a sentence. */
function wordSegmenter(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  return segmenter
}

/** Characters on each side of a run that are read to tell its words apart; most sentences of CJK news are shorter. */
const AROUND = 100
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const BLOCK = /[\p{Script=Han}\p{Script=Katakana}ー]{3,}/gu
const MOST_IN_WORD = 8
/** "from", "to", "about" before a figure. */
const LINKING_END = /[由为為从從至到达達约約比较較]$/u
/** "Last quarter" is a time, not a subject. */
const ONLY_WHEN = /^(?:last|this|next|past|previous|coming)[ -](?:year|quarter|month|week|decade)s?$/i
/** A word of at least two characters that is not wholly hiragana, which is Japanese grammar. */
const TELLING = /^(?!\p{Script=Hiragana}+$)[\p{L}\p{N}ー]{2,}/u

interface Run {
  readonly start: number
  readonly end: number
  readonly terms: number
}

/** Returns the longest run of neighbouring shared terms; of equally long ones, the nearest to the figure. */
function nearestRun(statement: Statement, shared: readonly ContentTerm[]): Run | undefined {
  const { quote } = statement
  const runs: Run[] = []
  for (const { start, end } of shared) {
    const last = runs.at(-1)
    // Pairs of characters overlap.
    if (last && (start <= last.end || JOINT.test(quote.slice(last.end, start))) && !parts(statement, last.end, start)) {
      runs[runs.length - 1] = { start: last.start, end: Math.max(end, last.end), terms: last.terms + 1 }
    } else runs.push({ start, end, terms: 1 })
  }
  const away = (run: Run) => Math.max(run.start - statement.end, statement.start - run.end)
  return runs
    .filter(({ start, end, terms }) => terms >= LEAST_TERMS && end - start <= MOST_LETTERS)
    .sort((a, b) => b.terms - a.terms || away(a) - away(b))[0]
}

/** Whether the figure itself is between two offsets. */
function parts({ start, end }: Statement, from: number, to: number): boolean {
  return from <= start && end <= to
}

/** Whether a text can be shown as a subject: not too short, not a time, and without figures, which are listed separately. */
function isSaid(text: string): boolean {
  return text.length >= 3 && !ONLY_WHEN.test(text) && /\p{L}{2}/u.test(text) && !/(?:^|[^\p{L}-])\p{N}/u.test(text)
}
