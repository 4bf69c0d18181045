import { cjkPairs, searchRuns } from './search-tokens.ts'

/** Tokens that must follow each other in a text. */
export type SearchPhrase = readonly string[]

const MAX_QUERY_UNITS = 400
const MAX_PHRASES = 16

/**
 * Reads what a reader typed; never fails. All phrases must occur. Words in double quotes, or joined by a sign
 * (`gpt-4o`), are one phrase; so is a CJK run.
 *
 * @returns at most 16; empty where there is nothing to look for
 * @example
 * searchPhrases('"data centre" gpt-4o') // [['data', 'centre'], ['gpt', '4o']]
 */
export function searchPhrases(query: string): readonly SearchPhrase[] {
  const phrases: SearchPhrase[] = []
  for (const [, quoted, bare] of query
    .slice(0, MAX_QUERY_UNITS)
    .matchAll(/["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]|([^\s"“”„«»「」『』]+)/g)) {
    addPhrases(phrases, quoted ?? bare!)
  }
  return phrases.slice(0, MAX_PHRASES)
}

function addPhrases(phrases: SearchPhrase[], text: string): void {
  let phrase: string[] = []
  const endPhrase = () => {
    if (phrase.length > 0) phrases.push(phrase)
    phrase = []
  }
  for (const run of searchRuns(text)) {
    const tokens = run.isCjk ? cjkPairs(run.text) : [run.text]
    if (tokens.length === 0) {
      // A single character is indexed apart from the order of the text.
      endPhrase()
      phrases.push([run.text])
    } else {
      phrase.push(...tokens)
    }
  }
  endPhrase()
}
