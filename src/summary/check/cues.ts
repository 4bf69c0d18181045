import { contentTerms } from './content-terms.ts'
import type { Statement } from './statement.ts'

/** Words that change what a clause claims, such as "not" and "plans to", by language. */
export interface CueWords {
  /** Words before their scope: English, Chinese, Korean 안 and 못. */
  readonly ahead: RegExp
  /** Words after their scope: Japanese and Korean endings. */
  readonly behind: RegExp
}

/** A cue in a text, with the terms in its scope, nearest first. */
export interface Cue {
  readonly text: string
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly scope: readonly string[]
}

/** Most terms in a cue's scope; more for CJK, where character pairs overlap. */
const LATIN_SCOPE = 3
const CJK_SCOPE = 4
/** Most cues read per text: they are compared in pairs, and a hostile text may consist of cues. */
const MOST_CUES = 400
const CLAUSE_END = /[.,;:!?。，、；：！？\n]/

/**
 * Finds the cues of a text.
 *
 * @param words patterns with flag `g` for folded text
 */
export function cuesOf(statement: Statement, words: CueWords): readonly Cue[] {
  // A price may stand between a plan and its verb: 计划以12亿美元收购.
  const folded = withoutQuantities(statement)
  const cues: Cue[] = []
  for (const match of statement.folded.matchAll(words.ahead)) {
    if (cues.length >= MOST_CUES) break
    const from = match.index + match[0].length
    cues.push(
      cueAt(
        statement,
        match,
        contentTerms(clauseAfter(folded, from)).map(({ term }) => term),
      ),
    )
  }
  for (const match of statement.folded.matchAll(words.behind)) {
    if (cues.length >= MOST_CUES) break
    const terms = contentTerms(clauseBefore(folded, match.index)).map(({ term }) => term)
    cues.push(cueAt(statement, match, terms.reverse()))
  }
  return cues
}

/** A pair with hiragana belongs to an ending: 収す in 買収する, 収し in 買収した. */
const INFLECTED = /\p{Script=Hiragana}/u

const UNSPACED = /^(?:zh|ja)$/

/** Blanks out quantities in Chinese and Japanese, keeping all offsets; returns other languages unchanged. */
function withoutQuantities(statement: Statement): string {
  const { folded, language } = statement
  if (!UNSPACED.test(language)) return folded
  return statement.quantities.reduce((text, { start, end }) => {
    // Including 以 ("for") before it.
    const from = text[start - 1] === '以' ? start - 1 : start
    return text.slice(0, from) + ' '.repeat(end - from) + text.slice(end)
  }, folded)
}

function cueAt({ text }: Statement, match: RegExpExecArray, found: readonly string[]): Cue {
  const stems = found.filter((term) => !INFLECTED.test(term))
  const terms = stems.length > 0 ? stems : found
  const most = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(terms[0] ?? '')
    ? CJK_SCOPE
    : LATIN_SCOPE
  const shown = text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 24).trim()
  return { text: shown, start: match.index, end: match.index + match[0].length, scope: terms.slice(0, most) }
}

function clauseAfter(folded: string, from: number): string {
  const rest = folded.slice(from, from + 80)
  const end = rest.slice(1).search(CLAUSE_END)
  return end < 0 ? rest : rest.slice(0, end + 1)
}

function clauseBefore(folded: string, to: number): string {
  const before = folded.slice(Math.max(0, to - 40), to)
  for (let at = before.length - 1; at >= 0; at--) if (CLAUSE_END.test(before[at]!)) return before.slice(at + 1)
  return before
}

/** Returns the first term in a cue's scope, such as the verb of "did not approve the plan"; empty if there is none. */
export function headOf(cue: Cue): readonly string[] {
  return cue.scope.slice(0, 1)
}

/** Whether a term occurs outside the scope of all the cues. */
export function isSaidFreely(term: string, statement: Statement, cues: readonly Cue[]): boolean {
  const said = contentTerms(statement.folded).filter((each) => each.term === term).length
  const bound = cues.filter(({ scope }) => scope.includes(term)).length
  return said > bound
}
