import type { ContentTerm } from '../check/content-terms.ts'
import type { Figure, Subject } from './types.ts'

/** One place where a figure is stated. */
export interface Statement {
  /** Of the report: two outlets of one owner are one voice. */
  readonly owner: string
  readonly language: string
  readonly itemId: number
  /** The sentence, and where in it the figure stands. */
  readonly quote: string
  readonly start: number
  readonly end: number
  /** Terms of the sentence near the figure, in order. */
  readonly near: readonly ContentTerm[]
  /** Which of the values it gives. */
  readonly value: number
}

/** What a figure is said to be a figure of: in the reader's language where a report words it so, else in Latin letters, else as the first does. */
export function subjectFor({ of }: Pick<Figure, 'of'>, language: string): Subject | undefined {
  return (
    of?.find((subject) => subject.language === language) ?? of?.find(({ text }) => !NOT_LATIN.test(text)) ?? of?.[0]
  )
}

/** Most who read Chinese, Japanese or Korean read these too; the other way round few do. */
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u

const MOST_LETTERS = 60
/**
 * One word alone is a verb as often as a thing: on the demo's day 12 of 24 single words said nothing ("reads", "worth", "needs"), of two and
 * more words 1 of 12.
 */
const LEAST_TERMS = 2
/** Between words of one name: a blank, a hyphen, a short word such as "of the". */
const JOINT = /^(?:[\s\-‐‑–'’・]*|\s(?:of|for|in|on|the|of the|in the|for the|de|du|des|la)\s)$/u

/**
 * What a figure is a figure of: the words nearest to it that those who state it have in common, as the earliest of them wrote them.
 *
 * Words of the sentence itself, never our own: "SWE-bench Verified" of "scores 71.4% on SWE-bench Verified" and "reaches 68.9% on SWE-bench
 * Verified". Languages do not meet here; each has its own.
 *
 * @param statements of all values of the figure, earliest first
 * @returns one a language in which two owners at least state it alike; none where they share no word
 */
export function figureOf(statements: readonly Statement[]): readonly Subject[] {
  const values = new Set(statements.map(({ value }) => value)).size
  return [...new Set(statements.map(({ language }) => language))].flatMap((language) => {
    const own = statements.filter((each) => each.language === language)
    // Words around one of two values alone may be about that value alone: "the higher figure".
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
 * Pairs of Chinese, Japanese and Korean characters begin and end within words. In Japanese a word is as a rule the characters between two
 * particles; elsewhere whole words are kept, as far as a list of words knows them.
 */
function wholeWords(quote: string, { start, end }: Run, language: string): string {
  const text = quote.slice(start, end)
  if (!UNSPACED.test(text)) return text
  for (const { 0: block, index } of quote.matchAll(BLOCK)) {
    if (language === 'ja' && index < end && start < index + block.length && block.length <= MOST_IN_WORD) return block
  }
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(quote)].filter(
    ({ index, segment }) => index >= start && index + segment.length <= end,
  )
  const first = words.findIndex(({ segment }) => TELLING.test(segment))
  const last = words.findLastIndex(({ segment }) => TELLING.test(segment))
  const kept = first < 0 ? [] : words.slice(first, last + 1)
  return kept
    .map(({ segment }) => segment)
    .join('')
    .replace(LINKING_END, '')
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const BLOCK = /[\p{Script=Han}\p{Script=Katakana}ー]{3,}/gu
const MOST_IN_WORD = 8
/** "from", "to", "about" before a figure. */
const LINKING_END = /[由为為从從至到达達约約比较較]$/u
/** "Last quarter" says when, not of what. */
const ONLY_WHEN = /^(?:last|this|next|past|previous|coming)[ -](?:year|quarter|month|week|decade)s?$/i
/** A word of two characters at least that are no grammar of Japanese. */
const TELLING = /^(?!\p{Script=Hiragana}+$)[\p{L}\p{N}ー]{2,}/u

interface Run {
  readonly start: number
  readonly end: number
  readonly terms: number
}

/** Of neighbouring terms that are shared, the most; of as many, those nearest to the figure. */
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

/** Whether the figure itself stands between two places. */
function parts({ start, end }: Statement, from: number, to: number): boolean {
  return from <= start && end <= to
}

/** Figures among the words are told by lines of their own. */
function isSaid(text: string): boolean {
  return text.length >= 3 && !ONLY_WHEN.test(text) && /\p{L}{2}/u.test(text) && !/(?:^|[^\p{L}-])\p{N}/u.test(text)
}
