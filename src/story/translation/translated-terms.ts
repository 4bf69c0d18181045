import type { OpenItem } from '../open-item.ts'
import type { OpenStory } from '../open-story.ts'
import { isWholeWord } from '../term-hash.ts'
import type { TermStatistics } from '../term-statistics.ts'
import { strengthOf, type TermVector, termOf } from '../term-vector.ts'

/** The similarity of two texts in different languages. */
export interface TranslatedLikeness {
  /** Cosine, 0–1. */
  readonly cosine: number
  /** Share of it that is due to its greatest term, 0–1; 1 if nothing is shared. */
  readonly greatestShare: number
}

/** Latest items of a story that are compared with an item in another language. */
const COMPARED_ITEMS = 12
const NOTHING: TranslatedLikeness = { cosine: 0, greatestShare: 1 }

/**
 * Terms of items that a text in another language may share, summed by term, each item scaled to length 1: names, figures and the
 * English translations of words; for an item without translations, its words.
 */
export class TranslatedTerms {
  readonly #strengths = new Map<number, number>()
  readonly #statistics: TermStatistics
  /** Share of the items in each language. */
  readonly #languages = new Map<number, number>()
  /** Squared length in each language, as far as computed. */
  readonly #squares = new Map<number, number>()

  constructor(items: readonly OpenItem[], statistics: TermStatistics) {
    this.#statistics = statistics
    for (const item of items) {
      this.#languages.set(item.language, (this.#languages.get(item.language) ?? 0) + 1 / items.length)
      const length = items.length === 1 ? 1 : Math.sqrt(squaresOf(item))
      for (const packed of sharableTerms(item)) {
        if (isWholeWord(packed)) continue
        const term = termOf(packed)
        this.#strengths.set(term, (this.#strengths.get(term) ?? 0) + strengthOf(packed) / length)
      }
    }
  }

  /** Returns the terms and their sums. */
  entries(): Iterable<readonly [term: number, strength: number]> {
    return this.#strengths
  }

  likeness(other: TranslatedTerms): TranslatedLikeness {
    const [fewer, more] = this.#strengths.size < other.#strengths.size ? [this, other] : [other, this]
    let product = 0
    let greatest = 0
    for (const [term, strength] of fewer.#strengths) {
      const shared = strength * (more.#strengths.get(term) ?? 0)
      product += shared
      if (shared > greatest) greatest = shared
    }
    return likenessOf(product, greatest, this.#squaresFor(other) * other.#squaresFor(this))
  }

  likenessTo(item: OpenItem): TranslatedLikeness {
    let product = 0
    let greatest = 0
    let squares = 0
    const terms = sharableTerms(item)
    const [own] = this.#languages.keys()
    for (let place = 0; place < terms.length; place++) {
      const packed = terms[place]!
      if (isWholeWord(packed)) continue
      const strength = strengthOf(packed)
      const term = termOf(packed)
      const shared = strength * (this.#strengths.get(term) ?? 0)
      squares += strength * strength * (shared > 0 ? 1 : this.#statistics.sayable(term, item.language, own!))
      product += shared
      if (shared > greatest) greatest = shared
    }
    return likenessOf(product, greatest, this.#squaresIn(item.language) * squares)
  }

  #squaresFor(other: TranslatedTerms): number {
    let squares = 0
    for (const [language, share] of other.#languages) squares += share * this.#squaresIn(language)
    return squares
  }

  /** Returns the squared length, with each term weighted by whether a language could say it (see `sayable`). */
  #squaresIn(language: number): number {
    const known = this.#squares.get(language)
    if (known !== undefined) return known
    let squares = 0
    for (const [own, share] of this.#languages) {
      for (const [term, strength] of this.#strengths) {
        squares += share * strength * strength * this.#statistics.sayable(term, own, language)
      }
    }
    this.#squares.set(language, squares)
    return squares
  }
}

function likenessOf(product: number, greatest: number, squares: number): TranslatedLikeness {
  return product === 0
    ? NOTHING
    : { cosine: Math.min(1, product / Math.sqrt(squares)), greatestShare: greatest / product }
}

/** Returns whether no item of the story is in the language. */
export function isForeign({ members }: OpenStory, language: number): boolean {
  return members.every((member) => member.language !== language)
}

/** Returns those of the story's latest items that are most similar to an item in another language, best first. */
export function nearestTranslated(
  item: TranslatedTerms,
  { members }: OpenStory,
  count: number,
): readonly (TranslatedLikeness & { readonly member: OpenItem })[] {
  return members
    .slice(-COMPARED_ITEMS)
    .map((member) => ({ member, ...item.likenessTo(member) }))
    .sort((a, b) => b.cosine - a.cosine || b.member.arrival - a.member.arrival)
    .slice(0, count)
}

/** Returns a function that tells how far a story already contains a translated term: the share of its latest items that do. */
export function toldTranslated({ members }: OpenStory): (term: number) => number {
  const latest = members.slice(-COMPARED_ITEMS)
  const counts = new Map<number, number>()
  for (const item of latest) {
    for (const packed of sharableTerms(item)) counts.set(termOf(packed), (counts.get(termOf(packed)) ?? 0) + 1)
  }
  return (term) => (counts.get(term) ?? 0) / latest.length
}

/** Returns the terms of an item that a text in another language may share; whole words may be among them. */
export function sharableTerms({ translated, vector }: OpenItem): TermVector {
  return translated ?? vector
}

function squaresOf(item: OpenItem): number {
  let squares = 0
  for (const packed of sharableTerms(item)) if (!isWholeWord(packed)) squares += strengthOf(packed) ** 2
  return squares
}
