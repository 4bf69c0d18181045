import { primaryLanguage } from '../lib/primary-language.ts'
import { TermCounts } from './term-counts.ts'
import { TERM_COUNT } from './term-hash.ts'

/** Languages that always have a table: of the interface, and those of which translations are known. */
const COUNTED_APART: ReadonlySet<string> = new Set('en zh ja ko ar de es fr it pt ru sl'.split(' '))
/**
 * Further languages counted apart; texts in others share the table of the last of them. A feed may declare any language for entries that have
 * no letters to tell it by.
 */
const MAX_FURTHER = 24
/** Pretended items of all languages behind each language's counts (Laplace-like shrinkage): 20 served nine languages best. */
const SHRINKAGE = 20
/** Items of a language after which a term that it has not said yet counts half. 20: within 0.3 on AI news, 1 less of the demo's pairs in different
 * languages. */
const FEW_ITEMS = 8
/** Languages in which a word in Latin letters is no word of their own. */
const WRITTEN_WITHOUT_LATIN = new Set(['zh', 'ja', 'ko'])

/** Beyond so many times the usual length, or so small a part of it, an item says no more about how long items are. */
const MOST_LENGTHS_APART = 4

/** A term counts in these parts of an item. */
const PARTS = 16
/** Parts that a term still counts where the item's story is all about it. 1 to 4 of 16: within half a point. */
const LEAST_PARTS = 2

/** Terms whose counts are read at once. */
const BATCH = 128
const OWN_COUNTS = new Uint32Array(BATCH)
const ALL_COUNTS = new Uint32Array(BATCH)

/** How long the items of a language are up front. */
interface FrontLengths {
  items: number
  /** Sum of the natural logarithms of their characters. */
  logarithms: number
}

/** What is known of a language. */
interface StatisticsTable {
  readonly language: string
  /** Items in sixteenths. */
  readonly items: number
  readonly frontLengths: Readonly<FrontLengths>
  readonly terms: TermCounts
}

/**
 * How often each term occurred, by language, in items that have arrived. What a story says already counts less: rarity is meant
 * to tell in how many stories a term stands, and the name that a story of fifty items is about stands in one. Nothing is
 * forgotten when stories close.
 */
export class TermStatistics {
  readonly #languages: string[] = []
  readonly #withoutLatin: boolean[] = []
  readonly #itemCounts: number[] = []
  readonly #termCounts: TermCounts[] = []
  readonly #frontLengths: FrontLengths[] = []
  #allItems = 0
  /** Undefined while there is one language, whose counts are those of all: each look at so large a table waits for the memory. */
  #allTerms: Uint32Array | undefined
  /** What `weighByRarity` gives: an array anew each time costs more than what is done with it. */
  #rare = new Float64Array(1_024)

  /** @returns the number of a language's table; `zh-Hant`, `zh-Hans` and `yue` are one (see `primaryLanguage`) */
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

  /** Tables so far. */
  get languages(): number {
    return this.#languages.length
  }

  /** The primary language of a table; of the last table, of the first language that shares it. */
  languageOf(index: number): string {
    return this.#languages[index]!
  }

  /** Whether one of two languages is written in Chinese, Japanese or Korean and the other in letters that `romanise` knows. */
  areWrittenApart(a: number, b: number): boolean {
    return this.#withoutLatin[a] !== this.#withoutLatin[b]
  }

  /** Weights times the inverse document frequency of their terms in a language; lasts until it is asked for again. */
  weighByRarity(language: number, terms: Uint32Array, weights: Float64Array): Float64Array {
    const counts = this.#termCounts[language]!
    const allTerms = this.#allTerms
    if (weights.length > this.#rare.length) this.#rare = new Float64Array(weights.length * 2)
    const rare = this.#rare
    // Both tables are read a batch ahead: they are larger than the processor's caches, and it reads many places at once where nothing is
    // called in between.
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

  /** Inverse document frequency in a language, shrunk to that of all languages; ≥ 0. */
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
   * How surely what a text in one language says could be said in a text in another: 1 where a text in the other said it, else less the more
   * texts in it were read. Languages in letters that `romanise` knows say anything: between them this told nothing, and cost 0.6 online on
   * headlines in nine languages.
   *
   * @returns 0–1
   */
  sayable(term: number, from: number, to: number): number {
    if (!this.#withoutLatin[from] && !this.#withoutLatin[to]) return 1
    const items = this.#itemCounts[to]! / PARTS
    return this.#termCounts[to]!.get(term) > 0 ? 1 : FEW_ITEMS / (FEW_ITEMS + items)
  }

  /**
   * Counts an item, once it has been placed: no item's weights depend on itself or on later ones.
   *
   * @param toldOf how far the item's story said a term before it came, 0–1; default not at all
   */
  count(language: number, terms: ArrayLike<number>, toldOf?: (term: number) => number): void {
    this.countMore(language, terms, toldOf)
    const parts = toldOf === undefined ? PARTS : LEAST_PARTS
    this.#itemCounts[language]! += parts
    this.#allItems += parts
  }

  /** Counts further terms of an item that is counted. */
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

  /** Counts how long an item is up front, once it has been placed. */
  countFront(language: number, frontLength: number): void {
    const lengths = this.#frontLengths[language]!
    lengths.items++
    lengths.logarithms += Math.log(Math.max(1, frontLength))
  }

  /**
   * How long an item is up front against what is usual in its language: the geometric mean, so that one text of megabytes counts little.
   *
   * @param frontLength characters
   * @returns ¼–4; 1 where no item was counted
   */
  relativeLength(language: number, frontLength: number): number {
    const { items, logarithms } = this.#frontLengths[language]!
    if (items === 0) return 1
    const ratio = Math.max(1, frontLength) / Math.exp(logarithms / items)
    return Math.max(1 / MOST_LENGTHS_APART, Math.min(MOST_LENGTHS_APART, ratio))
  }

  /** For snapshots. */
  tables(): readonly StatisticsTable[] {
    return this.#languages.map((language, index) => ({
      language,
      items: this.#itemCounts[index]!,
      frontLengths: this.#frontLengths[index]!,
      terms: this.#termCounts[index]!,
    }))
  }

  /** Takes in what `tables` gave. */
  static fromTables(tables: readonly StatisticsTable[]): TermStatistics {
    const statistics = new TermStatistics()
    for (const table of tables) statistics.#addTable(table)
    return statistics
  }
}
