import { fold } from './fold.ts'
import { quantitiesOf } from './quantities.ts'

/** Characters read on each side; longer than any number with its unit. */
const AROUND = 32
/** A letter, mark or digit, except of scripts without spaces and of Hangul. */
const IN_WORD =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}]/u
const ENDS_IN_WORD = new RegExp(`(?:${IN_WORD.source.slice(1)})$`, 'u')

/**
 * Whether a span that begins or ends at this place would cut a word or a number in two: “revenue of $4.” of “revenue of $4.82
 * billion”, “approved” of “disapproved”. Such quotes are verbatim and yet misrepresent the text.
 *
 * @param place a UTF-16 offset
 */
export function isCutAt(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return false
  const from = Math.max(0, place - AROUND)
  const before = text.slice(from, place)
  const after = text.slice(place, place + AROUND)
  // At a line break, as in lists, the next line does not continue a number.
  if (/\n\s*$/.test(before) || /^\s*\n/.test(after)) return false
  if (ENDS_IN_WORD.test(before) && IN_WORD.test(after)) return true
  if (/\d[.,]$/.test(before) && /^\d/.test(after)) return true
  if (/\d$/.test(before) && /^[.,]\d/.test(after)) return true
  const around = before + after
  const middle = place - from
  return quantitiesOf(around, fold(around), []).some(({ start, end }) => start < middle && end > middle)
}
