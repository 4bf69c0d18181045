import { toSimplified } from '../../entity/traditional-to-simplified.ts'
import { withEuropeanDigits } from '../../lib/native-digits.ts'

const FOREIGN = /[^\0-\x7f]/
const foldedCharacters = new Map<string, string>()

/**
 * Normalises a text for comparison: lower case, Traditional to Simplified characters, full-width to plain forms, digits of all
 * scripts to European ones, one kind of apostrophe and space. Offsets in UTF-16 units stay the same: `fold(text).length === text.length`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  const kept = lower.length === text.length ? lower : text
  if (!FOREIGN.test(kept)) return kept.replace(/\s/g, ' ')
  let folded = ''
  for (let at = 0; at < kept.length; at++) folded += foldUnit(kept[at]!)
  return folded
}

function foldUnit(unit: string): string {
  let folded = foldedCharacters.get(unit)
  if (folded === undefined) {
    folded = foldNew(unit)
    foldedCharacters.set(unit, folded)
  }
  return folded
}

function foldNew(unit: string): string {
  if (/\s/.test(unit)) return ' '
  if ('’‘ʼ＇'.includes(unit)) return "'"
  if (/[\uff01-\uff5e]/.test(unit)) return String.fromCharCode(unit.charCodeAt(0) - 0xfee0).toLowerCase()
  const simplified = toSimplified(unit)
  return simplified.length === 1 ? withEuropeanDigits(simplified) : unit
}
