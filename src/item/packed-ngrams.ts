/** Weight of an n-gram by number of language. */
type Weights = Readonly<Record<number, number>>

const ENTRY = /(?:'((?:[^'\\]|\\.)+)'|([^\s',{}:]+)):\{(\d+:\d+(?:,\d+:\d+)*)\}/g
const LANGUAGE = /(\d+):'([a-z]{2})'/g
/** Unpacked n-grams that are kept: those of one language's everyday text. */
const MAX_UNPACKED = 8_000

/** N-grams with their weights by language, two bytes a weight. */
export class PackedNgrams {
  readonly #places = new Map<string, number>()
  /** At each place: how many weights, then language and weight of each. */
  readonly #bytes: Uint8Array
  readonly #unpacked = new Map<string, Weights>()

  private constructor(entries: Iterable<readonly [ngram: string, numbers: readonly number[]]>, maxBytes: number) {
    const bytes = new Uint8Array(maxBytes)
    let length = 0
    for (const [ngram, numbers] of entries) {
      this.#places.set(ngram, length)
      bytes[length] = numbers.length / 2
      bytes.set(numbers, length + 1)
      length += numbers.length + 1
    }
    this.#bytes = bytes.slice(0, length)
  }

  /**
   * Reads the source text of an n-gram module of eld 2.
   *
   * @throws RangeError for a text that is none
   */
  static read(source: string): { readonly languages: Readonly<Record<string, string>>; readonly ngrams: PackedNgrams } {
    const start = source.indexOf('ngrams:{')
    if (start < 0) throw new RangeError('This is no n-gram module of eld: it has no "ngrams".')
    const languages = Object.fromEntries(
      [...source.slice(0, start).matchAll(LANGUAGE)].map(([, number, code]) => [number!, code!]),
    )
    const ngrams = new PackedNgrams(entriesOf(source.slice(start + 'ngrams:{'.length)), source.length)
    return { languages, ngrams }
  }

  get size(): number {
    return this.#places.size
  }

  /** @returns undefined for an n-gram that tells nothing */
  weights(ngram: string): Weights | undefined {
    const known = this.#unpacked.get(ngram)
    if (known !== undefined) return known
    const place = this.#places.get(ngram)
    if (place === undefined) return undefined
    const weights: Record<number, number> = {}
    const end = place + 1 + 2 * this.#bytes[place]!
    for (let at = place + 1; at < end; at += 2) weights[this.#bytes[at]!] = this.#bytes[at + 1]!
    if (this.#unpacked.size >= MAX_UNPACKED) this.#unpacked.clear()
    this.#unpacked.set(ngram, weights)
    return weights
  }

  /** The same to be read like an object. */
  asRecord(): Readonly<Record<string, Weights | undefined>> {
    return new Proxy<Record<string, Weights | undefined>>(
      {},
      { get: (_target, ngram) => (typeof ngram === 'string' ? this.weights(ngram) : undefined) },
    )
  }
}

function* entriesOf(source: string): Generator<readonly [string, readonly number[]]> {
  for (const [, quoted, bare, weights] of source.matchAll(ENTRY)) {
    // A copy: a slice would keep the whole source in memory.
    const ngram = Buffer.from(bare ?? quoted!.replace(/\\(.)/g, '$1')).toString()
    yield [ngram, weights!.split(/[:,]/).map(Number)]
  }
}
