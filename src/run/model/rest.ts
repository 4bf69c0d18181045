import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../lib/instant.ts'
import type { Rest } from '../../lib/rest.ts'

/** Why a call returned no result. */
export interface CallFailure {
  readonly outcome: 'nonsense' | 'refused' | 'rate-limited' | 'failed' | 'timed-out'
  /** For the operator; does not contain the key. */
  readonly reason: string
  readonly retryAfterMs?: number
  /** Whether no server can have done any work that it charges for. */
  readonly isFree?: boolean
}

/** State of the circuit breaker of a provider. */
export interface Circuit extends Rest {
  readonly failuresInARow: number
  readonly reason?: string
}

export const CLOSED: Circuit = { failuresInARow: 0, since: 0, until: 0 }
/** Failures in a row after which the status page says that the model rests, however short the back-off. */
const OPENS_AFTER = 3
const FIRST_REST_MS = 2 * SECOND_MS
const LONGEST_REST_MS = 15 * MINUTE_MS
/** A refused key or model name takes longer than seconds to be fixed. */
const REFUSED_REST_MS = 10 * MINUTE_MS
const LONGEST_HEEDED_MS = HOUR_MS

/**
 * Returns the state after a failure: an exponential back-off, or 10 minutes after a refusal; longer if the provider asks for more, which
 * is heeded up to an hour. Random jitter adds up to half of the back-off.
 */
export function afterFailure(before: Circuit, failure: CallFailure, now: Instant, random: () => number): Circuit {
  const failuresInARow = before.failuresInARow + 1
  const doubled = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(failuresInARow - 1, 20))
  const least = failure.outcome === 'refused' ? REFUSED_REST_MS : doubled
  const asked = Math.min(LONGEST_HEEDED_MS, failure.retryAfterMs ?? 0)
  const restMs = Math.max(least, asked) + Math.round(random() * 0.5 * least)
  return { failuresInARow, since: now, until: now + restMs, reason: failure.reason }
}

/** Whether the status page says that the model rests: after 3 failures in a row, or if more than 30 seconds are left. */
export function isResting({ failuresInARow, until }: Circuit, now: Instant): boolean {
  return failuresInARow > 0 && now < until && (failuresInARow >= OPENS_AFTER || until - now > 30 * SECOND_MS)
}
