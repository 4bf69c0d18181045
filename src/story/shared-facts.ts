import type { OpenItem } from './open-item.ts'
import { type SpreadVector, strengthOf, type TermVector, termOf } from './term-vector.ts'

/** Fewest shared facts that count: one may be chance, such as a company's name or a round number. */
const MIN_SHARED_FACTS = 2

/**
 * Returns how far two items in different languages state the same facts: the cosine of their entities, amounts and versions alone,
 * as most words of each language are not in the other. 0 below two facts in common.
 *
 * @param spread holds the first item's vector
 */
export function sharedFacts(item: OpenItem, member: OpenItem, spread: SpreadVector): number {
  const own = factsOf(item)
  const theirs = factsOf(member)
  if (own.size < MIN_SHARED_FACTS || theirs.size < MIN_SHARED_FACTS) return 0
  let product = 0
  let squares = 0
  let shared = 0
  for (const packed of member.vector) {
    const term = termOf(packed)
    if (!theirs.has(term)) continue
    const strength = strengthOf(packed)
    squares += strength ** 2
    if (!own.has(term)) continue
    product += strength * spread.strength(term)
    shared++
  }
  return shared < MIN_SHARED_FACTS ? 0 : product / (Math.sqrt(squares) * lengthWithin(item.vector, own))
}

/** Returns figures, and entities that tell events apart: those that are too common are not among the names. */
function factsOf({ names, entities, figures }: OpenItem): ReadonlySet<number> {
  const known = new Set(names)
  return new Set([...figures, ...entities.filter((term) => known.has(term))])
}

function lengthWithin(vector: TermVector, terms: ReadonlySet<number>): number {
  let squares = 0
  for (const packed of vector) if (terms.has(termOf(packed))) squares += strengthOf(packed) ** 2
  return Math.sqrt(squares)
}
