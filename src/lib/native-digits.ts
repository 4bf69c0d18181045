/** A decimal digit of any script but the European ones, or an Arabic decimal or thousands separator. */
const NATIVE = /[\u066b\u066c]|(?![0-9])\p{Nd}/gu
/** Every script whose digits are outside ASCII is above this. */
const MAY_HAVE_NATIVE = /[\u0660-\u1c59\ua620-\uabf9\uff10-\uff19\u{10000}-\u{1ffff}]/u

/**
 * Writes the digits of every script as 0–9, so that `২০২৬`, `٢٠٢٦` and `2026` are one number. Keeps the number of characters.
 *
 * @example
 * withEuropeanDigits('٣٬٤٠٠٫٥') // '3,400.5'
 */
export function withEuropeanDigits(text: string): string {
  return MAY_HAVE_NATIVE.test(text) ? text.replace(NATIVE, european) : text
}

function european(character: string): string {
  if (character === '\u066b') return '.'
  if (character === '\u066c') return ','
  return String(digitValue(character.codePointAt(0)!))
}

/** Returns the value of a decimal digit: Unicode encodes them in runs of ten that begin with zero (TUS 4.6). */
function digitValue(code: number): number {
  let first = code
  while (IS_DIGIT.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}

const IS_DIGIT = /\p{Nd}/u
