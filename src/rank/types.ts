/** Words for readers, kept apart from any language: a message key and what fills it. */
export interface Phrase {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * Why something has its value: a number, what it means to a reader, and the parts it is the sum of.
 * For every node with parts: `value` = the sum of its parts' values, to the last bit shown (rounded to 2 decimals).
 */
export interface Explanation {
  /** `score`, `independence`, `authority` …: stable, in the API. */
  readonly id: string
  /** Points. */
  readonly value: number
  /** Most points this node can give. */
  readonly max: number
  readonly reason: Phrase
  readonly parts: readonly Explanation[]
}
