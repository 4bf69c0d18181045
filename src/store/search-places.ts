import { toSimplified } from '../entity/traditional-to-simplified.ts'
import { everyMatch } from '../lib/every-match.ts'
import type { SearchPhrase } from './search-phrases.ts'
import { charactersOf, foldAccents, foldedRuns, MAX_TOKEN_UNITS } from './search-tokens.ts'

/** An occurrence of one of a query's phrases in a text. */
export interface SearchPlace {
  /** Index in the query's phrases. */
  readonly phrase: number
  /** Offset in UTF-16 units of the original text; never within a character. */
  readonly start: number
  readonly end: number
}

/** A token of the text that occurs in one of the phrases. */
interface PlacedToken extends Omit<SearchPlace, 'phrase'> {
  readonly token: string
  /** Index among the tokens of the text. */
  readonly at: number
}

/**
 * Finds phrases in a text by the rules of the search index. Compares normalised text, but returns offsets in the original.
 * Linear in the length of the text; 20,000 Chinese characters take 3 ms, as many English ones 4 to 7 ms.
 *
 * @returns occurrences ordered by start
 * @example
 * searchPlaces('A Café’s AI', [['cafe'], ['ai']])
 * // [{ phrase: 0, start: 2, end: 6 }, { phrase: 1, start: 9, end: 11 }]
 */
export function searchPlaces(text: string, phrases: readonly SearchPhrase[]): readonly SearchPlace[] {
  const { inOrder, characters } = placedTokens(text, new Set(phrases.flat()))
  const places = phrases.flatMap((tokens, phrase) => {
    const [first] = tokens
    const alone = tokens.length === 1 ? characters.filter(({ token }) => token === first) : []
    if (alone.length > 0) return alone.map(({ start, end }) => ({ phrase, start, end }))
    return [...inOrder.values()].flatMap(({ token, at, start }) => {
      if (token !== first || !tokens.every((each, offset) => inOrder.get(at + offset)?.token === each)) return []
      return { phrase, start, end: inOrder.get(at + tokens.length - 1)!.end }
    })
  })
  return places.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Returns the wanted tokens of a text: words and pairs of characters by token index, and single characters. */
function placedTokens(
  text: string,
  wanted: ReadonlySet<string>,
): { readonly inOrder: ReadonlyMap<number, PlacedToken>; readonly characters: readonly PlacedToken[] } {
  const { folded, starts, ends } = foldInPlace(text)
  const inOrder = new Map<number, PlacedToken>()
  const characters: PlacedToken[] = []
  // Skips building pairs from characters that begin no wanted token, which are most.
  const beginnings = new Set(Array.from(wanted, (token) => token.charCodeAt(0)))
  let at = 0
  for (const run of foldedRuns(folded)) {
    if (!run.isUnspaced) {
      const token = run.text.slice(0, MAX_TOKEN_UNITS)
      if (wanted.has(token)) {
        inOrder.set(at, { token, at, start: starts[run.start]!, end: ends[run.start + run.text.length - 1]! })
      }
      at++
      continue
    }
    let unit = run.start
    let before = ''
    let start = 0
    for (const character of charactersOf(run.text)) {
      const simple = toSimplified(character)
      const end = ends[unit + character.length - 1]!
      if (before !== '') {
        const pair = beginnings.has(before.charCodeAt(0)) ? before + simple : ''
        if (pair !== '' && wanted.has(pair)) inOrder.set(at, { token: pair, at, start, end })
        at++
      }
      start = starts[unit]!
      if (wanted.has(simple)) characters.push({ token: simple, at, start, end })
      before = simple
      unit += character.length
    }
  }
  return { inOrder, characters }
}

/**
 * Matches, in group 1, a run of characters that only need lower-casing: ASCII, kana, common Han characters, Hangul syllables.
 * Otherwise matches one character with its combining marks, which may need folding. Hangul letters (jamo) combine with each other,
 * half-width voicing marks with the preceding kana.
 */
const CHARACTERS =
  /([\x00-\x7f\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3]+(?![\p{M}\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]))|(?:[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\s\S])[\p{M}\uff9e\uff9f]*/gu

/** Normalises a text as the index does. `starts` and `ends` map each unit of the result to the original character's bounds. */
function foldInPlace(text: string): {
  readonly folded: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
} {
  // Lower-cased as a whole because of the Greek final sigma; in rare cases, such as the Turkish İ, that changes the length.
  const lower = text.toLowerCase()
  const source = lower.length === text.length ? lower : text
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  for (const { 0: found, 1: plain, index } of everyMatch(source, CHARACTERS)) {
    if (plain !== undefined) {
      folded += plain.toLowerCase()
      for (let unit = 0; unit < plain.length; unit++) {
        starts.push(index + unit)
        ends.push(index + unit + 1)
      }
      continue
    }
    const form = foldAccents(found.toLowerCase())
    folded += form
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(index)
      ends.push(index + found.length)
    }
  }
  return { folded, starts, ends }
}
