import { setMaxListeners } from 'node:events'
import { type Instant, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { lasts, type Rest } from '../lib/rest.ts'
import { ByteBudget, type ByteShare } from './byte-budget.ts'
import type { PolledFeed, SourceClient } from './clients/client.ts'
import { clientOf } from './clients/clients.ts'
import { createFairGate, type FairGate } from './fair-gate.ts'
import type { FetchOutcome } from './fetch-feed.ts'
import type { Fetcher } from './fetcher.ts'

export interface PollerOptions {
  /** Returns all enabled feeds with their current state; called in every round. */
  readonly feeds: () => readonly PolledFeed[]
  readonly fetcher: Fetcher
  /** Chooses the client for a feed; default: by its kind and address. */
  readonly clientFor?: (feed: PolledFeed) => SourceClient
  /** Parses and stores the outcome. Until it resolves, the feed is not polled again and keeps its place. */
  readonly onOutcome: (feed: PolledFeed, outcome: FetchOutcome) => Promise<void> | void
  /** Called when `onOutcome` fails; the feed then rests for a minute, and the others go on. */
  readonly onError?: (feed: PolledFeed, error: unknown) => void
  /** Called before every round; while it returns false, no poll starts. Default: always true. */
  readonly mayPoll?: () => boolean
  readonly now: () => Instant
  /** Resolves after the time or when the signal aborts, whichever is first. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** How often the feeds are searched for those due. */
  readonly roundMs?: number
  /** Feeds in flight at once, from fetching to storing; bounds memory. */
  readonly maxInFlight?: number
  readonly maxInFlightPerHost?: number
  /** Bounds the bytes that all polls in flight hold together. */
  readonly budget?: ByteBudget
}

const REST_AFTER_ERROR_MS = MINUTE_MS
/** Length from which a body counts as long; real feeds are seldom half as long. */
const LONG_BODY_BYTES = 1_000_000
/**
 * The lane that all feeds with a long last body share; it takes turns with the hosts. Such feeds wait for each other anyway, and would
 * occupy every place meanwhile.
 */
const LONG_LANE = 'long bodies'
/**
 * Default budget of all polls in flight. Parsed answers of APIs take up to ten times their length: 24 of 8 MB exhausted the thread's 160 MB.
 * Together with the two long polls that may exceed the budget, at most 27 MB are held.
 */
const MOST_BYTES_ON_THEIR_WAY = 8_000_000
/** How long a poll for which there was no room waits until it is repeated. */
const REST_WITHOUT_ROOM_MS = 5 * SECOND_MS
/** Maximum number of posts of one feed to be looked up; more at once are a flood, not news. */
const MAX_SUSPECTS = 100

/**
 * Polls feeds whenever they are due. Hosts take turns, so no broken, slow or hanging feed delays another by more than its own time limit.
 * All maps and sets are keyed by the feed's address.
 */
export class Poller {
  readonly #options: Required<PollerOptions>
  readonly #gate: FairGate
  readonly #inFlight = new Map<string, Promise<void>>()
  readonly #rests = new Map<string, Rest>()
  readonly #woken = new Set<string>()
  readonly #suspects = new Map<string, Set<string>>()
  /** Feeds whose last answer was long, or was refused for want of room. */
  readonly #long = new Set<string>()

  constructor({
    clientFor = clientOf,
    onError = () => undefined,
    mayPoll = () => true,
    roundMs = SECOND_MS,
    maxInFlight = 24,
    maxInFlightPerHost = 2,
    budget = new ByteBudget(MOST_BYTES_ON_THEIR_WAY),
    ...given
  }: PollerOptions) {
    const chosen = { clientFor, onError, mayPoll, roundMs, maxInFlight, maxInFlightPerHost, budget }
    this.#options = { ...given, ...chosen }
    this.#gate = createFairGate({ maxPerHost: maxInFlightPerHost, maxTotal: maxInFlight })
  }

  /** Polls due feeds, round after round, until the signal aborts; resolves when no poll is in flight any more. */
  async run(signal: AbortSignal): Promise<void> {
    const { mayPoll, sleep, roundMs } = this.#options
    // Every fetch in flight adds a listener.
    setMaxListeners(0, signal)
    while (!signal.aborted) {
      if (mayPoll()) this.#startDue(signal)
      await sleep(roundMs, signal)
    }
    await Promise.all(this.#inFlight.values())
  }

  /** Polls the given feeds, or all, now, due or not; resolves when the last is stored. @returns how many were polled */
  async pollNow(feedUrls?: readonly string[], signal?: AbortSignal): Promise<number> {
    if (signal) setMaxListeners(0, signal)
    const wanted = feedUrls && new Set(feedUrls)
    const chosen = this.#options.feeds().filter((feed) => !wanted || wanted.has(feed.url))
    await Promise.all(chosen.map((feed) => this.#start(feed, signal)))
    return chosen.length
  }

  /**
   * Notes that a feed has something new, as a stream says: it is polled in the next round, unless its last poll failed or
   * its server asked for rest.
   *
   * @param suspects the server's ids of posts to be looked up
   */
  wake(feedUrl: string, suspects: readonly string[] = []): void {
    this.#woken.add(feedUrl)
    if (suspects.length === 0) return
    const known = this.#suspects.get(feedUrl) ?? new Set()
    for (const id of suspects) if (known.size < MAX_SUSPECTS) known.add(id)
    this.#suspects.set(feedUrl, known)
  }

  /** Starts the polls that are due, the longest overdue first. */
  #startDue(signal: AbortSignal): void {
    const at = this.#options.now()
    const due = this.#options.feeds().filter((feed) => this.#isDue(feed, at))
    due.sort((a, b) => (a.state?.nextPollAt ?? 0) - (b.state?.nextPollAt ?? 0))
    for (const feed of due) {
      this.#woken.delete(feed.url)
      this.#rests.delete(feed.url)
      void this.#start(feed, signal)
    }
  }

  #isDue({ url, state }: PolledFeed, at: Instant): boolean {
    if (this.#inFlight.has(url) || lasts(this.#rests.get(url), at)) return false
    const isWoken = this.#woken.has(url) && (state?.failuresInARow ?? 0) === 0
    const { lastAttemptAt = 0, nextPollAt = 0 } = state ?? {}
    return isWoken || !lasts({ since: lastAttemptAt, until: nextPollAt }, at)
  }

  #start(feed: PolledFeed, signal: AbortSignal | undefined): Promise<void> {
    const running = this.#inFlight.get(feed.url)
    if (running) return running
    const polling = this.#poll(feed, signal)
    this.#inFlight.set(feed.url, polling)
    return polling
  }

  /** Never rejects. */
  async #poll(feed: PolledFeed, signal: AbortSignal | undefined): Promise<void> {
    const { sleep, onError } = this.#options
    try {
      while (!(await this.#pollOnce(feed, signal))) {
        await sleep(REST_WITHOUT_ROOM_MS, signal ?? new AbortController().signal)
        if (signal?.aborted) return
      }
    } catch (error) {
      if (signal?.aborted) return
      this.#rest(feed.url, REST_AFTER_ERROR_MS)
      onError(feed, error)
    } finally {
      this.#inFlight.delete(feed.url)
    }
  }

  /** @returns whether there was room for the answer; otherwise it was discarded */
  async #pollOnce(feed: PolledFeed, signal: AbortSignal | undefined): Promise<boolean> {
    const { budget, fetcher, now, clientFor, onOutcome } = this.#options
    const isLong = this.#long.has(feed.url) || (feed.state?.bodyBytes ?? 0) > LONG_BODY_BYTES
    const leave = await this.#gate.enter(isLong ? LONG_LANE : hostOf(feed), signal)
    const share = budget.open(isLong)
    try {
      const suspects = new Set(this.#suspects.get(feed.url))
      const context = { fetcher: holding(fetcher, share), now, signal, suspects, hold: share.hold }
      const outcome = await clientFor(feed).poll(feed, context)
      if (share.isRefused || share.bytes > LONG_BODY_BYTES) this.#long.add(feed.url)
      else this.#long.delete(feed.url)
      if (share.isRefused) return false
      const restMs = outcome.type === 'failed' ? outcome.retryAfterMs : outcome.waitMs
      if (restMs !== undefined) this.#rest(feed.url, restMs)
      await onOutcome(feed, outcome)
      if (outcome.type !== 'failed') this.#settle(feed.url, suspects)
      return true
    } finally {
      share.release()
      leave()
    }
  }

  /** Removes the posts that were looked up; those named meanwhile stay. */
  #settle(feedUrl: string, done: ReadonlySet<string>): void {
    const left = this.#suspects.get(feedUrl)
    for (const id of done) left?.delete(id)
    if (left?.size === 0) this.#suspects.delete(feedUrl)
  }

  #rest(feedUrl: string, ms: number): void {
    const since = this.#options.now()
    this.#rests.set(feedUrl, { since, until: since + ms })
  }
}

/** Wraps a fetcher so that the bodies of `get` count towards a share. */
function holding(fetcher: Fetcher, { hold }: ByteShare): Fetcher {
  return { ...fetcher, get: (url, options) => fetcher.get(url, { ...options, hold }) }
}

function hostOf(feed: PolledFeed): string {
  const address = feed.state?.movedTo ?? feed.url
  return URL.canParse(address) ? new URL(address).hostname : address
}
