import type { Gazetteer } from '../entity/types.ts'
import { keyOfId } from '../item/normalise-entry.ts'
import { dayNumber, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import type { PolledFeed } from '../source/clients/client.ts'
import type { CrawlPolicy } from '../source/crawl-policy.ts'
import type { FeedChanged, FetchOutcome } from '../source/fetch-feed.ts'
import { OfflineWatch } from '../source/offline-watch.ts'
import { firstState, nextState } from '../source/schedule.ts'
import type { FeedState, Source } from '../source/types.ts'
import { hubLinksInHeader } from '../source/web-sub/hub-links.ts'
import type { FeedOutcome } from '../store/feed-types.ts'
import type { Store } from '../store/types.ts'
import { DraftReader, type ReadResult } from './draft-reader.ts'
import type { FullTextOptions } from './full-text.ts'
import { bodyBytesOf, feedShape, pollOf } from './poll-record.ts'
import { isShownAgain, leaving, portionOf } from './portion.ts'
import { withReservation } from './reservation-of-poll.ts'
import type { HubDelivery } from './thread-messages.ts'
import type { WebSub } from './web-sub.ts'
import { WeightGate } from './weight-gate.ts'

/** Retry interval while the whole machine has no network, for which no feed is to blame. */
const OFFLINE_RETRY_MS = MINUTE_MS

/** Poll interval of a feed whose hub delivers: polls still find what the hub missed, edits and new validators. */
const DELIVERED_POLL_MS = 6 * HOUR_MS

/** Bodies up to this length never wait: one per connection fits into memory. */
const LIGHT_BYTES = 100_000
/**
 * Total size of longer bodies that are read at once. The parsed tree, entries and items take twenty times the memory of the text: 24 feeds
 * of 5 MB at once repeatedly ended the thread before any was stored.
 */
const MOST_BYTES_AT_ONCE = 2_000_000

/** Shown on the health page. */
const DIED_READING = 'reading its answer took more memory than there is, or it was read beside one that did'

export interface IngestOptions {
  readonly store: Store
  readonly gazetteer: Gazetteer
  readonly now: () => Instant
  readonly random: () => number
  readonly minIntervalMs: number
  readonly maxIntervalMs: number
  /** Options for reading whole articles, with the sites' crawl policies; undefined: articles are not read. */
  readonly fullText?: FullTextOptions
  /** WebSub subscriptions; undefined: feeds are only polled. */
  readonly webSub?: WebSub
  /** Called for each poll that failed wholly or in part, with the number of failures in a row; 0 while the machine has no network. */
  readonly onFailure?: (feedUrl: string, error: string, failuresInARow: number) => void
  /** Called before a long answer is read and once it is done; a feed in between when the thread dies is set aside at the next start. */
  readonly onReading?: (feedUrl: string, isDone: boolean) => void
  /** Aborted when the program ends: a poll whose pages are still being fetched is abandoned and repeated at the next start. */
  readonly signal?: AbortSignal
  /** Maximum number of bytes fetched by polls in a day (UTC); 0 or undefined: no limit. */
  readonly dailyBudgetBytes?: number
}

/** Parses, normalises and stores what the poller fetches, and keeps each feed's state. */
export class Ingest {
  readonly offline = new OfflineWatch()
  readonly #options: IngestOptions
  readonly #reader: DraftReader
  readonly #states = new Map<string, FeedState>()
  readonly #tried = new Set<string>()
  readonly #heavy = new WeightGate(MOST_BYTES_AT_ONCE)
  #spent: { day: number; bytes: number }
  #sources = new Map<string, Source>()
  #sourcesRevision: number | undefined
  #feeds: PolledFeed[] = []

  private constructor(options: IngestOptions) {
    this.#options = options
    this.#reader = new DraftReader(options)
    this.#spent = { day: dayNumber(options.now()), bytes: 0 }
  }

  static async open(options: IngestOptions): Promise<Ingest> {
    const ingest = new Ingest(options)
    for (const state of await options.store.feedStates()) ingest.#states.set(state.feedUrl, state)
    ingest.#spent.bytes = await options.store.bytesToday(options.now())
    await ingest.reloadSources()
    return ingest
  }

  /** Reloads the sources if they have changed, for instance because the operator added or disabled some. */
  async reloadSources(): Promise<void> {
    // Read before the sources, so that a change in between is seen next time.
    const revision = await this.#options.store.sourcesRevision()
    if (revision === this.#sourcesRevision) return
    this.#sourcesRevision = revision
    const enabled = (await this.#options.store.sources()).filter((source) => source.isEnabled)
    this.#sources = new Map(enabled.map((source) => [source.id, source]))
    this.#feeds = enabled.flatMap((source) =>
      source.feeds.map(({ url }) => ({ url, kind: source.kind, sourceId: source.id })),
    )
  }

  /** Returns all enabled feeds with their current state. */
  feeds(): readonly PolledFeed[] {
    return this.#feeds.map((feed) => ({ ...feed, state: this.#states.get(feed.url) }))
  }

  get policy(): CrawlPolicy | undefined {
    return this.#options.fullText?.policy
  }

  /** Whether any of the day's budget of bytes is left. */
  hasBudget(): boolean {
    const { dailyBudgetBytes, now } = this.#options
    if (!dailyBudgetBytes) return true
    const day = dayNumber(now())
    if (this.#spent.day !== day) this.#spent = { day, bytes: 0 }
    return this.#spent.bytes < dailyBudgetBytes
  }

  get feedsTried(): number {
    return this.#tried.size
  }

  get feedsTotal(): number {
    return this.#feeds.length
  }

  /** Stores the result of a poll: items and the feed's new state in one transaction. Long bodies wait for each other. */
  take(feed: PolledFeed, polled: FetchOutcome): Promise<FeedOutcome> {
    return this.#inTurn(feed.url, bodyBytesOf(polled), () => this.#takeNow(feed, polled))
  }

  /**
   * Counts a failure for feeds whose answers were being read when the thread died, so that each waits longer every time. Polled again at
   * once, they would end the thread again before any other feed is read.
   */
  async setAside(feedUrls: readonly string[]): Promise<void> {
    for (const feed of this.#feeds.filter(({ url }) => feedUrls.includes(url))) {
      const failure = { type: 'failed', latencyMs: 0, isGone: false, isOffline: false, error: DIED_READING } as const
      await this.#takeNow({ ...feed, state: this.#states.get(feed.url) }, failure)
    }
  }

  #inTurn<T>(feedUrl: string, bytes: number, work: () => Promise<T>): Promise<T> {
    if (bytes <= LIGHT_BYTES) return work()
    const told = async (): Promise<T> => {
      this.#options.onReading?.(feedUrl, false)
      try {
        return await work()
      } finally {
        this.#options.onReading?.(feedUrl, true)
      }
    }
    return this.#heavy.pass(bytes, told, this.#options.signal)
  }

  async #takeNow(feed: PolledFeed, polled: FetchOutcome): Promise<FeedOutcome> {
    const now = this.#options.now()
    this.offline.note(polled, now, this.#feeds.length)
    this.#tried.add(feed.url)
    const source = this.#sources.get(feed.sourceId)
    const read = source && (await this.#reader.read(source, feed, polled, now))
    const previous = this.#states.get(feed.url) ?? firstState(feed.url, feed.sourceId, now)
    const outcome = source
      ? await withReservation({ source, previous, outcome: polled, read }, this.policy, this.#options.signal)
      : polled
    const parsed = read && 'drafts' in read ? read.drafts : []
    const { drafts: portion, left } = isShownAgain(outcome)
      ? await portionOf(this.#options.store, feed.sourceId, parsed)
      : { drafts: parsed, left: 0 }
    const result = read && 'failure' in read ? read.failure : leaving(left, outcome)
    const after = (entriesChanged: boolean) => this.#nextState(previous, result, entriesChanged, read, now)
    const stateIfUnchanged = after(false)
    const drafts = source?.allowsFullText ? await this.#reader.withArticles(source, portion) : portion
    const state = drafts.length > 0 ? after(true) : stateIfUnchanged
    const gone = outcome.type === 'read' ? outcome.withdrawn : []
    const withdrawn = gone.flatMap((entryId) => keyOfId(entryId) ?? [])
    const stored = await this.#options.store.saveFeed({
      state,
      stateIfUnchanged,
      drafts,
      withdrawn,
      poll: pollOf(outcome, result, read, now),
    })
    this.#spent.bytes += bodyBytesOf(outcome)
    const isChanged = stored.inserted.length + stored.revised.length > 0
    this.#states.set(feed.url, isChanged ? state : stateIfUnchanged)
    if (result.type === 'failed') this.#options.onFailure?.(feed.url, result.error, stateIfUnchanged.failuresInARow)
    else if (state.unread !== undefined) {
      this.#options.onFailure?.(feed.url, state.unread, previous.unread === undefined ? 1 : 2)
    }
    await this.#noteHub(feed, outcome, read, stored)
    return stored
  }

  /** Stores what a hub delivered, as if it had been polled. @returns undefined if the feed is not followed */
  deliver(delivery: HubDelivery): Promise<FeedOutcome | undefined> {
    return this.#inTurn(delivery.feedUrl, delivery.bytes.length, () => this.#deliverNow(delivery))
  }

  async #deliverNow({ sourceId, feedUrl, topic, bytes, contentType }: HubDelivery): Promise<FeedOutcome | undefined> {
    const now = this.#options.now()
    const source = this.#sources.get(sourceId)
    const feed = this.#feeds.find((each) => each.sourceId === sourceId && each.url === feedUrl)
    if (source === undefined || feed === undefined) return undefined
    const outcome: FeedChanged = { type: 'changed', status: 200, latencyMs: 0, bytes, contentType, finalUrl: topic }
    const read = await this.#reader.read(source, feed, outcome, now)
    const result = read && 'failure' in read ? read.failure : outcome
    // The next poll finds what is left.
    const parsed = read && 'drafts' in read ? (await portionOf(this.#options.store, sourceId, read.drafts)).drafts : []
    const drafts = source.allowsFullText ? await this.#reader.withArticles(source, parsed) : parsed
    const previous = this.#states.get(feedUrl) ?? firstState(feedUrl, sourceId, now)
    // Validators, interval and health stay those of the polls: a delivery may hold only the new entries.
    const stateIfUnchanged = { ...previous, polls: (previous.polls ?? 0) + 1 }
    const state = { ...stateIfUnchanged, lastChangeAt: now }
    const poll = { ...pollOf(outcome, result, read, now), isDelivered: true }
    const stored = await this.#options.store.saveFeed({ state, stateIfUnchanged, drafts, poll })
    this.#spent.bytes += bytes.length
    this.#states.set(feedUrl, stored.inserted.length + stored.revised.length > 0 ? state : stateIfUnchanged)
    if (result.type !== 'failed') await this.#options.webSub?.noteDelivered({ sourceId, feedUrl })
    return stored
  }

  async #noteHub(
    feed: PolledFeed,
    outcome: FetchOutcome,
    read: ReadResult | undefined,
    stored: FeedOutcome,
  ): Promise<void> {
    const { webSub } = this.#options
    if (webSub === undefined || outcome.type !== 'changed' || read === undefined || !('feed' in read)) return
    const key = { sourceId: feed.sourceId, feedUrl: feed.url }
    const links = hubLinksInHeader(outcome.link, outcome.finalUrl) ?? read.feed.hubLinks
    await webSub.note(key, links, outcome.finalUrl)
    if (stored.inserted.length > 0) await webSub.noteMissed(key)
  }

  #nextState(
    previous: FeedState,
    outcome: FetchOutcome,
    entriesChanged: boolean,
    read: ReadResult | undefined,
    now: Instant,
  ): FeedState {
    const { minIntervalMs, maxIntervalMs, random } = this.#options
    // A client with a cursor returns only new entries: if there are none, the feed is not empty.
    const isRest = outcome.type === 'read' && outcome.feed.entries.length === 0 && previous.cursor !== undefined
    const ttlMinutes = read && 'feed' in read ? read.feed.ttlMinutes : undefined
    const state = nextState(previous, outcome, {
      ...{ now, random, minIntervalMs, maxIntervalMs, entriesChanged, ttlMinutes },
      shape: read && 'feed' in read && !isRest ? feedShape(read.feed, now) : undefined,
    })
    if (outcome.type !== 'failed' && !entriesChanged) {
      const key = { sourceId: previous.sourceId, feedUrl: previous.feedUrl }
      const restMs = this.#options.webSub?.isDelivering(key) ? Math.min(DELIVERED_POLL_MS, maxIntervalMs) : 0
      return { ...state, nextPollAt: Math.max(state.nextPollAt, now + restMs) }
    }
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
