import { levelMarks } from './level-marks.ts'

/**
 * Characters that no reader sees and that change how others are shown or compared. Zero-width joiner and non-joiner are not
 * among them: Persian, Indic scripts and emoji are written with them.
 */
const INVISIBLE = codePointClass([
  // C0 controls but tab and line feed; DEL and C1.
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
  // Bidirectional marks, overrides and isolates: they turn a title around.
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x206f],
  // Zero-width space, word joiner, invisible operators, BOM.
  [0x200b, 0x200b],
  [0x2060, 0x2065],
  [0xfeff, 0xfeff],
  // Variation selectors but the emoji one, tag characters: a hidden text can be written with them.
  [0xfe00, 0xfe0e],
  [0xe0000, 0xe0fff],
  // Interlinear marks, object replacement, noncharacters.
  [0xfdd0, 0xfdef],
  [0xfff0, 0xfffc],
  [0xfffe, 0xffff],
  // Half a surrogate pair alone (a whole pair never matches with the u flag).
  [0xd800, 0xdfff],
])

function codePointClass(ranges: readonly (readonly [number, number])[]): RegExp {
  const escaped = ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
  return new RegExp(`[${escaped.join('')}]`, 'gu')
}

/**
 * Accents piled upon one letter, of which a few belong to writing (Vietnamese two, vocalised Hebrew and pointed Greek three or four): more
 * climb out of their line and cover those around it.
 */
const MARK = '[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]'
const PILED_MARKS = new RegExp(`(${MARK}{6})${MARK}+`, 'g')

/**
 * Removes invisible and direction-changing characters, lone surrogates and all but six of the accents piled upon a letter (30 of other
 * marks); unifies line ends to `\n`, composes to NFC. Linear. Cleaning twice changes nothing.
 */
export function cleanText(raw: string): string {
  // Some marks are two once composed.
  const text = levelMarks(visibleText(raw).normalize('NFC'))
  const levelled = text.replace(PILED_MARKS, '$1')
  return levelled.length === text.length ? text : levelled.normalize('NFC')
}

/** The same without composing: in markup an accent may stand behind a tag, and `>` with a stroke through it is `≯`. */
export function visibleText(raw: string): string {
  return levelMarks(raw.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(INVISIBLE, ''))
}

/** Clean text with every run of white space made one space, none at the ends. */
export function oneLine(raw: string): string {
  return cleanText(raw)
    .replace(/[\s\u2800]+/g, ' ')
    .trim()
}

/** Clean text with spaces collapsed within lines, and at most one blank line between two lines. */
export function tidyLines(raw: string): string {
  return cleanText(raw)
    .split('\n')
    .map((line) => line.replace(/[\s\u2800]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * The text, or its beginning with an ellipsis, cut after a word where one ends in the last fifth.
 * @param maxLength in UTF-16 units, the ellipsis included; ≥ 1
 */
export function clipText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const room = wholeCharacters(text, maxLength - 1)
  const lastSpace = room.lastIndexOf(' ')
  const kept = lastSpace > maxLength * 0.8 ? room.slice(0, lastSpace) : room
  return `${kept.trimEnd()}…`
}

/** The first `length` UTF-16 units, one less where that would cut a surrogate pair in two. */
export function wholeCharacters(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  const cutsPair = length < text.length && last >= 0xd800 && last <= 0xdbff
  return text.slice(0, Math.max(0, cutsPair ? length - 1 : length))
}
