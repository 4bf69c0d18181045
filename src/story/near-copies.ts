import { similarity } from '../item/fingerprint.ts'
import { DisjointSets } from '../lib/disjoint-sets.ts'

/**
 * Share of shingles from which two texts count as the same. Cut, retitled and credited copies of a wire item share .6 to 1; two
 * reports of one event, written independently, share less than .15.
 */
const COPY_LEVEL = 0.6

/** Places of a signature that must agree together for two texts to be compared: of texts that share .6, 98 % are. */
const PLACES_IN_BAND = 3

/**
 * Most texts of a band that a text is compared with. Texts that differ have a band in common if they begin and end with the same
 * sentences, or if somebody wants it: 8,000 such texts took 3.7 s, four times as long as half as many.
 */
const MOST_COMPARED = 64

/** Most texts that are compared pair by pair, which for few is less work than sorting their signatures into buckets. */
const FEW = 16

/**
 * Groups near-identical texts by locality-sensitive hashing of their signatures (Leskovec et al., Mining of Massive Datasets, 3.4).
 * Linear, as texts already in one group are not compared again, and of those that have a band in common and differ only the first
 * 64 are. Where there are more, a copy may be missed if that is so in each band that it has in common with its original; otherwise
 * the order of the texts changes nothing.
 *
 * @returns for each text the index of the first text of its group, in the order given
 */
export function groupNearCopies(signatures: readonly (readonly number[])[]): readonly number[] {
  const groups = new DisjointSets(signatures.length)
  const areCopies = (index: number, other: number) => similarity(signatures[index]!, signatures[other]!) >= COPY_LEVEL
  if (signatures.length <= FEW) {
    for (let index = 1; index < signatures.length; index++) {
      for (let other = 0; other < index; other++) {
        if (shareBand(signatures[index]!, signatures[other]!) && areCopies(index, other)) groups.join(index, other)
      }
    }
    return groups.leasts()
  }
  /** By band: lists of the texts that have it, one list per group. */
  const buckets = new Map<number, number[][]>()
  for (const [index, signature] of signatures.entries()) {
    const strangers = new Set<number>()
    const isCopyOf = (other: number, start: number) => {
      if (strangers.has(other) || !isSameBand(signature, signatures[other]!, start)) return false
      if (areCopies(index, other)) return true
      strangers.add(other)
      return false
    }
    for (let start = 0; start + PLACES_IN_BAND <= signature.length; start += PLACES_IN_BAND) {
      const key = bandKey(signature, start)
      const lists = buckets.get(key) ?? []
      buckets.set(key, lists)
      let own: number[] | undefined
      let left = MOST_COMPARED
      for (const list of lists) {
        if (!groups.areTogether(index, list[0]!)) {
          if (left === 0) break
          const compared = list.slice(0, left)
          const copy = compared.find((other) => isCopyOf(other, start))
          left -= compared.length
          if (copy === undefined) continue
          groups.join(index, copy)
        }
        own = list
      }
      if (own === undefined) lists.push([index])
      else own.push(index)
    }
  }
  return groups.leasts()
}

/** Returns a hash of a band, seldom shared with another band. */
function bandKey(signature: readonly number[], start: number): number {
  let key = start
  for (let place = start; place < start + PLACES_IN_BAND; place++)
    key = (Math.imul(key, 0x01000193) ^ signature[place]!) | 0
  return key
}

/** Returns whether two signatures have a band in common. */
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
