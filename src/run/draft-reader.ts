import type { Gazetteer } from '../entity/types.ts'
import type { Instant } from '../lib/instant.ts'
import { withoutCredentials } from '../lib/without-credentials.ts'
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
  /** Called for each page that was given up by a fault of ours, as for a poll that failed in part. */
  readonly onFailure?: (feedUrl: string, error: string, failuresInARow: number) => void
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

  /**
   * Reads the pages of new and edited items of which the feed gives only the beginning; returns all drafts, in their order. A page that
   * cannot be read, whatever the reason, leaves its item with the feed's text: pages come from others and never fail a poll.
   *
   * @throws the signal's reason
   */
  async withArticles(source: Source, drafts: readonly ItemDraft[]): Promise<readonly ItemDraft[]> {
    const { fullText } = this.#options
    const teasers = drafts.filter(({ item }) => isTeaser(item))
    if (fullText === undefined || teasers.length === 0) return drafts
    const changed = await this.#options.store.changedDrafts(source.id, drafts)
    const whole = new Map<ItemDraft, ItemDraft>()
    for (const draft of teasers.filter((each) => changed.has(each)).slice(0, MAX_PAGES_PER_POLL)) {
      const read = await this.#wholeDraft(draft, fullText)
      if (read) whole.set(draft, read)
    }
    return drafts.map((draft) => whole.get(draft) ?? draft)
  }

  async #wholeDraft({ item: teaser }: ItemDraft, fullText: FullTextOptions): Promise<ItemDraft | undefined> {
    const { gazetteer, signal, onFailure } = this.#options
    try {
      const item = await withFullText(teaser, fullText, signal)
      return item && { item, mentions: mentionsIn(item, gazetteer) }
    } catch (error) {
      if (signal?.aborted) throw error
      onFailure?.(teaser.feedUrl, `the page ${withoutCredentials(teaser.url ?? '')} was given up: ${String(error)}`, 1)
      return undefined
    }
  }
}
