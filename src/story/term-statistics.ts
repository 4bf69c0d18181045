import { primaryLanguage } from '../lib/primary-language.ts'
import { TermCounts } from './term-counts.ts'
import { TERM_COUNT } from './term-hash.ts'

/** Languages that always have a table: those of the interface, and those with known translations. */
const COUNTED_APART: ReadonlySet<string> = new Set('en zh ja ko ar de es fr it pt ru sl'.split(' '))
/**
 * Further languages with a table of their own; texts in any other share the last of these. A feed may declare any language for
 * entries that have no letters to detect it by.
 */
const MAX_FURTHER = 24
/** Pseudo-items of all languages added to each language's counts (Laplace-like shrinkage): 20 served nine languages best. */
const SHRINKAGE = 20
/**
 * Items of a language after which a term not seen in it counts half. 20: within 0.3 on AI news, 1 less of the demo's pairs in
 * different languages.
 */
const FEW_ITEMS = 8
/** Languages in which a word in Latin letters is foreign. */
const WRITTEN_WITHOUT_LATIN = new Set(['zh', 'ja', 'ko'])

/** Cap on how many times longer or shorter than usual an item counts as. */
const MOST_LENGTHS_APART = 4

/** Counts are kept in sixteenths of an item. */
const PARTS = 16
/** Parts that a term still counts if the item's story is all about it. 1 to 4 of 16: within half a point. */
const LEAST_PARTS = 2

/** Terms whose counts are read at once. */
const BATCH = 128
const OWN_COUNTS = new Uint32Array(BATCH)
const ALL_COUNTS = new Uint32Array(BATCH)

/** How long the front texts of a language's items are. */
interface FrontLengths {
  items: number
  /** Sum of the natural logarithms of their lengths in characters. */
  logarithms: number
}

/** The statistics of one language. */
interface StatisticsTable {
  readonly language: string
  /** Number of items, in sixteenths. */
  readonly items: number
  readonly frontLengths: Readonly<FrontLengths>
  readonly terms: TermCounts
}

/**
 * Counts how often each term occurred, by language, in the items that have arrived. What the item's story already says counts less:
 * rarity should tell in how many stories a term occurs, and the name that a story of fifty items is about occurs in one. Nothing is
 * forgotten when stories close.
 */
export class TermStatistics {
  readonly #languages: string[] = []
  readonly #withoutLatin: boolean[] = []
  readonly #itemCounts: number[] = []
  readonly #termCounts: TermCounts[] = []
  readonly #frontLengths: FrontLengths[] = []
  #allItems = 0
  /** Undefined while there is one language, whose counts are the totals: each read of so large a table misses the cache. */
  #allTerms: Uint32Array | undefined
  /** Buffer for the result of `weighByRarity`: allocating an array each time costs more than the work done with it. */
  #rare = new Float64Array(1_024)

  /** @returns the index of a language's table; `zh-Hant`, `zh-Hans` and `yue` are one (see `primaryLanguage`) */
  languageIndex(language: string): number {
    const primary = primaryLanguage(language)
    const known = this.#languages.indexOf(primary)
    if (known >= 0) return known
    const isFurther = (each: string) => !COUNTED_APART.has(each)
    if (isFurther(primary) && this.#languages.filter(isFurther).length >= MAX_FURTHER)
      return this.#languages.findLastIndex(isFurther)
    this.#addTable({ language: primary, items: 0, frontLengths: { items: 0, logarithms: 0 }, terms: new TermCounts() })
    return this.#languages.length - 1
  }

  #addTable({ language, items, frontLengths, terms }: StatisticsTable): void {
    if (this.#languages.length === 1) {
      this.#allTerms = new Uint32Array(TERM_COUNT)
      this.#countForAll(this.#termCounts[0]!)
    }
    this.#languages.push(language)
    this.#withoutLatin.push(WRITTEN_WITHOUT_LATIN.has(language))
    this.#itemCounts.push(items)
    this.#termCounts.push(terms)
    this.#frontLengths.push({ ...frontLengths })
    this.#allItems += items
    this.#countForAll(terms)
  }

  #countForAll(terms: TermCounts): void {
    const allTerms = this.#allTerms
    if (allTerms === undefined) return
    terms.forEach((term, count) => {
      allTerms[term]! += count
    })
  }

  /** Number of tables so far. */
  get languages(): number {
    return this.#languages.length
  }

  /** Returns the primary language of a table; for the shared one, the first language that uses it. */
  languageOf(index: number): string {
    return this.#languages[index]!
  }

  /** Returns whether one of two languages is Chinese, Japanese or Korean and the other is not. */
  areWrittenApart(a: number, b: number): boolean {
    return this.#withoutLatin[a] !== this.#withoutLatin[b]
  }

  /** Returns weights times the inverse document frequency of their terms in a language; valid until the next call. */
  weighByRarity(language: number, terms: Uint32Array, weights: Float64Array): Float64Array {
    const counts = this.#termCounts[language]!
    const allTerms = this.#allTerms
    if (weights.length > this.#rare.length) this.#rare = new Float64Array(weights.length * 2)
    const rare = this.#rare
    // Both tables are read a batch ahead: they are larger than the processor's caches, and it loads many places at once if no
    // function is called in between.
    for (let from = 0; from < terms.length; from += BATCH) {
      const to = Math.min(terms.length, from + BATCH)
      for (let place = from; place < to; place++) OWN_COUNTS[place - from] = counts.get(terms[place]!)
      if (allTerms !== undefined) {
        for (let place = from; place < to; place++) ALL_COUNTS[place - from] = allTerms[terms[place]!]!
      }
      const allCounts = allTerms === undefined ? OWN_COUNTS : ALL_COUNTS
      for (let place = from; place < to; place++) {
        rare[place] = weights[place]! * this.#rarity(language, OWN_COUNTS[place - from]!, allCounts[place - from]!)
      }
    }
    return rare.subarray(0, weights.length)
  }

  /** Returns the inverse document frequency in a language, shrunk towards that of all languages; ≥ 0. */
  rarity(language: number, term: number): number {
    const own = this.#termCounts[language]!.get(term)
    return this.#rarity(language, own, this.#allTerms === undefined ? own : this.#allTerms[term]!)
  }

  #rarity(language: number, own: number, all: number): number {
    const items = this.#itemCounts[language]! / PARTS
    const overall = (SHRINKAGE * all) / (this.#allItems + PARTS)
    return Math.max(0, Math.log((items + SHRINKAGE + 1) / (own / PARTS + overall + 0.5)))
  }

  /**
   * Returns how likely it is that a term of a text in one language could occur in a text in another: 1 if a text in the other
   * contained it, else less the more texts in it were read. Always 1 if neither language is Chinese, Japanese or Korean: there this
   * told nothing, and cost 0.6 online on headlines in nine languages.
   *
   * @returns 0–1
   */
  sayable(term: number, from: number, to: number): number {
    if (!this.#withoutLatin[from] && !this.#withoutLatin[to]) return 1
    const items = this.#itemCounts[to]! / PARTS
    return this.#termCounts[to]!.get(term) > 0 ? 1 : FEW_ITEMS / (FEW_ITEMS + items)
  }

  /**
   * Counts an item after it has been placed, so that no item's weights depend on itself or on later ones.
   *
   * @param toldOf how far the item's story contained a term before it came, 0–1; default not at all
   */
  count(language: number, terms: ArrayLike<number>, toldOf?: (term: number) => number): void {
    this.countMore(language, terms, toldOf)
    const parts = toldOf === undefined ? PARTS : LEAST_PARTS
    this.#itemCounts[language]! += parts
    this.#allItems += parts
  }

  /** Counts further terms of an item that has been counted. */
  countMore(language: number, terms: ArrayLike<number>, toldOf?: (term: number) => number): void {
    const counts = this.#termCounts[language]!
    const allTerms = this.#allTerms
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place]!
      const parts = PARTS - Math.round((PARTS - LEAST_PARTS) * (toldOf?.(term) ?? 0))
      counts.add(term, parts)
      if (allTerms !== undefined) allTerms[term]! += parts
    }
  }

  /** Counts the length of an item's front text, after the item has been placed. */
  countFront(language: number, frontLength: number): void {
    const lengths = this.#frontLengths[language]!
    lengths.items++
    lengths.logarithms += Math.log(Math.max(1, frontLength))
  }

  /**
   * Returns the length of an item's front text relative to the geometric mean of its language, in which one text of megabytes
   * counts little.
   *
   * @param frontLength characters
   * @returns ¼–4; 1 if no item was counted
   */
  relativeLength(language: number, frontLength: number): number {
    const { items, logarithms } = this.#frontLengths[language]!
    if (items === 0) return 1
    const ratio = Math.max(1, frontLength) / Math.exp(logarithms / items)
    return Math.max(1 / MOST_LENGTHS_APART, Math.min(MOST_LENGTHS_APART, ratio))
  }

  /** Returns the statistics of each language, for snapshots. */
  tables(): readonly StatisticsTable[] {
    return this.#languages.map((language, index) => ({
      language,
      items: this.#itemCounts[index]!,
      frontLengths: this.#frontLengths[index]!,
      terms: this.#termCounts[index]!,
    }))
  }

  /** Restores what `tables` returned. */
  static fromTables(tables: readonly StatisticsTable[]): TermStatistics {
    const statistics = new TermStatistics()
    for (const table of tables) statistics.#addTable(table)
    return statistics
  }
}
