import { toSimplified } from '../entity/traditional-to-simplified.ts'
import { everyMatch } from '../lib/every-match.ts'
import type { SearchPhrase } from './search-phrases.ts'
import { foldAccents, foldedRuns, MAX_TOKEN_UNITS } from './search-tokens.ts'

/** Where one of a query's phrases stands in a text. */
export interface SearchPlace {
  /** Position in the query's phrases. */
  readonly phrase: number
  /** In UTF-16 units of the text as written; never within a character. */
  readonly start: number
  readonly end: number
}

interface PlacedToken extends Omit<SearchPlace, 'phrase'> {
  readonly token: string
}

/** A character with its marks; Hangul letters join each other, half-width voicing marks the kana before. */
const CHARACTER = /(?:[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\s\S])[\p{M}\uff9e\uff9f]*/gu

/**
 * Finds phrases in a text by the rules of the index: what is compared is in one form, places are in the text as written.
 * Linear in the length of the text times the number of phrases.
 *
 * @returns in order of their start
 * @example
 * searchPlaces('A Café’s AI', [['cafe'], ['ai']])
 * // [{ phrase: 0, start: 2, end: 6 }, { phrase: 1, start: 9, end: 11 }]
 */
export function searchPlaces(text: string, phrases: readonly SearchPhrase[]): readonly SearchPlace[] {
  const { inOrder, characters } = placedTokens(text)
  const places = phrases.flatMap((tokens, phrase) => {
    const [first] = tokens
    const among = tokens.length === 1 && characters.some(({ token }) => token === first) ? characters : inOrder
    return among.flatMap(({ start }, at) =>
      tokens.every((token, offset) => among[at + offset]?.token === token)
        ? { phrase, start, end: among[at + tokens.length - 1]!.end }
        : [],
    )
  })
  return places.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Words and pairs of CJK characters in order, and each CJK character: what the index has of a text, with its places. */
function placedTokens(text: string): {
  readonly inOrder: readonly PlacedToken[]
  readonly characters: readonly PlacedToken[]
} {
  const { folded, starts, ends } = foldInPlace(text)
  const placed = (token: string, from: number, units: number) => {
    return { token, start: starts[from]!, end: ends[from + units - 1]! }
  }
  const inOrder: PlacedToken[] = []
  const characters: PlacedToken[] = []
  for (const run of foldedRuns(folded)) {
    if (!run.isCjk) {
      inOrder.push(placed(run.text.slice(0, MAX_TOKEN_UNITS), run.start, run.text.length))
      continue
    }
    let at = run.start
    let before: PlacedToken | undefined
    for (const character of run.text) {
      const one = placed(toSimplified(character), at, character.length)
      if (before) inOrder.push({ token: before.token + one.token, start: before.start, end: one.end })
      characters.push(one)
      before = one
      at += character.length
    }
  }
  return { inOrder, characters }
}

/** The text in the form of the index; for each of its units where the character that it came from begins and ends. */
function foldInPlace(text: string): {
  readonly folded: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
} {
  // A sigma at the end of a word is another letter; only some Turkish and Lithuanian letters change their length.
  const lower = text.toLowerCase()
  const source = lower.length === text.length ? lower : text
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  for (const { 0: character, index } of everyMatch(source, CHARACTER)) {
    const form = foldAccents(character.toLowerCase())
    folded += form
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(index)
      ends.push(index + character.length)
    }
  }
  return { folded, starts, ends }
}
