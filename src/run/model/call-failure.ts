import type { Instant } from '../../lib/instant.ts'
import { retryAfterMs } from '../../source/retry-after.ts'
import { ProviderAnswerError } from './guarded-fetch.ts'
import type { CallFailure } from './rest.ts'

export interface RefusedAnswer {
  /** The server's own words. */
  readonly said: string
  /** Its header `Retry-After`. */
  readonly retryAfter: string | undefined
  readonly now: Instant
}

/**
 * Describes a response with an error status for the operator.
 *
 * @param status 300 or more
 */
export function failureOfStatus(status: number, { said, retryAfter, now }: RefusedAnswer): CallFailure {
  const waitMs = retryAfterMs(retryAfter, now)
  const words = said.replace(/\s+/g, ' ').slice(0, 200)
  const more = waitMs === undefined ? {} : { retryAfterMs: waitMs }
  if (status === 429)
    return { outcome: 'rate-limited', reason: `asked too often (429): ${words}`, isFree: true, ...more }
  // 408: the server waited too long; 425: it asks to try again.
  if (status >= 500 || status === 408 || status === 425)
    return { outcome: 'failed', reason: `the server failed (${status}): ${words}`, ...more }
  return { outcome: 'refused', reason: `refused (${status}), ${HINTS[status] ?? OTHER_HINT}: ${words}`, isFree: true }
}

const HINTS: Readonly<Record<number, string>> = {
  401: 'check the key',
  402: 'check the account’s credit',
  403: 'check the key',
  413: 'its limit of length is too low',
}
const OTHER_HINT = 'check the name of the model and the address'

/** Describes a call that ended without an answer of a model, for the operator. */
export function failureOfError(error: unknown): CallFailure {
  if (!(error instanceof Error)) return { outcome: 'failed', reason: String(error) }
  const isFree = error instanceof ProviderAnswerError && error.isFree
  return { outcome: 'failed', reason: error.message, ...(isFree && { isFree }) }
}

/** Replaces the secret in a text, so that it may be shown and logged. */
export function withoutSecret(text: string, secret: string): string {
  return secret === '' ? text : text.replaceAll(secret, '…')
}
