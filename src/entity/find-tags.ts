import type { Candidate } from './candidate.ts'
import { fittingReadings } from './find-candidates.ts'
import type { FoldedText } from './folded-text.ts'
import { asOneWord, casedLetters } from './name-form.ts'
import type { TagIndex } from './name-index.ts'

/** Maximum length of a tag; the bound keeps the search for parts linear. */
const MAX_TAG_UNITS = 80
const MAX_HUMPS = 12

/** Finds names in hashtags: the whole tag (`#huaweitechnologies`), or CamelCase parts of it (`#GreaterBayAreaPower`). */
export function findTags(index: TagIndex, folded: FoldedText, tagSpans: readonly number[]): Candidate[] {
  const found: Candidate[] = []
  for (let i = 0; i < tagSpans.length; i += 2) {
    const start = tagSpans[i]!
    const end = tagSpans[i + 1]!
    if (end - start > MAX_TAG_UNITS) continue
    const whole = index.tags.get(asOneWord(folded.slice(start, end)))
    if (whole) {
      found.push({ start, end, readings: fittingReadings(whole, false, () => ''), isExcept: false })
      continue
    }
    collectParts(index, folded, start, end, found)
  }
  return found
}

function collectParts(index: TagIndex, folded: FoldedText, start: number, end: number, found: Candidate[]): void {
  const written = folded.text.slice(folded.starts[start]!, folded.ends[end - 1]!)
  // Where folding changed the length, humps cannot be located; such tags are found as a whole or by their tokens.
  if (written.length !== end - start) return
  const edges = humpEdges(written)
  if (edges.length > MAX_HUMPS + 1) return
  for (let from = 0; from < edges.length - 1; from++) {
    for (let to = edges.length - 1; to > from; to--) {
      if (written[edges[from]!] === '_' || written[edges[to]! - 1] === '_') continue
      const [partStart, partEnd] = [start + edges[from]!, start + edges[to]!]
      const readings = index.oneWord.get(asOneWord(folded.slice(partStart, partEnd)))
      if (!readings) continue
      const fitting = fittingReadings(readings, false, () => casedLetters(written.slice(edges[from], edges[to])))
      if (fitting.length === 0 && !readings.isExcept) continue
      found.push({ start: partStart, end: partEnd, readings: fitting, isExcept: readings.isExcept })
    }
  }
}

/**
 * Returns where the words of a CamelCase tag begin, and where it ends.
 *
 * @example
 * humpEdges('OpenAIDevDay2026') // [0, 4, 6, 9, 12, 16]
 */
export function humpEdges(tag: string): number[] {
  const edges = [0]
  for (let i = 1; i < tag.length; i++) {
    const [before, here, after] = [tag[i - 1]!, tag[i]!, tag[i + 1] ?? '']
    const isHump = isUpper(here) && (!isUpper(before) || isLower(after))
    if (isHump || isDigit(here) !== isDigit(before) || here === '_' || before === '_') edges.push(i)
  }
  if (tag.length > 0) edges.push(tag.length)
  return edges
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase()
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase()
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}
