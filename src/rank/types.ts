/** A message for readers, independent of language: a key and its parameters. */
export interface Phrase {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * Explanation of a value: a number, its meaning for readers, and the parts it is the sum of.
 * For every node with parts, `value` is the sum of the parts' values, exact to two decimals.
 */
export interface Explanation {
  /** `score`, `independence`, `authority` …; a stable part of the API. */
  readonly id: string
  /** Points. */
  readonly value: number
  /** Maximum points of this node. */
  readonly max: number
  readonly reason: Phrase
  readonly parts: readonly Explanation[]
}
