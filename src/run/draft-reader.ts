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

/** Pages read for one poll; what is left is read at the next, if the feed still has it. */
const MAX_PAGES_PER_POLL = 10

/** What an answer was read into. */
export type ReadResult =
  | { readonly feed: ParsedFeed; readonly drafts: readonly ItemDraft[] }
  | { readonly failure: Extract<FetchOutcome, { type: 'failed' }> }

export interface DraftReaderOptions {
  readonly store: Pick<Store, 'changedDrafts'>
  readonly gazetteer: Gazetteer
  /** How whole articles are read; without it they are not. */
  readonly fullText?: FullTextOptions
  readonly signal?: AbortSignal
}

/** Reads answers into items ready to be stored. */
export class DraftReader {
  readonly #options: DraftReaderOptions

  constructor(options: DraftReaderOptions) {
    this.#options = options
  }

  /** @returns undefined where the feed brought nothing to read */
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

  /** Reads the pages of those items that are new, or edited, and of which the feed gives only the beginning. */
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
