import type { Reading } from './name-index.ts'

/** A span that may be a name; positions are units of the folded text. */
export interface Candidate {
  readonly start: number
  readonly end: number
  /** Readings whose case fits, one for each entity. Empty for a phrase that is no name ("Claude Monet"). */
  readonly readings: readonly Reading[]
  readonly isExcept: boolean
}

/** Whether a candidate names one entity and needs no context. */
export function isSure(candidate: Candidate): boolean {
  return candidate.readings.length === 1 && !candidate.readings[0]!.isAmbiguous
}

/** Whether a candidate names an entity only if the context shows which. */
export function isOpen(candidate: Candidate): boolean {
  return candidate.readings.length > 0 && !isSure(candidate)
}

/** Orders by start, then the longer first, then the sure ones first, as `selectLongest` requires. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return a.start - b.start || b.end - a.end || Number(isSure(b)) - Number(isSure(a))
}

/**
 * Selects candidates from left to right, the longest at each position, without overlap. One that is not a sure name gives
 * way to a sure one that begins inside it and ends after it: 其中大灣區 names the Greater Bay Area, whatever 中大 and
 * 其中大 are.
 *
 * @param sorted by `compareCandidates`
 */
export function selectLongest(sorted: readonly Candidate[]): Candidate[] {
  const selected: Candidate[] = []
  let taken = 0
  for (let i = 0; i < sorted.length; i++) {
    const candidate = sorted[i]!
    if (candidate.start < taken || (!isSure(candidate) && isOvertaken(sorted, i))) continue
    selected.push(candidate)
    taken = candidate.end
  }
  return selected
}

function isOvertaken(sorted: readonly Candidate[], index: number): boolean {
  const { end } = sorted[index]!
  for (let i = index + 1; i < sorted.length && sorted[i]!.start < end; i++) {
    if (sorted[i]!.end > end && isSure(sorted[i]!)) return true
  }
  return false
}
