import { toSimplified } from '../../entity/traditional-to-simplified.ts'

/**
 * Normalises a sentence for matching: lower case, Traditional Chinese to Simplified, full-width ASCII to plain ASCII, one kind of
 * apostrophe. The length is unchanged, so that positions are the same in both.
 */
export function foldSentence(sentence: string): string {
  let folded = ''
  for (let i = 0; i < sentence.length; i++) {
    const code = sentence.charCodeAt(i)
    folded += code < 0x80 ? sentence[i]!.toLowerCase() : foldUnit(sentence[i]!, code)
  }
  return folded
}

function foldUnit(unit: string, code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase()
  if (unit === '’' || unit === '‘') return "'"
  const lower = unit.toLowerCase()
  const simplified = toSimplified(lower.length === 1 ? lower : unit)
  return simplified.length === 1 ? simplified : unit
}

/** Folds the non-ASCII text of a pattern, so that it matches folded sentences but can be written as published. */
export function foldPattern(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replace(/[^\u0000-\u007f]+/g, foldSentence), pattern.flags)
}
