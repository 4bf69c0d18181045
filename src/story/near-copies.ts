import { similarity } from '../item/fingerprint.ts'

/**
 * Share of shingles from which two texts are the same text. Cut, retitled and credited copies of a wire item share .6 to 1;
 * two reports of one event, written apart, share less than .15.
 */
const COPY_LEVEL = 0.6

/** Places of a signature that must agree together for two texts to be compared: at .6 shared, 98 % of pairs are. */
const PLACES_IN_BAND = 3

/** Texts that are compared pair by pair, which for few is less work than sorting their signatures into buckets. */
const FEW = 16

/**
 * Groups near-identical texts by locality-sensitive hashing of their signatures (Leskovec et al., Mining of Massive Datasets, 3.4).
 * Close to linear; the order of the texts changes nothing.
 *
 * @returns for each text the index of the first text of its group, in the order given
 */
export function groupNearCopies(signatures: readonly (readonly number[])[]): readonly number[] {
  if (signatures.length === 1) return [0]
  const group = signatures.map((_signature, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root]!
    return root
  }
  const join = (index: number, other: number) => {
    if (similarity(signatures[index]!, signatures[other]!) < COPY_LEVEL) return
    const [low, high] = [rootOf(index), rootOf(other)].sort((a, b) => a - b)
    group[high!] = low!
  }
  if (signatures.length <= FEW) {
    for (let index = 1; index < signatures.length; index++) {
      for (let other = 0; other < index; other++) {
        if (shareBand(signatures[index]!, signatures[other]!)) join(index, other)
      }
    }
    return group.map((_root, index) => rootOf(index))
  }
  const buckets = new Map<number, number[]>()
  for (const [index, signature] of signatures.entries()) {
    const compared = new Set<number>()
    for (let start = 0; start + PLACES_IN_BAND <= signature.length; start += PLACES_IN_BAND) {
      const key = bandKey(signature, start)
      const bucket = buckets.get(key)
      if (!bucket) {
        buckets.set(key, [index])
        continue
      }
      for (const other of bucket) {
        if (compared.has(other) || !isSameBand(signature, signatures[other]!, start)) continue
        compared.add(other)
        join(index, other)
      }
      bucket.push(index)
    }
  }
  return group.map((_root, index) => rootOf(index))
}

/** A number for a band; seldom that of another one too. */
function bandKey(signature: readonly number[], start: number): number {
  let key = start
  for (let place = start; place < start + PLACES_IN_BAND; place++)
    key = (Math.imul(key, 0x01000193) ^ signature[place]!) | 0
  return key
}

/** Whether two signatures have a band in common. */
function shareBand(a: readonly number[], b: readonly number[]): boolean {
  for (let start = 0; start + PLACES_IN_BAND <= Math.min(a.length, b.length); start += PLACES_IN_BAND) {
    if (isSameBand(a, b, start)) return true
  }
  return false
}

function isSameBand(a: readonly number[], b: readonly number[], start: number): boolean {
  for (let place = start; place < start + PLACES_IN_BAND; place++) if (a[place] !== b[place]) return false
  return true
}
