import { mayBegin, mayEnd } from './boundary.ts'
import type { Candidate } from './candidate.ts'
import type { FoldedText } from './folded-text.ts'
import { casedLetters } from './name-form.ts'
import type { NameIndex, Reading, Readings } from './name-index.ts'
import { NO_NODE, ROOT } from './token-trie.ts'
import type { Tokens } from './tokens.ts'
import { NO_TOKEN } from './vocabulary.ts'

/** Finds every span that is written like a name or an except phrase, ordered by start. */
export function findCandidates(index: NameIndex, folded: FoldedText, tokens: Tokens): Candidate[] {
  const found: Candidate[] = []
  const { trie } = index
  for (let first = 0; first < tokens.length; first++) {
    const id = tokens.ids[first]!
    const singular = tokens.singulars[first]!
    if (id === NO_TOKEN && singular === NO_TOKEN) continue
    if (trie.step(ROOT, id) === NO_NODE && trie.step(ROOT, singular) === NO_NODE) continue
    if (mayBegin(folded, tokens.starts[first]!)) collectFrom(index, folded, tokens, first, found)
  }
  return found
}

function collectFrom(index: NameIndex, folded: FoldedText, tokens: Tokens, first: number, found: Candidate[]): void {
  const { trie, readings } = index
  const start = tokens.starts[first]!
  let node = ROOT
  for (let at = first; at < tokens.length; at++) {
    // At most one gap unit between two tokens of a name.
    if (at > first && tokens.starts[at]! - tokens.ends[at - 1]! > 1) return
    const end = tokens.ends[at]!
    const singular = tokens.singulars[at]!
    const pluralNode = singular === NO_TOKEN ? NO_NODE : trie.step(node, singular)
    if (pluralNode !== NO_NODE) note(folded, start, end, readings[pluralNode], true, found)
    const id = tokens.ids[at]!
    node = id === NO_TOKEN ? NO_NODE : trie.step(node, id)
    if (node === NO_NODE) return
    note(folded, start, end, readings[node], false, found)
  }
}

function note(
  folded: FoldedText,
  start: number,
  end: number,
  readings: Readings | undefined,
  isPlural: boolean,
  found: Candidate[],
): void {
  if (!readings || !mayEnd(folded, end)) return
  const fitting = fittingReadings(readings, isPlural, () => {
    const letters = casedLetters(folded.text.slice(folded.starts[start]!, folded.ends[end - 1]!))
    return isPlural ? letters.slice(0, -1) : letters
  })
  const isExcept = readings.isExcept && !isPlural
  if (fitting.length > 0 || isExcept) found.push({ start, end, readings: fitting, isExcept })
}

/** Returns the readings whose case and number fit, one for each entity: a sure one is preferred to an ambiguous one. */
export function fittingReadings(readings: Readings, isPlural: boolean, writtenLetters: () => string): Reading[] {
  const fitting: Reading[] = []
  let written: string | undefined
  for (const reading of readings.names) {
    if (isPlural && !reading.allowsPlural) continue
    if (reading.casedLetters !== undefined) {
      written ??= writtenLetters()
      if (reading.casedLetters !== written) continue
    }
    const known = fitting.findIndex(({ entityId }) => entityId === reading.entityId)
    if (known === -1) fitting.push(reading)
    else if (fitting[known]!.isAmbiguous) fitting[known] = reading
  }
  return fitting
}
