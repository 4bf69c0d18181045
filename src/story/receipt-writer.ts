import type { ClusterSettings } from './cluster-settings.ts'
import type { Decision } from './decision.ts'
import type { ItemTermReader, ItemTerms } from './item-terms.ts'
import type { StoryPair } from './merge-pass.ts'
import type { OpenItem } from './open-item.ts'
import { itemIdsOf } from './open-story.ts'
import { type SharedTexts, sharedTexts, writeReceipt } from './receipt.ts'
import { rounded } from './rounded.ts'
import type { StorySplit } from './split-pass.ts'
import type { TermStatistics } from './term-statistics.ts'
import { SpreadVector } from './term-vector.ts'
import { sharedMeanings } from './translation/shared-meanings.ts'
import type { Receipt } from './types.ts'

/** Latest members of a story that a merge is explained by. */
const RECEIPT_MEMBERS = 10
/** Names that a split is explained by. */
const SHOWN_NAMES = 8

/** Writes receipts of why items are in their stories. Terms are remembered as numbers, so titles are read again for their words. */
export class ReceiptWriter {
  readonly #settings: ClusterSettings
  readonly #reader: ItemTermReader
  readonly #statistics: TermStatistics
  /** The vector of the item that a merge is explained by. */
  readonly #spread = new SpreadVector()

  constructor(settings: ClusterSettings, reader: ItemTermReader, statistics: TermStatistics) {
    this.#settings = settings
    this.#reader = reader
    this.#statistics = statistics
  }

  /** @param spread holds the item's vector */
  ofArrival(item: OpenItem, spread: SpreadVector, terms: ItemTerms, decision: Decision): Receipt {
    const meanings = decision.rule === 'content' ? this.#sharedMeanings(item, decision.best!.nearest) : {}
    return writeReceipt(item, spread, terms, decision, meanings)
  }

  ofSplit({ leaving, score, names }: StorySplit): Receipt {
    const threshold = this.#settings.splitShare
    return { rule: 'split', score: rounded(score), threshold, ...this.#writtenNames(leaving, names) }
  }

  /** Lists what the titles of the two have in common, by the latest item of the one that is taken in. */
  ofMerge({ into, from, score, threshold, isTranslated, meaning }: StoryPair): Receipt {
    const latest = from.members.at(-1)!
    const { named } = this.#reader.read({ title: latest.title, text: '', entityIds: [] })
    const compared = into.members.slice(-RECEIPT_MEMBERS)
    this.#spread.set(latest.vector)
    return {
      rule: 'merge',
      score: rounded(score),
      threshold: rounded(threshold),
      ...sharedTexts(named, this.#spread, compared),
      ...(isTranslated && this.#sharedMeanings(latest, compared)),
      ...(meaning && { nearestItemId: itemIdsOf(into)[0]!, meaning: rounded(meaning.similarity) }),
    }
  }

  /** Returns the words of two languages that mean the same. */
  #sharedMeanings(item: OpenItem, others: readonly OpenItem[]): Pick<Receipt, 'sharedMeanings'> {
    const meaningsOf = ({ title, language }: OpenItem) =>
      this.#reader.read({ title, text: '', entityIds: [], language: this.#statistics.languageOf(language) }).translated
        ?.meanings ?? []
    const shared = sharedMeanings(item, others, meaningsOf)
    return shared.length === 0 ? {} : { sharedMeanings: shared }
  }

  /** Returns the names as the items' titles write them; an entity that was found only in a text is left out. */
  #writtenNames(items: readonly OpenItem[], names: readonly number[]): SharedTexts {
    const texts = new Map<number, string>()
    for (const { title } of items) {
      const { named } = this.#reader.read({ title, text: '', entityIds: [] })
      for (const { term, text } of named) if (!texts.has(term)) texts.set(term, text)
    }
    const written = names.flatMap((name) => texts.get(name) ?? [])
    return { sharedTerms: written.slice(0, SHOWN_NAMES), sharedEntities: [], sharedNumbers: [] }
  }
}
