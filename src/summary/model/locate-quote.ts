import { isCutAt } from '../check/cut.ts'
import { citedText } from '../check/evidence.ts'
import type { Citation } from '../types.ts'
import { visibleText } from './visible-text.ts'

/** Least length of a quote, in characters; shorter ones occur anywhere and support nothing. */
const MIN_QUOTE = 4

/**
 * Locates a model's quote in an item. White space and invisible characters may differ, because the prompt
 * cleans them; all other characters must be the same.
 *
 * @returns the span as the item has it; undefined if the quote is too short or not found
 */
export function locateQuote(
  item: { readonly id: number; readonly title: string; readonly text: string },
  quote: string,
): Citation | undefined {
  const text = citedText(item)
  const wanted = visibleText(quote).replace(/\s+/gu, ' ').trim()
  if (wanted.length < MIN_QUOTE) return undefined
  const exact = wholeOrFirst(text, everyPlace(text, quote), quote.length)
  if (exact !== undefined) return { itemId: item.id, start: exact, end: exact + quote.length, quote }
  const { folded, places } = foldWithPlaces(text)
  const at = wholeOrFirst(folded, everyPlace(folded, wanted), wanted.length)
  if (at === undefined) return undefined
  const start = places[at]!
  const end = places[at + wanted.length - 1]! + 1
  return { itemId: item.id, start, end, quote: text.slice(start, end) }
}

function everyPlace(text: string, wanted: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at)
  return places
}

/** Returns the first place where a quote consists of whole words (“Heron” is also in “Herons”), or else the first place. */
function wholeOrFirst(text: string, places: readonly number[], length: number): number | undefined {
  return places.find((at) => !isCutAt(text, at) && !isCutAt(text, at + length)) ?? places[0]
}

/** Collapses white space and removes invisible characters; `places` maps each UTF-16 unit of the result to its original offset. */
function foldWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = ''
  const places: number[] = []
  let place = 0
  for (const char of text) {
    const seen = /\s/u.test(char) ? ' ' : visibleText(char)
    if (seen !== '' && !(seen === ' ' && folded.endsWith(' '))) {
      for (let unit = 0; unit < seen.length; unit++) places.push(place + unit)
      folded += seen
    }
    place += char.length
  }
  return { folded, places }
}
