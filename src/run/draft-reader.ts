import type { Gazetteer } from '../entity/types.ts'
import type { Instant } from '../lib/instant.ts'
import { draftItems, mentionsIn, readFeed } from '../pipeline.ts'
import type { PolledFeed } from '../source/clients/client.ts'
import { type FetchOutcome, failedParse } from '../source/fetch-feed.ts'
import { NotAFeedError } from '../source/not-a-feed-error.ts'
import type { ParsedFeed, Source } from '../source/types.ts'
import type { ItemDraft } from '../store/item-types.ts'
import type { Store } from '../store/types.ts'
import { type FullTextOptions, isTeaser, withFullText } from './full-text.ts'

/** Maximum number of pages read for one poll; the items beyond it are stored with the feed's text and read only once they are edited. */
const MAX_PAGES_PER_POLL = 10

/** The result of reading an answer. */
export type ReadResult =
  | { readonly feed: ParsedFeed; readonly drafts: readonly ItemDraft[] }
  | { readonly failure: Extract<FetchOutcome, { type: 'failed' }> }

export interface DraftReaderOptions {
  readonly store: Pick<Store, 'changedDrafts'>
  readonly gazetteer: Gazetteer
  /** Options for reading whole articles; undefined: they are not read. */
  readonly fullText?: FullTextOptions
  readonly signal?: AbortSignal
}

/** Parses answers into items that are ready to be stored. */
export class DraftReader {
  readonly #options: DraftReaderOptions

  constructor(options: DraftReaderOptions) {
    this.#options = options
  }

  /** @returns undefined if the answer has no content to read */
  async read(
    source: Source,
    feed: PolledFeed,
    outcome: FetchOutcome,
    fetchedAt: Instant,
  ): Promise<ReadResult | undefined> {
    if (outcome.type === 'read') {
      const context = { source, feedUrl: feed.url, feedLanguage: outcome.feed.language, fetchedAt }
      return { feed: outcome.feed, drafts: await draftItems(outcome.feed, context, this.#options.gazetteer) }
    }
    if (outcome.type !== 'changed') return undefined
    const { bytes, contentType, contentLanguage, finalUrl } = outcome
    try {
      return await readFeed(
        { source, feedUrl: feed.url, bytes, contentType, contentLanguage, finalUrl, fetchedAt },
        this.#options.gazetteer,
      )
    } catch (error) {
      if (error instanceof NotAFeedError) return { failure: failedParse(outcome, error) }
      throw error
    }
  }

  /** Reads the pages of new and edited items of which the feed gives only the beginning; returns all drafts, in their order. */
  async withArticles(source: Source, drafts: readonly ItemDraft[]): Promise<readonly ItemDraft[]> {
    const { fullText } = this.#options
    const teasers = drafts.filter(({ item }) => isTeaser(item))
    if (fullText === undefined || teasers.length === 0) return drafts
    const changed = await this.#options.store.changedDrafts(source.id, drafts)
    const whole = new Map<ItemDraft, ItemDraft>()
    for (const draft of teasers.filter((each) => changed.has(each)).slice(0, MAX_PAGES_PER_POLL)) {
      const item = await withFullText(draft.item, fullText, this.#options.signal)
      if (item === undefined) continue
      const mentions = mentionsIn(item, this.#options.gazetteer)
      whole.set(draft, { item, mentions })
    }
    return drafts.map((draft) => whole.get(draft) ?? draft)
  }
}
