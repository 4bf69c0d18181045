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

/** While the whole machine has no network no feed is to blame: all are tried again this soon. */
const OFFLINE_RETRY_MS = MINUTE_MS

/** How often a feed is polled whose hub delivers: for what the hub may miss, and for edits and validators. */
const DELIVERED_POLL_MS = 6 * HOUR_MS

/** Shorter bodies never wait: as many as there are connections at once are no burden. */
const LIGHT_BYTES = 100_000
/**
 * Of longer bodies as many are read at once. A tree, its entries and items take twenty times the memory of their text: 24 feeds of 5 MB at
 * once ended the thread, again and again, before any was stored.
 */
const MOST_BYTES_AT_ONCE = 2_000_000

/** For readers of the health page. */
const DIED_READING = 'reading its answer took more memory than there is, or it was read beside one that did'

export interface IngestOptions {
  readonly store: Store
  readonly gazetteer: Gazetteer
  readonly now: () => Instant
  readonly random: () => number
  readonly minIntervalMs: number
  readonly maxIntervalMs: number
  /** How whole articles are read, and what sites allow; without it they are not. */
  readonly fullText?: FullTextOptions
  /** Subscriptions at hubs; without it feeds are only polled. */
  readonly webSub?: WebSub
  /** Told of each poll that failed, also in part, with how many have in a row; 0 while the whole machine has no network. */
  readonly onFailure?: (feedUrl: string, error: string, failuresInARow: number) => void
  /** Told before a long answer is read and once it is stored: what ends the thread in between is set aside at its next start. */
  readonly onReading?: (feedUrl: string, isDone: boolean) => void
  /** The program ends: a poll whose pages are still on their way is given up, and made again at the next start. */
  readonly signal?: AbortSignal
  /** Bytes that polls may bring in a day (UTC); 0 or undefined sets no limit. */
  readonly dailyBudgetBytes?: number
}

/** Takes what the poller brings through parsing and normalising into the store, and remembers each feed's state. */
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

  /** Reads the sources again: the operator may have added or switched off some. */
  async reloadSources(): Promise<void> {
    // Asked before they are read: a change in between is seen the next time.
    const revision = await this.#options.store.sourcesRevision()
    if (revision === this.#sourcesRevision) return
    this.#sourcesRevision = revision
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

  get policy(): CrawlPolicy | undefined {
    return this.#options.fullText?.policy
  }

  /** Whether the day's budget has something left. */
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

  /** Stores what a poll brought: items and the feed's new validators in one transaction. Long bodies wait for each other. */
  take(feed: PolledFeed, polled: FetchOutcome): Promise<FeedOutcome> {
    return this.#inTurn(feed.url, bodyBytesOf(polled), () => this.#takeNow(feed, polled))
  }

  /**
   * Counts a failure against feeds whose answers were being read when the thread died, so that they wait longer each time: polled again at
   * once they would end it again, and no other feed would be read.
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

  /** Stores what a hub delivered, as if it had been polled. @returns undefined where the feed is not followed */
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
    // What is left the next poll finds.
    const parsed = read && 'drafts' in read ? (await portionOf(this.#options.store, sourceId, read.drafts)).drafts : []
    const drafts = source.allowsFullText ? await this.#reader.withArticles(source, parsed) : parsed
    const previous = this.#states.get(feedUrl) ?? firstState(feedUrl, sourceId, now)
    // Validators, interval and health stay those of the polls: a delivery may hold the new entries alone.
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
    // A client that goes on from where it was answers with what is new: none of that is no empty feed.
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
