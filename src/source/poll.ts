import { setMaxListeners } from 'node:events'
import { type Instant, SECOND_MS } from '../lib/instant.ts'
import { lasts, type Rest } from '../lib/rest.ts'
import { ByteBudget, type ByteShare } from './byte-budget.ts'
import type { PolledFeed, SourceClient } from './clients/client.ts'
import { clientOf } from './clients/clients.ts'
import { createFairGate } from './fair-gate.ts'
import type { FetchOutcome } from './fetch-feed.ts'
import type { Fetcher } from './fetcher.ts'

export interface PollerOptions {
  /** All feeds that are on, with their state as of now; asked before every round. */
  readonly feeds: () => readonly PolledFeed[]
  readonly fetcher: Fetcher
  /** How a feed is asked; default: by its kind. */
  readonly clientFor?: (feed: PolledFeed) => SourceClient
  /** Parses and stores. The feed is not polled again, and its place not given away, before this has resolved. */
  readonly onOutcome: (feed: PolledFeed, outcome: FetchOutcome) => Promise<void> | void
  /** `onOutcome` failed: the feed rests for a minute, the others go on. */
  readonly onError?: (feed: PolledFeed, error: unknown) => void
  /** Asked before every round; while it is false nothing is begun. Default: always. */
  readonly mayPoll?: () => boolean
  readonly now: () => Instant
  /** Resolves after the time or when the signal aborts, whichever is first. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** How often feeds are looked through for those due. */
  readonly roundMs?: number
  /** Feeds on their way at once, from fetch to stored: bounds memory. */
  readonly maxInFlight?: number
  readonly maxInFlightPerHost?: number
  /** What all polls on their way may hold together. */
  readonly budget?: ByteBudget
}

export interface Poller {
  /** Polls what is due, again and again, until the signal aborts; resolves when nothing is on its way any more. */
  run(signal: AbortSignal): Promise<void>
  /** Polls the given feeds, or all, now, due or not. @returns how many were polled, when the last is stored. */
  pollNow(feedUrls?: readonly string[], signal?: AbortSignal): Promise<number>
  /**
   * A stream says that a feed has something new: it is polled in the next round, unless it fails or its server asked for
   * rest.
   *
   * @param suspects posts to be looked up, as their server calls them
   */
  wake(feedUrl: string, suspects?: readonly string[]): void
}

const REST_AFTER_ERROR_MS = 60_000
/** Real feeds seldom are half as long. */
const LONG_BODY_BYTES = 1_000_000
/**
 * Hosts take turns, and all feeds together whose last body was long. Such feeds wait for each other to be read anyway, and would hold every
 * place while they wait.
 */
const LONG_LANE = 'long bodies'
/**
 * Answers of APIs, and what becomes of them, take up to ten times their length: 24 of 8 MB ended the thread, which has 160 MB. Together with
 * the two long polls that may go beyond it this is at most 27 MB.
 */
const MOST_BYTES_ON_THEIR_WAY = 8_000_000
/** A poll for which there was no room is made again after so long. */
const REST_WITHOUT_ROOM_MS = 5 * SECOND_MS
/** Posts of one feed to be looked up; more at once is no news but a flood. */
const MAX_SUSPECTS = 100

/** Keeps feeds polled. Hosts take turns, so no broken, slow or hanging feed delays another by more than its own time limit. */
export function createPoller({
  feeds,
  fetcher,
  clientFor = clientOf,
  onOutcome,
  onError = () => undefined,
  mayPoll = () => true,
  now,
  sleep,
  roundMs = 1_000,
  maxInFlight = 24,
  maxInFlightPerHost = 2,
  budget = new ByteBudget(MOST_BYTES_ON_THEIR_WAY),
}: PollerOptions): Poller {
  const gate = createFairGate({ maxPerHost: maxInFlightPerHost, maxTotal: maxInFlight })
  const inFlight = new Map<string, Promise<void>>()
  const rests = new Map<string, Rest>()
  const woken = new Set<string>()
  const suspects = new Map<string, Set<string>>()
  /** Feeds whose last answers were long, though they may not have come to their end. */
  const long = new Set<string>()

  const rest = (feedUrl: string, ms: number): void => {
    rests.set(feedUrl, { since: now(), until: now() + ms })
  }

  const poll = async (feed: PolledFeed, signal: AbortSignal | undefined): Promise<void> => {
    try {
      while (!(await pollOnce(feed, signal))) {
        await sleep(REST_WITHOUT_ROOM_MS, signal ?? new AbortController().signal)
        if (signal?.aborted) return
      }
    } catch (error) {
      if (signal?.aborted) return
      rest(feed.url, REST_AFTER_ERROR_MS)
      onError(feed, error)
    } finally {
      inFlight.delete(feed.url)
    }
  }

  /** @returns whether there was room for what came; else nothing of it was taken */
  const pollOnce = async (feed: PolledFeed, signal: AbortSignal | undefined): Promise<boolean> => {
    const isLong = long.has(feed.url) || (feed.state?.bodyBytes ?? 0) > LONG_BODY_BYTES
    const leave = await gate.enter(isLong ? LONG_LANE : hostOf(feed), signal)
    const share = budget.open(isLong)
    try {
      const named = new Set(suspects.get(feed.url))
      const context = { fetcher: holding(fetcher, share), now, signal, suspects: named, hold: share.hold }
      const outcome = await clientFor(feed).poll(feed, context)
      if (share.isRefused || share.bytes > LONG_BODY_BYTES) long.add(feed.url)
      else long.delete(feed.url)
      if (share.isRefused) return false
      const restMs = outcome.type === 'failed' ? outcome.retryAfterMs : outcome.waitMs
      if (restMs !== undefined) rest(feed.url, restMs)
      await onOutcome(feed, outcome)
      if (outcome.type !== 'failed') settle(feed.url, named)
      return true
    } finally {
      share.release()
      leave()
    }
  }

  /** Those named meanwhile are still to be looked up. */
  const settle = (feedUrl: string, done: ReadonlySet<string>): void => {
    const left = suspects.get(feedUrl)
    for (const id of done) left?.delete(id)
    if (left?.size === 0) suspects.delete(feedUrl)
  }

  const start = (feed: PolledFeed, signal: AbortSignal | undefined): Promise<void> => {
    const running = inFlight.get(feed.url)
    if (running) return running
    const polling = poll(feed, signal)
    inFlight.set(feed.url, polling)
    return polling
  }

  const isDue = (feed: PolledFeed, at: Instant): boolean => {
    if (lasts(rests.get(feed.url), at)) return false
    rests.delete(feed.url)
    if (inFlight.has(feed.url)) return false
    const isWoken = woken.has(feed.url) && (feed.state?.failuresInARow ?? 0) === 0
    const { lastAttemptAt = 0, nextPollAt = 0 } = feed.state ?? {}
    return isWoken || !lasts({ since: lastAttemptAt, until: nextPollAt }, at)
  }

  return {
    async run(signal) {
      // Every fetch on its way listens for the end.
      setMaxListeners(0, signal)
      while (!signal.aborted) {
        const at = now()
        const due = mayPoll() ? feeds().filter((feed) => isDue(feed, at)) : []
        due.sort((a, b) => (a.state?.nextPollAt ?? 0) - (b.state?.nextPollAt ?? 0))
        for (const feed of due) {
          woken.delete(feed.url)
          void start(feed, signal)
        }
        await sleep(roundMs, signal)
      }
      await Promise.all(inFlight.values())
    },
    async pollNow(feedUrls, signal) {
      if (signal) setMaxListeners(0, signal)
      const wanted = feedUrls && new Set(feedUrls)
      const chosen = feeds().filter((feed) => !wanted || wanted.has(feed.url))
      await Promise.all(chosen.map((feed) => start(feed, signal)))
      return chosen.length
    },
    wake(feedUrl, named = []) {
      woken.add(feedUrl)
      if (named.length === 0) return
      const known = suspects.get(feedUrl) ?? new Set()
      for (const id of named) if (known.size < MAX_SUSPECTS) known.add(id)
      suspects.set(feedUrl, known)
    },
  }
}

/** A fetcher whose bodies count as held. */
function holding(fetcher: Fetcher, { hold }: ByteShare): Fetcher {
  return { ...fetcher, get: (url, options) => fetcher.get(url, { ...options, hold }) }
}

function hostOf(feed: PolledFeed): string {
  const address = feed.state?.movedTo ?? feed.url
  return URL.canParse(address) ? new URL(address).hostname : address
}
