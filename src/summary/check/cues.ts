import { contentTerms } from './content-terms.ts'
import type { Statement } from './statement.ts'

/** Words that change what a clause claims, such as "not" and "plans to", by language. */
export interface CueWords {
  /** Before what they bear on: English, Chinese, Korean 안 and 못. */
  readonly ahead: RegExp
  /** Behind what they bear on: Japanese and Korean endings. */
  readonly behind: RegExp
}

/** A cue in a text and the terms it bears on, nearest first. */
export interface Cue {
  readonly text: string
  readonly start: number
  /** Behind its last character. */
  readonly end: number
  readonly scope: readonly string[]
}

/** Terms that a cue bears on; pairs of characters overlap, so that there are more of them. */
const LATIN_SCOPE = 3
const CJK_SCOPE = 4
/** Cues of a text that are read; pairs of them are compared, and a hostile text is nothing else. */
const MOST_CUES = 400
const CLAUSE_END = /[.,;:!?。，、；：！？\n]/

/** @param words patterns with flag `g`, over folded text */
export function cuesOf(statement: Statement, words: CueWords): readonly Cue[] {
  // How much it costs stands between a plan and its verb: 计划以12亿美元收购.
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

/** A pair with hiragana is an ending: 収す of 買収する, 収し of 買収した. */
const INFLECTED = /\p{Script=Hiragana}/u

const UNSPACED = /^(?:zh|ja)$/

/** In Chinese and Japanese with blanks for them, each character in its place. */
function withoutQuantities(statement: Statement): string {
  const { folded, language } = statement
  if (!UNSPACED.test(language)) return folded
  return statement.quantities.reduce((text, { start, end }) => {
    // With 以 before: "for".
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

/** The term a cue bears on first: the verb of "did not approve the plan". */
export function headOf(cue: Cue): readonly string[] {
  return cue.scope.slice(0, 1)
}

/** Whether a term is said outside the reach of all the cues. */
export function isSaidFreely(term: string, statement: Statement, cues: readonly Cue[]): boolean {
  const said = contentTerms(statement.folded).filter((each) => each.term === term).length
  const bound = cues.filter(({ scope }) => scope.includes(term)).length
  return said > bound
}
