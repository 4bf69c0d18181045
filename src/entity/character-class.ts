/** Classes of folded UTF-16 units for the tokeniser. */
export const LATIN = 1
/** Cyrillic or Greek letter. */
export const ALPHABETIC = 2
export const DIGIT = 3
/** A separator that may stand between two tokens of a name: space, hyphen, underscore, slash, middle dot. */
export const GAP = 4
export const KATAKANA = 5
export const HANGUL = 6
/** A character that is a token by itself. */
const OTHER = 7

const GAPS = ' \t_-/\u2010\u2011\u2012\u2013\u2212\u00b7\u2027\u2022\u30fb'

/** Cache of classes by unit; 0 = not classified yet. */
const classes = new Uint8Array(0x10000)

/** Returns the class of a folded UTF-16 unit. */
export function characterClass(unit: number): number {
  const known = classes[unit]!
  if (known !== 0) return known
  const found = classify(String.fromCharCode(unit))
  classes[unit] = found
  return found
}

/** Whether a unit is Latin, Cyrillic or Greek: scripts in which a name ends where the letters end. */
export function isLetter(unit: number): boolean {
  const found = characterClass(unit)
  return found === LATIN || found === ALPHABETIC
}

function classify(character: string): number {
  if (GAPS.includes(character)) return GAP
  if (character >= '0' && character <= '9') return DIGIT
  // A combining mark that was not composed with a letter still belongs to its word.
  if (/\p{Script=Latin}|[\u0300-\u036f]/u.test(character)) return LATIN
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character)) return ALPHABETIC
  if (/[\p{Script=Katakana}ー]/u.test(character)) return KATAKANA
  if (/\p{Script=Hangul}/u.test(character)) return HANGUL
  return OTHER
}
