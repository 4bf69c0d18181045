import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import type { FetchOutcome } from './fetch-feed.ts'
import type { FeedState } from './types.ts'

export const MIN_INTERVAL_MS = 5 * MINUTE_MS
export const MAX_INTERVAL_MS = 12 * HOUR_MS
/** The interval of a feed that was never polled. */
const FIRST_INTERVAL_MS = 30 * MINUTE_MS

/**
 * A poll that finds a change divides the interval by the first, any other multiplies it by the second. They balance where
 * a share `p` of the polls finds something: `p · ln 1.8 = (1 − p) · ln 1.25`, so p ≈ 0.28. Items wait little, and three
 * polls in four are cheap 304s.
 */
const SHRINK_ON_CHANGE = 1.8
const GROW_WITHOUT_CHANGE = 1.25

/**
 * Wait after a first failure, with jitter up to twice this: a server that fails once mostly answers a moment later. A
 * deliberate answer (4xx) does not change so soon.
 */
const FIRST_RETRY_MS = 30 * SECOND_MS

/** Failures in a row after which a remembered redirect is forgotten and the catalogue's address is tried again. */
const FAILURES_TO_FORGET_MOVE = 3

export interface ScheduleOptions {
  readonly now: Instant
  /** In [0, 1). */
  readonly random: () => number
  readonly minIntervalMs?: number
  readonly maxIntervalMs?: number
  /** Whether the answer held an entry that was new or edited. */
  readonly entriesChanged: boolean
  /** The wait that the feed asks for; bounded by the limits. */
  readonly ttlMinutes?: number
  readonly shape?: FeedShape
}

/** Counts that show what is odd about the entries of an answer. */
export interface FeedShape {
  readonly entries: number
  readonly futureEntries: number
  /** Entries with the id of an earlier one. */
  readonly repeatedIds: number
  readonly isSalvaged: boolean
}

/** A feed that has failed for this long is set aside: it is polled once a day, and its page says so. */
const SET_ASIDE_AFTER_MS = 14 * DAY_MS
const SET_ASIDE_REST_MS = DAY_MS

/** @returns whether a feed has failed for so long that it is only tried now and then */
export function isSetAside(state: Pick<FeedState, 'failuresInARow' | 'firstFailureAt'>, now: Instant): boolean {
  return state.failuresInARow > 0 && now - (state.firstFailureAt ?? now) >= SET_ASIDE_AFTER_MS
}

/** Returns the state of a feed that was never polled: due at once. */
export function firstState(feedUrl: string, sourceId: string, now: Instant): FeedState {
  return { feedUrl, sourceId, nextPollAt: now, intervalMs: FIRST_INTERVAL_MS, failuresInARow: 0 }
}

/**
 * Returns the state of a feed after a poll, with the time of the next.
 *
 * The interval follows how often the feed changes, within the limits. What the publisher asks for (`ttl`,
 * `Cache-Control: max-age`) lengthens the wait up to the longest interval; `Retry-After` is honoured even beyond it. A
 * first failure is retried soon; more back off exponentially with full jitter. Failures leave the interval as it is.
 */
export function nextState(state: FeedState, outcome: FetchOutcome, options: ScheduleOptions): FeedState {
  const { now, minIntervalMs = MIN_INTERVAL_MS, maxIntervalMs = MAX_INTERVAL_MS } = options
  const bounded = (ms: number): number => Math.min(maxIntervalMs, Math.max(minIntervalMs, Math.round(ms)))
  if (outcome.type === 'failed') return afterFailure(state, outcome, options, bounded)
  const factor = options.entriesChanged ? 1 / SHRINK_ON_CHANGE : GROW_WITHOUT_CHANGE
  const intervalMs = bounded(bounded(state.intervalMs) * factor)
  const asked = Math.max((options.ttlMinutes ?? 0) * MINUTE_MS, outcome.maxAgeMs ?? 0)
  // Jitter of ±5 % spreads feeds that were all first polled in one second.
  const usualMs = bounded(Math.max(intervalMs * (0.95 + 0.1 * options.random()), asked))
  const unread = outcome.type === 'unchanged' ? undefined : outcome.unread
  // A part that could not be read is retried as after a failure, not only when the rest is due.
  const askedBackMs = unread?.retryAfterMs ?? (outcome.type === 'read' ? outcome.againWithinMs : undefined)
  const soonMs = askedBackMs === undefined ? usualMs : Math.min(usualMs, bounded(askedBackMs))
  const waitMs = Math.max(soonMs, Math.ceil(outcome.waitMs ?? 0))
  return {
    feedUrl: state.feedUrl,
    sourceId: state.sourceId,
    etag: outcome.etag,
    lastModified: outcome.lastModified,
    movedTo: outcome.movedTo === state.feedUrl ? undefined : outcome.movedTo,
    cursor: outcome.type === 'read' ? (outcome.cursor ?? state.cursor) : state.cursor,
    nextPollAt: now + waitMs,
    intervalMs,
    lastAttemptAt: now,
    lastSuccessAt: now,
    lastChangeAt: options.entriesChanged ? now : state.lastChangeAt,
    failuresInARow: 0,
    polls: (state.polls ?? 0) + 1,
    entries: options.shape?.entries ?? state.entries,
    futureEntries: options.shape?.futureEntries ?? state.futureEntries,
    repeatedIds: options.shape?.repeatedIds ?? state.repeatedIds,
    isSalvaged: options.shape?.isSalvaged ?? state.isSalvaged,
    unread: unread?.error,
    permission: outcome.permission ?? state.permission,
    lastStatus: outcome.status,
    latencyMs: outcome.latencyMs,
    bodyBytes: bodyBytesOf(outcome) ?? state.bodyBytes,
  }
}

function bodyBytesOf(outcome: FetchOutcome): number | undefined {
  if (outcome.type === 'changed') return outcome.bytes.length
  return outcome.type === 'read' ? outcome.bodyBytes : undefined
}

function afterFailure(
  state: FeedState,
  outcome: Extract<FetchOutcome, { type: 'failed' }>,
  options: ScheduleOptions,
  bounded: (ms: number) => number,
): FeedState {
  const { now, random, minIntervalMs = MIN_INTERVAL_MS, maxIntervalMs = MAX_INTERVAL_MS } = options
  const failuresInARow = state.failuresInARow + 1
  // Full jitter (Brooker, "Exponential Backoff And Jitter", 2015) above the minimum interval.
  const ceiling = bounded(minIntervalMs * 2 ** Math.min(failuresInARow, 30))
  const usualMs = outcome.isGone ? maxIntervalMs : bounded(minIntervalMs + random() * (ceiling - minIntervalMs))
  const isRefused = outcome.permission?.robots === 'own'
  const mayPass = !isRefused && (outcome.status === undefined || outcome.status >= 500)
  const isFirst = state.failuresInARow === 0 && mayPass && !outcome.isGone
  const backOffMs = isFirst ? Math.min(usualMs, Math.round(FIRST_RETRY_MS * (1 + random()))) : usualMs
  const restMs = isSetAside(state, now) ? SET_ASIDE_REST_MS : 0
  const waitMs = Math.max(backOffMs, Math.ceil(outcome.retryAfterMs ?? 0), Math.min(restMs, 2 * maxIntervalMs))
  return {
    ...state,
    polls: (state.polls ?? 0) + 1,
    permission: outcome.permission ?? state.permission,
    firstFailureAt: state.failuresInARow === 0 ? now : (state.firstFailureAt ?? now),
    movedTo: failuresInARow >= FAILURES_TO_FORGET_MOVE ? undefined : state.movedTo,
    nextPollAt: now + waitMs,
    intervalMs: bounded(state.intervalMs),
    lastAttemptAt: now,
    error: outcome.error,
    failuresInARow,
    lastStatus: outcome.status,
    latencyMs: outcome.latencyMs,
  }
}
