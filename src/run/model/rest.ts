import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../lib/instant.ts'
import type { Rest } from '../../lib/rest.ts'

/** Why a call brought nothing. */
export interface CallFailure {
  readonly outcome: 'nonsense' | 'refused' | 'rate-limited' | 'failed' | 'timed-out'
  /** In words, for the operator; holds no key. */
  readonly reason: string
  readonly retryAfterMs?: number
}

/** How a provider has done lately. */
export interface Circuit extends Rest {
  readonly failuresInARow: number
  readonly reason?: string
}

export const CLOSED: Circuit = { failuresInARow: 0, since: 0, until: 0 }
/** Failures in a row after which the status page says that the model rests; each later try is a single one. */
const OPENS_AFTER = 3
const FIRST_REST_MS = 2 * SECOND_MS
const LONGEST_REST_MS = 15 * MINUTE_MS
/** A key or a name that is refused does not mend itself in seconds. */
const REFUSED_REST_MS = 10 * MINUTE_MS
const LONGEST_HEEDED_MS = HOUR_MS

/** What follows a failure: a rest that doubles, at random by up to half, and never shorter than the provider asked for. */
export function afterFailure(before: Circuit, failure: CallFailure, now: Instant, random: () => number): Circuit {
  const failuresInARow = before.failuresInARow + 1
  const doubled = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(failuresInARow - 1, 20))
  const least = failure.outcome === 'refused' ? REFUSED_REST_MS : doubled
  const asked = Math.min(LONGEST_HEEDED_MS, failure.retryAfterMs ?? 0)
  const restMs = Math.max(least, asked) + Math.round(random() * 0.5 * least)
  return { failuresInARow, since: now, until: now + restMs, reason: failure.reason }
}

/** @returns whether readers of the status page are told that it rests */
export function isResting({ failuresInARow, until }: Circuit, now: Instant): boolean {
  return failuresInARow > 0 && now < until && (failuresInARow >= OPENS_AFTER || until - now > 30 * SECOND_MS)
}
