import { runPairs, searchRuns } from './search-tokens.ts'

/** Tokens that must be consecutive in a text. */
export type SearchPhrase = readonly string[]

const MAX_QUERY_UNITS = 400
const MAX_PHRASES = 16

/**
 * Parses a reader's query into phrases, all of which must occur; never fails. Words in double quotes or joined by
 * punctuation (`gpt-4o`) form one phrase, as does a run of a script without spaces.
 *
 * @returns at most 16 phrases; empty if the query has no tokens
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
    const tokens = run.isUnspaced ? runPairs(run.text) : [run.text]
    if (tokens.length === 0) {
      // Single characters of such a run are indexed without their position in the text.
      endPhrase()
      phrases.push([run.text])
    } else {
      phrase.push(...tokens)
    }
  }
  endPhrase()
}
