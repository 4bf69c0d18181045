import { cjkPairs, searchRuns } from './search-tokens.ts'

/** Tokens that must follow each other in a text. */
export interface SearchPhrase {
  readonly tokens: readonly string[]
  /** The (only) token may be the beginning of one. */
  readonly isPrefix: boolean
}

const MAX_QUERY_UNITS = 400
const MAX_PHRASES = 16

/**
 * Reads what a reader typed; never fails. All phrases must occur. Words in double quotes, or joined by a sign
 * (`gpt-4o`), are one phrase; each CJK run is one.
 *
 * @returns at most 16; empty where there is nothing to look for
 * @example
 * searchPhrases('"data centre" gpt-4o') // tokens ['data', 'centre'] and ['gpt', '4o']
 */
export function searchPhrases(query: string): readonly SearchPhrase[] {
  const phrases: SearchPhrase[] = []
  for (const [, quoted, bare] of query
    .slice(0, MAX_QUERY_UNITS)
    .matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)/g)) {
    addPhrases(phrases, quoted ?? bare!)
  }
  return phrases.slice(0, MAX_PHRASES)
}

function addPhrases(phrases: SearchPhrase[], text: string): void {
  let words: string[] = []
  const endPhrase = () => {
    if (words.length > 0) phrases.push({ tokens: words, isPrefix: false })
    words = []
  }
  for (const run of searchRuns(text)) {
    if (!run.isCjk) {
      words.push(run.text)
      continue
    }
    // The index has the last character of a run once more, so a phrase cannot go on across it.
    endPhrase()
    const pairs = cjkPairs(run.text)
    phrases.push(pairs.length > 0 ? { tokens: pairs, isPrefix: false } : { tokens: [run.text], isPrefix: true })
  }
  endPhrase()
}
