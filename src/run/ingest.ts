import type { Gazetteer } from '../entity/types.ts'
import { keyOfId } from '../item/normalise-entry.ts'
import { type Instant, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { draftItems, readFeed } from '../pipeline.ts'
import type { PolledFeed } from '../source/clients/client.ts'
import { type FetchOutcome, failedParse } from '../source/fetch-feed.ts'
import { NotAFeedError } from '../source/not-a-feed-error.ts'
import { firstState, nextState } from '../source/schedule.ts'
import type { FeedState, ParsedFeed, Source } from '../source/types.ts'
import type { FeedOutcome, ItemDraft, Store } from '../store/types.ts'
import { OfflineWatch } from './offline-watch.ts'

/** While the whole machine has no network no feed is to blame: all are tried again this soon. */
const OFFLINE_RETRY_MS = MINUTE_MS

export interface IngestOptions {
  readonly store: Store
  readonly gazetteer: Gazetteer
  readonly now: () => Instant
  readonly random: () => number
  readonly minIntervalMs: number
  readonly maxIntervalMs: number
}

/** Takes what the poller brings through parsing and normalising into the store, and remembers each feed's state. */
export class Ingest {
  readonly offline = new OfflineWatch()
  readonly #options: IngestOptions
  readonly #states = new Map<string, FeedState>()
  readonly #tried = new Set<string>()
  #sources = new Map<string, Source>()
  #feeds: PolledFeed[] = []

  private constructor(options: IngestOptions) {
    this.#options = options
  }

  static async open(options: IngestOptions): Promise<Ingest> {
    const ingest = new Ingest(options)
    for (const state of await options.store.feedStates()) ingest.#states.set(state.feedUrl, state)
    await ingest.reloadSources()
    return ingest
  }

  /** Reads the sources again: the operator may have added or switched off some. */
  async reloadSources(): Promise<void> {
    const enabled = (await this.#options.store.sources()).filter((source) => source.isEnabled)
    this.#sources = new Map(enabled.map((source) => [source.id, source]))
    this.#feeds = enabled.flatMap((source) =>
      source.feeds.map(({ url }) => ({ url, kind: source.kind, sourceId: source.id })),
    )
  }

  /** All feeds that are on, with their state as of now. */
  feeds(): readonly PolledFeed[] {
    return this.#feeds.map((feed) => ({ ...feed, state: this.#states.get(feed.url) }))
  }

  get feedsTried(): number {
    return this.#tried.size
  }

  get feedsTotal(): number {
    return this.#feeds.length
  }

  /** Stores what a poll brought: items and the feed's new validators in one transaction. */
  async take(feed: PolledFeed, outcome: FetchOutcome): Promise<FeedOutcome> {
    const now = this.#options.now()
    this.offline.note(outcome, now, this.#feeds.length)
    this.#tried.add(feed.url)
    const source = this.#sources.get(feed.sourceId)
    const read = source && this.#read(source, feed, outcome, now)
    const result = read && 'failure' in read ? read.failure : outcome
    const previous = this.#states.get(feed.url) ?? firstState(feed.url, feed.sourceId, now)
    const after = (entriesChanged: boolean) => this.#nextState(previous, result, entriesChanged, read, now)
    const stateIfUnchanged = after(false)
    const drafts = read && 'drafts' in read ? read.drafts : []
    const state = drafts.length > 0 ? after(true) : stateIfUnchanged
    const gone = outcome.type === 'read' ? outcome.withdrawn : []
    const withdrawn = gone.flatMap((entryId) => keyOfId(entryId) ?? [])
    const stored = await this.#options.store.saveFeed({ state, stateIfUnchanged, drafts, withdrawn })
    const isChanged = stored.inserted.length + stored.revised.length > 0
    this.#states.set(feed.url, isChanged ? state : stateIfUnchanged)
    return stored
  }

  #read(source: Source, feed: PolledFeed, outcome: FetchOutcome, fetchedAt: Instant): ReadResult | undefined {
    if (outcome.type === 'read') {
      const context = { source, feedUrl: feed.url, feedLanguage: outcome.feed.language, fetchedAt }
      return { feed: outcome.feed, drafts: draftItems(outcome.feed, context, this.#options.gazetteer) }
    }
    if (outcome.type !== 'changed') return undefined
    const { bytes, contentType, contentLanguage, finalUrl } = outcome
    try {
      return readFeed(
        { source, feedUrl: feed.url, bytes, contentType, contentLanguage, finalUrl, fetchedAt },
        this.#options.gazetteer,
      )
    } catch (error) {
      if (error instanceof NotAFeedError) return { failure: failedParse(outcome, error) }
      throw error
    }
  }

  #nextState(
    previous: FeedState,
    outcome: FetchOutcome,
    entriesChanged: boolean,
    read: ReadResult | undefined,
    now: Instant,
  ): FeedState {
    const { minIntervalMs, maxIntervalMs, random } = this.#options
    const ttlMinutes = read && 'feed' in read ? read.feed.ttlMinutes : undefined
    const state = nextState(previous, outcome, {
      ...{ now, random, minIntervalMs, maxIntervalMs, entriesChanged, ttlMinutes },
    })
    if (this.offline.reason === undefined || outcome.type !== 'failed') return state
    const retryAt = now + Math.min(OFFLINE_RETRY_MS, maxIntervalMs) + Math.round(random() * 10 * SECOND_MS)
    return {
      ...state,
      nextPollAt: Math.min(state.nextPollAt, retryAt),
      failuresInARow: previous.failuresInARow,
      movedTo: previous.movedTo,
    }
  }
}

type ReadResult =
  | { readonly feed: ParsedFeed; readonly drafts: readonly ItemDraft[] }
  | { readonly failure: Extract<FetchOutcome, { type: 'failed' }> }
