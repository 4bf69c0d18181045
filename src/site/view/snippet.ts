import type { SearchPhrase } from '../../store/search-phrases.ts'
import { type SearchPlace, searchPlaces } from '../../store/search-places.ts'
import { lastSentenceEnd } from './excerpt.ts'

/** A text with what was looked for marked in it. */
export interface MarkedText {
  readonly text: string
  /** In order, apart from each other; UTF-16 units of the text. */
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

/** Characters of an item's text that are looked through; words found further on alone have no snippet. */
const MOST_READ = 20_000
/** Width of a snippet; a CJK character is as wide as two. */
const MOST_UNITS = 260
/** How far before the first mark its sentence may begin; of one that begins farther away less is shown. */
const UNITS_BEFORE = 130
const UNITS_BEFORE_CUT = 60
const CUT = '[…]'

/** @returns the whole text, with every place of every phrase */
export function markedText(text: string, phrases: readonly SearchPhrase[]): MarkedText {
  return { text, marks: joined(text, searchPlaces(text, phrases)) }
}

/**
 * The part of an item's text in which the most of a query's phrases stand together, the first of such parts, cut at the
 * ends of sentences or words; about 260 characters wide. Linear in the length of the text.
 *
 * @returns undefined where the first 20,000 characters of the text have none of them
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

/** Places that meet, overlap or are apart by a blank are one mark. */
function joined(text: string, places: readonly SearchPlace[]): MarkedText['marks'] {
  const marks: { start: number; end: number }[] = []
  for (const { start, end } of places) {
    const last = marks.at(-1)
    if (last && /^\s?$/.test(text.slice(last.end, start))) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}

/** @returns at each position of the text how wide all before it is */
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

/** @returns the first place from which on the most phrases stand within a snippet's width */
function richest(places: readonly SearchPlace[], widths: Uint32Array): SearchPlace {
  let best = places[0]!
  let most = 0
  let next = 0
  /** Places by phrase from `first` up to `next`. */
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

/** @returns where the sentence of a mark begins, if it is near, else a word before the mark */
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

/** @returns where a snippet ends: after a sentence, if much of the room is taken by then, else after a word */
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

/** The beginning of a character at a position or right after it. */
function atCharacter(text: string, position: number): number {
  const rest = /^[\udc00-\udfff\p{M}\uff9e\uff9f]+/u.exec(text.slice(position, position + 8))
  return position + (rest?.[0].length ?? 0)
}
