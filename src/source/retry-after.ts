import { DAY_MS, type Instant, SECOND_MS } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'

/** Longest wait that a server may ask for: a week. */
const MAX_WAIT_MS = 7 * DAY_MS

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds or an HTTP date.
 *
 * @returns milliseconds to wait, 0 … one week; undefined where the header is missing or unusable
 */
export function retryAfterMs(header: string | undefined, now: Instant): number | undefined {
  const written = header?.trim()
  if (!written) return undefined
  const waitMs = /^\d{1,10}(?:\.\d{1,6})?$/.test(written) ? Number(written) * SECOND_MS : msUntil(written, now)
  return bounded(waitMs)
}

/**
 * Reads how long an answer stays fresh: `Cache-Control: max-age` (RFC 9111, 5.2.2.1).
 *
 * @returns undefined where nothing is said; `no-cache` and `no-store` say nothing about when to come back
 */
export function maxAgeMs(cacheControl: string | undefined): number | undefined {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? undefined : Number(seconds) * SECOND_MS
}

/**
 * How long a server asks to be left alone: `Retry-After`, or a limit of requests that is used up (`X-RateLimit-Remaining`
 * and `-Reset`, in the spelling of Mastodon, GitHub and Reddit, or of the IETF draft `RateLimit-*`).
 *
 * @returns milliseconds, 0 … one week; undefined where nothing is asked
 */
export function waitAskedMs(headers: ReadonlyMap<string, string>, now: Instant): number | undefined {
  const asked = retryAfterMs(headers.get('retry-after'), now)
  if (asked !== undefined) return asked
  const remaining = headers.get('x-ratelimit-remaining') ?? headers.get('ratelimit-remaining')
  if (remaining === undefined || remaining.trim() === '' || !(Number(remaining) < 1)) return undefined
  const reset = (headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset') ?? '').trim()
  const seconds = Number(reset)
  const isCount = reset !== '' && Number.isFinite(seconds)
  // GitHub gives the time in seconds since 1970, Reddit and the draft the seconds that are left, Mastodon a date.
  if (!isCount) return bounded(msUntil(reset, now))
  return bounded(seconds > 1e9 ? seconds * SECOND_MS - now : seconds * SECOND_MS)
}

/** Returns the milliseconds until a date; NaN for what is no date. One without a zone is in UTC, whatever zone the host is in. */
function msUntil(written: string, now: Instant): number {
  return (parseInstant(written) ?? Number.NaN) - now
}

function bounded(waitMs: number): number | undefined {
  return Number.isFinite(waitMs) ? Math.min(MAX_WAIT_MS, Math.max(0, waitMs)) : undefined
}
