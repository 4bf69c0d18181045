import type { Instant } from '../../lib/instant.ts'
import { retryAfterMs } from '../../source/retry-after.ts'
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
  if (status === 429) return { outcome: 'rate-limited', reason: `asked too often (429): ${words}`, ...more }
  if (status >= 500) return { outcome: 'failed', reason: `the server failed (${status}): ${words}`, ...more }
  const hint = status === 401 || status === 403 ? 'check the key' : 'check the name of the model and the address'
  return { outcome: 'refused', reason: `refused (${status}), ${hint}: ${words}` }
}

/** Replaces the secret in a text, so that it may be shown and logged. */
export function withoutSecret(text: string, secret: string): string {
  return secret === '' ? text : text.replaceAll(secret, '…')
}
