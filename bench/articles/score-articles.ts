/** Segments that the text must hold and must not hold. */
export interface Segments {
  readonly with: readonly string[]
  readonly without: readonly string[]
}

/** How often a text held what it should, over all pages. */
export interface SegmentCounts {
  readonly found: number
  readonly missing: number
  readonly wrong: number
  readonly right: number
}

export interface Fraction {
  readonly precision: number
  readonly recall: number
  readonly f: number
}

/** Whether each segment occurs, white space aside: the measure of trafilatura's evaluation. */
export function countSegments(text: string, { with: wanted, without: unwanted }: Segments): SegmentCounts {
  const plain = squeeze(text)
  const found = wanted.filter((segment) => plain.includes(squeeze(segment))).length
  const wrong = unwanted.filter((segment) => plain.includes(squeeze(segment))).length
  return { found, missing: wanted.length - found, wrong, right: unwanted.length - wrong }
}

/** Over all segments of all pages. */
export function segmentScore(counts: readonly SegmentCounts[]): Fraction {
  const sum = (of: (each: SegmentCounts) => number) => counts.reduce((total, each) => total + of(each), 0)
  const found = sum((each) => each.found)
  return fraction(found / (found + sum((each) => each.wrong)), found / (found + sum((each) => each.missing)))
}

/** Runs of four words that both texts hold, counted with repetition; the measure of the article extraction benchmark. */
export function shingleScore(text: string, expected: string): Fraction {
  const [ours, theirs] = [shingles(text), shingles(expected)]
  let both = 0
  for (const [shingle, count] of ours) both += Math.min(count, theirs.get(shingle) ?? 0)
  const size = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((total, count) => total + count, 0)
  return fraction(both / Math.max(1, size(ours)), both / Math.max(1, size(theirs)))
}

export function fraction(precision: number, recall: number): Fraction {
  return { precision, recall, f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
