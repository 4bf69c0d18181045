import { characterClass, DIGIT, HANGUL, isLetter, KATAKANA } from './character-class.ts'
import { CUT, type FoldedText } from './folded-text.ts'

const SMALL_S = 0x73

/**
 * Whether a name may begin at a position. In Latin, Cyrillic and Greek, and for numbers: not right after a letter. In
 * Katakana and Hangul: not right after a character of the same script. In Han: anywhere.
 */
export function mayBegin(folded: FoldedText, start: number): boolean {
  if (start === 0) return true
  const first = folded.units[start]!
  const before = folded.units[start - 1]!
  const kind = characterClass(first)
  if (kind === KATAKANA || kind === HANGUL) return characterClass(before) !== kind
  if (kind === DIGIT) return !isLetter(before)
  if (!isLetter(first)) return true
  // "10X" is a factor and "X10" a model, not the company X.
  const isOneLetter = start + 1 === folded.length || !isLetter(folded.units[start + 1]!)
  return !isLetter(before) && !(isOneLetter && characterClass(before) === DIGIT)
}

/**
 * Whether a name may end at a position. In Latin, Cyrillic and Greek, and for numbers: not right before a letter, except
 * a plural `s` after a number (B200s). In Katakana: not right before Katakana. In Hangul, where particles follow, and in
 * Han: anywhere.
 */
export function mayEnd(folded: FoldedText, end: number): boolean {
  const { units, length } = folded
  const after = end < length ? units[end]! : CUT
  const last = units[end - 1]!
  const kind = characterClass(last)
  if (kind === KATAKANA) return characterClass(after) !== KATAKANA
  if (kind === DIGIT) {
    if (!isLetter(after)) return true
    return after === SMALL_S && (end + 1 >= length || !isLetter(units[end + 1]!))
  }
  if (!isLetter(last)) return true
  const isOneLetter = end < 2 || !isLetter(units[end - 2]!)
  return !isLetter(after) && !(isOneLetter && characterClass(after) === DIGIT)
}
