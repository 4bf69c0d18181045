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

/** A token of the text that one of the phrases has. */
interface PlacedToken extends Omit<SearchPlace, 'phrase'> {
  readonly token: string
  /** Its number among the tokens of the text. */
  readonly at: number
}

/**
 * Finds phrases in a text by the rules of the index: what is compared is in one form, places are in the text as written.
 * Linear in the length of the text; 20,000 Chinese characters take 3 ms, as many English ones 4 to 7.
 *
 * @returns in order of their start
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

/** Of a text's words and pairs of CJK characters, by number, and of its CJK characters those that are wanted. */
function placedTokens(
  text: string,
  wanted: ReadonlySet<string>,
): { readonly inOrder: ReadonlyMap<number, PlacedToken>; readonly characters: readonly PlacedToken[] } {
  const { folded, starts, ends } = foldInPlace(text)
  const inOrder = new Map<number, PlacedToken>()
  const characters: PlacedToken[] = []
  // Most characters begin none of the pairs.
  const beginnings = new Set(Array.from(wanted, (token) => String.fromCodePoint(token.codePointAt(0) ?? 0)))
  let at = 0
  for (const run of foldedRuns(folded)) {
    if (!run.isCjk) {
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
    for (const character of run.text) {
      const simple = toSimplified(character)
      const end = ends[unit + character.length - 1]!
      if (before !== '') {
        const pair = beginnings.has(before) ? before + simple : ''
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
 * Characters that are in the index as they are, in lower case: ASCII, kana, the common Han characters, Hangul syllables; and a
 * character with its marks, which may not be. Hangul letters join each other, half-width voicing marks the kana before.
 */
const CHARACTERS =
  /([\x00-\x7f\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3]+(?![\p{M}\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]))|(?:[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\s\S])[\p{M}\uff9e\uff9f]*/gu

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
