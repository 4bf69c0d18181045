import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { lasts, type Rest } from '../lib/rest.ts'
import type { PolledFeed } from './clients/client.ts'
import { streamAddress, wakeOf } from './clients/mastodon-stream.ts'
import { readTimelineCursor } from './clients/watched-posts.ts'
import { errorInWords, statusInWords } from './failure-in-words.ts'
import type { Fetcher } from './fetcher.ts'
import { StreamRefusedError, StreamTooFastError } from './hear.ts'
import { waitAskedMs } from './retry-after.ts'

/** Whether a stream is open, and since when; where it is not, why, and when it is tried again. */
export interface StreamState {
  readonly url: string
  readonly isOpen: boolean
  readonly since: Instant
  /** For readers, in English: "the server answered 401: it asks for a password". */
  readonly reason?: string
  readonly retryAt?: Instant
}

export interface TimelineStreamsOptions {
  /** Returns all enabled feeds with their current state. */
  readonly feeds: () => readonly PolledFeed[]
  readonly fetcher: Pick<Fetcher, 'hear'>
  /** Polls a feed early. */
  readonly wake: (feedUrl: string, suspects: readonly string[]) => void
  readonly now: () => Instant
  /** In [0, 1). */
  readonly random: () => number
  /** Resolves after the time or when the signal aborts, whichever is first. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** Minimum time between two polls of a feed that a stream wakes. */
  readonly minWakeMs: number
  /** Access tokens by host: most servers want one. */
  readonly tokens?: ReadonlyMap<string, string>
  readonly onRefused?: (url: string, reason: string) => void
  /** Called when a stream opens or ends; without a state, when it is no longer wanted. */
  readonly onState?: (url: string, state: StreamState | undefined) => void
  readonly roundMs?: number
  readonly firstBackOffMs?: number
}

const MAX_STREAMS = 40
const MAX_STREAMS_PER_HOST = 4
/** Silence after which a stream counts as dead; Mastodon sends `:thump` every fifteen seconds. */
const IDLE_MS = 90 * SECOND_MS
/** Limit of one stream; the whole federated timeline of a large server takes a third of it. */
const MAX_BYTES_PER_MINUTE = 6_000_000
const FIRST_BACK_OFF_MS = 5 * SECOND_MS
const MAX_BACK_OFF_MS = HOUR_MS
/** How long a stream must have lasted for its end to count as a first failure. */
const GOOD_AFTER_MS = MINUTE_MS
/** How long a server that refused a stream is left alone. */
const REFUSED_REST_MS = 24 * HOUR_MS
/** Statuses that are deliberate refusals; all others may be temporary. */
const REFUSALS = new Set([400, 401, 403, 404, 405, 406, 410, 422, 501])

interface Stream {
  readonly hang: AbortController
  readonly done: Promise<void>
}

/**
 * Keeps streams of Mastodon servers open, and wakes the polls of their timelines. What a stream says is never stored: the poll
 * reads the timeline itself, the only source of truth, so a stream that breaks off, is refused or lies costs only time.
 */
export class TimelineStreams {
  readonly #options: TimelineStreamsOptions
  readonly #open = new Map<string, Stream>()
  readonly #failures = new Map<string, Rest & { readonly inARow: number }>()
  readonly #wokenAt = new Map<string, Instant>()
  /** Feeds that will be woken once `minWakeMs` has passed, with the posts named meanwhile. */
  readonly #pending = new Map<string, Set<string>>()
  readonly #watched = new Map<string, { readonly cursor: string; readonly ids: ReadonlySet<string> }>()

  constructor(options: TimelineStreamsOptions) {
    this.#options = options
  }

  /** Streams that are open or being opened. */
  get size(): number {
    return this.#open.size
  }

  /** Opens and closes streams as the feeds require, until the signal aborts; resolves when all are closed. */
  async run(signal: AbortSignal): Promise<void> {
    const { sleep, roundMs = 5 * SECOND_MS } = this.#options
    while (!signal.aborted) {
      this.#reconcile(signal)
      await sleep(roundMs, signal)
    }
    for (const { hang } of this.#open.values()) hang.abort()
    await Promise.all([...this.#open.values()].map(({ done }) => done))
  }

  #reconcile(signal: AbortSignal): void {
    const wanted = this.#wanted()
    for (const [url, { hang }] of this.#open) if (!wanted.has(url)) hang.abort()
    const hosts = new Map<string, number>()
    const count = (url: string) => hosts.set(hostOf(url), (hosts.get(hostOf(url)) ?? 0) + 1)
    for (const url of this.#open.keys()) count(url)
    for (const url of wanted) {
      if (this.#open.has(url) || lasts(this.#failures.get(url), this.#options.now())) continue
      if (this.#open.size >= MAX_STREAMS) return
      if ((hosts.get(hostOf(url)) ?? 0) >= MAX_STREAMS_PER_HOST) continue
      count(url)
      const hang = new AbortController()
      this.#open.set(url, { hang, done: this.#keep(url, AbortSignal.any([signal, hang.signal])) })
    }
  }

  /** Returns the streams of timelines that answer and whose publisher lets us read them. */
  #wanted(): ReadonlySet<string> {
    const wanted = new Set<string>()
    for (const feed of this.#options.feeds()) {
      const { state } = feed
      const answers = state?.lastSuccessAt !== undefined && state.failuresInARow === 0
      const url = answers && state.permission?.robots !== 'own' ? streamAddress(feed) : undefined
      if (url !== undefined) wanted.add(url)
    }
    return wanted
  }

  async #keep(url: string, signal: AbortSignal): Promise<void> {
    const { fetcher, tokens, now, onState } = this.#options
    const token = tokens?.get(new URL(url).host)
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const startedAt = now()
    try {
      await fetcher.hear(url, {
        ...{ headers, signal, idleMs: IDLE_MS, maxBytesPerMinute: MAX_BYTES_PER_MINUTE },
        onOpen: () => onState?.(url, { url, isOpen: true, since: now() }),
        onEvent: (event) => {
          const wake = wakeOf(event)
          if (wake) this.#wakeFeeds(url, wake.suspect, signal)
        },
      })
      this.#rest(url, startedAt)
    } catch (error) {
      if (signal.aborted) onState?.(url, undefined)
      else this.#rest(url, startedAt, error)
    } finally {
      this.#open.delete(url)
    }
  }

  /** Backs off: the wait doubles with each failure, with jitter over its upper half; a deliberate refusal counts for a day. */
  #rest(url: string, startedAt: Instant, error?: unknown): void {
    const { now, random, onRefused, onState, firstBackOffMs = FIRST_BACK_OFF_MS } = this.#options
    const wasGood = now() - startedAt >= GOOD_AFTER_MS
    const inARow = wasGood ? 1 : (this.#failures.get(url)?.inARow ?? 0) + 1
    const backOffMs = Math.min(MAX_BACK_OFF_MS, firstBackOffMs * 2 ** Math.min(inARow - 1, 20)) * (0.5 + random() / 2)
    let restMs = backOffMs
    if (error instanceof StreamTooFastError) restMs = MAX_BACK_OFF_MS
    if (error instanceof StreamRefusedError) {
      const isRefusal = REFUSALS.has(error.status) || (error.status >= 200 && error.status < 400)
      restMs = Math.max(isRefusal ? REFUSED_REST_MS : backOffMs, waitAskedMs(error.headers, now()) ?? 0)
      if (isRefusal) onRefused?.(url, error.message)
    }
    const since = now()
    const until = since + Math.round(restMs)
    this.#failures.set(url, { inARow, since, until })
    onState?.(url, { url, isOpen: false, since, reason: endInWords(error), retryAt: until })
  }

  #wakeFeeds(streamUrl: string, suspect: string | undefined, signal: AbortSignal): void {
    for (const feed of this.#options.feeds()) {
      if (streamAddress(feed) !== streamUrl) continue
      // A stream reports every post deleted on the server; those that we never had are ignored.
      if (suspect !== undefined && !this.#isWatched(feed, suspect)) continue
      void this.#wakeInTime(feed.url, suspect, signal)
    }
  }

  #isWatched({ url, state }: PolledFeed, id: string): boolean {
    const cursor = state?.cursor ?? ''
    const known = this.#watched.get(url)
    if (known?.cursor === cursor) return known.ids.has(id)
    const ids = new Set(readTimelineCursor(cursor || undefined).watched.map(({ nativeId }) => nativeId))
    this.#watched.set(url, { cursor, ids })
    return ids.has(id)
  }

  /** Wakes a feed at most once in `minWakeMs`, however much its stream has to say. */
  async #wakeInTime(feedUrl: string, suspect: string | undefined, signal: AbortSignal): Promise<void> {
    const { now, sleep, wake, minWakeMs } = this.#options
    const pending = this.#pending.get(feedUrl)
    if (pending !== undefined) {
      if (suspect !== undefined) pending.add(suspect)
      return
    }
    const named = new Set(suspect === undefined ? [] : [suspect])
    const waitMs = (this.#wokenAt.get(feedUrl) ?? Number.NEGATIVE_INFINITY) + minWakeMs - now()
    if (waitMs > 0) {
      this.#pending.set(feedUrl, named)
      await sleep(waitMs, signal)
      this.#pending.delete(feedUrl)
    }
    if (signal.aborted) return
    this.#wokenAt.set(feedUrl, now())
    wake(feedUrl, [...named])
  }
}

/** Why a stream is not open. */
function endInWords(error: unknown): string {
  if (error === undefined) return 'the server ended it'
  if (error instanceof StreamTooFastError) return 'it brought more than anybody could read'
  if (!(error instanceof StreamRefusedError)) return errorInWords(error).error
  return error.status === 200 ? 'the server answered, but not with a stream' : statusInWords(error.status)
}

function hostOf(url: string): string {
  return new URL(url).hostname
}
