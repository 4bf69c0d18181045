import { levelMarks } from './level-marks.ts'

/**
 * Invisible characters that change how others are displayed or compared. The zero-width joiner and non-joiner are not included, as
 * Persian, Indic scripts and emoji need them.
 */
const INVISIBLE = codePointClass([
  // C0 controls except tab and line feed; DEL and C1.
  [0x0000, 0x0008],
  [0x000b, 0x001f],
  [0x007f, 0x009f],
  // Soft hyphen, grapheme joiner, Hangul and Khmer fillers, Mongolian selectors.
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
  // Bidirectional marks, overrides and isolates: they can reverse a title.
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x206f],
  // Zero-width space, word joiner, invisible operators, BOM.
  [0x200b, 0x200b],
  [0x2060, 0x2065],
  [0xfeff, 0xfeff],
  // Variation selectors except the emoji one, and tag characters, which can encode hidden text.
  [0xfe00, 0xfe0e],
  [0xe0000, 0xe0fff],
  // Interlinear marks, object replacement, noncharacters.
  [0xfdd0, 0xfdef],
  [0xfff0, 0xfffc],
  [0xfffe, 0xffff],
  // Lone surrogates (with the u flag, a pair never matches).
  [0xd800, 0xdfff],
])

function codePointClass(ranges: readonly (readonly [number, number])[]): RegExp {
  const escaped = ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
  return new RegExp(`[${escaped.join('')}]`, 'gu')
}

/**
 * Combining accents. Real writing stacks only a few on one letter (Vietnamese two, vocalised Hebrew and pointed Greek three or four); more
 * overflow the line and cover its neighbours.
 */
const MARK = '[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'
const PILED_MARKS = new RegExp(`(${MARK}{6})${MARK}+`, 'g')

/**
 * Removes invisible and direction-changing characters, lone surrogates and all but six accents in a row (30 of other marks), converts line
 * endings to `\n` and normalises to NFC. Linear. Idempotent.
 */
export function cleanText(raw: string): string {
  // NFC turns some marks into two.
  const text = levelMarks(visibleText(raw).normalize('NFC'))
  const levelled = text.replace(PILED_MARKS, '$1')
  return levelled.length === text.length ? text : levelled.normalize('NFC')
}

/** Like `cleanText`, but for markup: does not compose, as an accent may follow a tag, and `>` with a stroke would become `≯`. */
export function visibleText(raw: string): string {
  return levelMarks(raw.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(INVISIBLE, ''))
}

/** Cleans a text, collapses every run of white space to one space and trims the ends. */
export function oneLine(raw: string): string {
  return cleanText(raw)
    .replace(/[\s\u2800]+/g, ' ')
    .trim()
}

/** Cleans a text, collapses spaces within lines, and keeps at most one blank line between two lines. */
export function tidyLines(raw: string): string {
  return cleanText(raw)
    .split('\n')
    .map((line) => line.replace(/[\s\u2800]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Shortens a text that is too long and appends an ellipsis; cuts after a word if one ends in the last fifth.
 * @param maxLength in UTF-16 units, the ellipsis included; ≥ 1
 */
export function clipText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const room = wholeCharacters(text, maxLength - 1)
  const lastSpace = room.lastIndexOf(' ')
  const kept = lastSpace > maxLength * 0.8 ? room.slice(0, lastSpace) : room
  return `${kept.trimEnd()}…`
}

/** Returns the first `length` UTF-16 units, one less if that would split a surrogate pair. */
export function wholeCharacters(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  const cutsPair = length < text.length && last >= 0xd800 && last <= 0xdbff
  return text.slice(0, Math.max(0, cutsPair ? length - 1 : length))
}
