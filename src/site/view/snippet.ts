import type { SearchPhrase } from '../../store/search-phrases.ts'
import { type SearchPlace, searchPlaces } from '../../store/search-places.ts'
import { lastSentenceEnd } from './excerpt.ts'

/** A text with its search matches marked. */
export interface MarkedText {
  readonly text: string
  /** Sorted, non-overlapping ranges in UTF-16 code units. */
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

/** Number of UTF-16 code units of an item's text that are searched; matches further on have no snippet. */
const MOST_READ = 20_000
/** Width of a snippet in characters; a CJK character counts as two. */
const MOST_UNITS = 260
/** Maximum distance from the start of the first mark's sentence to the mark. */
const UNITS_BEFORE = 130
/** Maximum width shown before the mark if its sentence starts farther away. */
const UNITS_BEFORE_CUT = 60
const CUT = '[…]'

/** @returns the whole text, with every match of every phrase marked */
export function markedText(text: string, phrases: readonly SearchPhrase[]): MarkedText {
  return { text, marks: joined(text, searchPlaces(text, phrases)) }
}

/**
 * Returns the first passage of an item's text that holds the most different phrases of a query, about 260 characters wide and cut
 * at ends of sentences or words. Linear in the length of the text.
 *
 * @returns undefined if the first 20,000 characters of the text contain none of the phrases
 */
export function snippetOf(text: string, phrases: readonly SearchPhrase[]): MarkedText | undefined {
  const read = text.slice(0, MOST_READ).replace(/\s+/g, ' ').trim()
  const places = searchPlaces(read, phrases)
  if (places.length === 0) return undefined
  const widths = widthsOf(read)
  const first = richest(places, widths)
  const start = startBefore(read, first.start, widths)
  const end = Math.max(first.end, endAfter(read, start, widths))
  const before = start > 0 ? `${CUT} ` : ''
  const shift = before.length - start
  return {
    text: before + read.slice(start, end) + (end < read.length ? ` ${CUT}` : ''),
    marks: joined(
      read,
      places.filter((place) => place.start >= start && place.end <= end),
    ).map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  }
}

/** Joins places that overlap, touch or are one space apart into one mark. */
function joined(text: string, places: readonly SearchPlace[]): MarkedText['marks'] {
  const marks: { start: number; end: number }[] = []
  for (const { start, end } of places) {
    const last = marks.at(-1)
    if (last && /^\s?$/.test(text.slice(last.end, start))) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}

/** @returns for each position, the width of the text before it */
function widthsOf(text: string): Uint32Array {
  const widths = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isWide =
      (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af) || (code >= 0xff00 && code <= 0xff60)
    widths[at + 1] = widths[at]! + (isWide ? 2 : 1)
  }
  return widths
}

/** @returns the first place after which the most different phrases fit within a snippet */
function richest(places: readonly SearchPlace[], widths: Uint32Array): SearchPlace {
  let best = places[0]!
  let most = 0
  let next = 0
  /** Number of places per phrase in the window from `first` to before `next`. */
  const inside = new Map<number, number>()
  for (const first of places) {
    const room = widths[first.start]! + MOST_UNITS - UNITS_BEFORE
    for (; next < places.length && widths[places[next]!.end]! <= room; next++) {
      inside.set(places[next]!.phrase, (inside.get(places[next]!.phrase) ?? 0) + 1)
    }
    if (inside.size > most) {
      most = inside.size
      best = first
    }
    const left = (inside.get(first.phrase) ?? 0) - 1
    if (left > 0) inside.set(first.phrase, left)
    else inside.delete(first.phrase)
  }
  return best
}

/** @returns where the sentence of a mark begins if that is near, else where a word before the mark begins */
function startBefore(text: string, mark: number, widths: Uint32Array): number {
  const within = (units: number) => {
    let far = mark
    while (far > 0 && widths[mark]! - widths[far - 1]! <= units) far--
    return far
  }
  const far = within(UNITS_BEFORE)
  const sentence = lastSentenceEnd(text.slice(far, mark))
  if (sentence > 0) return text[far + sentence] === ' ' ? far + sentence + 1 : far + sentence
  if (far === 0) return 0
  const near = within(UNITS_BEFORE_CUT)
  const blank = text.slice(near, mark).indexOf(' ')
  return blank >= 0 ? near + blank + 1 : atCharacter(text, near)
}

/** @returns where a snippet ends: after a sentence if that fills more than half of the width, else after a word */
function endAfter(text: string, start: number, widths: Uint32Array): number {
  let far = start
  while (far < text.length && widths[far + 1]! - widths[start]! <= MOST_UNITS) far++
  if (far === text.length) return far
  const shown = text.slice(start, far)
  const sentence = lastSentenceEnd(shown)
  if (sentence > shown.length / 2) return start + sentence
  const word = shown.lastIndexOf(' ')
  return word > shown.length / 2 ? start + word : atCharacter(text, far)
}

/** Moves a position out of the middle of a character, to the end of it. */
function atCharacter(text: string, position: number): number {
  const rest = /^[\udc00-\udfff\p{M}\uff9e\uff9f]+/u.exec(text.slice(position, position + 8))
  return position + (rest?.[0].length ?? 0)
}
