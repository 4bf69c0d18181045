import type { ItemTerms, NamedTerm } from './item-terms.ts'
import { UNSPACED } from './plain-words.ts'

const WORD_WEIGHT = 0.6
const PAIR_WEIGHT = 0.4
const NAME_WEIGHT = 1.6
const FIGURE_WEIGHT = 1.4
/** Shorter words are mostly grammar. */
const MIN_WORD_LETTERS = 5

/**
 * Returns how well a term tells what a text is about, by the sort of term, where nothing is known of how rare words are. Set by
 * hand.
 *
 * @param terms of the text
 * @returns 0 for one that tells nothing, else 0.4–1.6
 */
export function tellingWeight(
  { term, kind, text }: NamedTerm,
  { names, figures }: Pick<ItemTerms, 'names' | 'figures'>,
): number {
  if (kind === 'number') return figures.has(term) ? FIGURE_WEIGHT : 0
  if (names.has(term)) return NAME_WEIGHT
  if (UNSPACED.test(text)) return PAIR_WEIGHT
  return text.length < MIN_WORD_LETTERS ? 0 : WORD_WEIGHT
}
