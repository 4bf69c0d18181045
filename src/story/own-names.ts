import type { OpenItem } from './open-item.ts'
import { strengthOf, termOf } from './term-vector.ts'

/** Least strength of a name that counts: weaker ones are everyday names. */
const MIN_STRENGTH = 0.16

/** How well names tell two groups of items apart. */
export interface OwnNames {
  /** 0–1: how much more of the items of each group bear its most distinctive name than of the other's; the lesser of both. */
  readonly level: number
  /** The names of the first group that reach that level, most distinctive first. */
  readonly names: readonly number[]
}

/**
 * Measures whether each of two groups names somebody or something that the other does not: two arrests share every word but the
 * names, while the parts of one story share at least those. Linear in the names.
 *
 * @param a at least one item, as `b`
 */
export function ownNames(a: readonly OpenItem[], b: readonly OpenItem[]): OwnNames {
  const [inA, inB] = [shareByName(a), shareByName(b)]
  const level = Math.min(greatest(inA, inB), greatest(inB, inA))
  const lead = (name: number) => inA.get(name)! - (inB.get(name) ?? 0)
  const names = [...inA.keys()].filter((name) => lead(name) >= level).sort((x, y) => lead(y) - lead(x) || x - y)
  return { level, names }
}

/**
 * Returns whether two groups of at least `size` items could have names of their own to this level: a quick check of the names
 * before anything is compared.
 */
export function mayHaveOwnNames(items: readonly OpenItem[], size: number, level: number): boolean {
  const least = level * size
  let names = 0
  for (const share of shareByName(items).values()) {
    const bearers = Math.round(share * items.length)
    if (bearers >= least && items.length - bearers >= least) names++
  }
  return names >= 2
}

function greatest(own: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  let most = 0
  for (const [name, share] of own) most = Math.max(most, share - (other.get(name) ?? 0))
  return most
}

function shareByName(items: readonly OpenItem[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const item of items) for (const name of tellingNames(item)) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [name, count] of counts) counts.set(name, count / items.length)
  return counts
}

/** Returns the names that weigh most in an item, strongest first. */
export function tellingNames(item: OpenItem): readonly number[] {
  const telling: number[] = []
  if (item.countOf('names') === 0) return telling
  const { words, vectorEnd } = item
  for (let at = item.vectorStart; at < vectorEnd && strengthOf(words[at]!) >= MIN_STRENGTH; at++) {
    const term = termOf(words[at]!)
    if (item.isName(term)) telling.push(term)
  }
  return telling
}
