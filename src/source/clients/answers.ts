import { decodeBytes } from '../decode-bytes.ts'
import { type FeedFailed, type FeedRead, type FetchOutcome, failedFetch, failedStatus } from '../fetch-feed.ts'
import type { FetchedResponse } from '../fetched-response.ts'
import { waitAskedMs } from '../retry-after.ts'
import { reservationIn } from '../tdm-reservation.ts'
import type { ParsedFeed, Permission } from '../types.ts'
import type { ClientContext } from './client.ts'

/** Limit of all answers of one poll together; pages of posts are a tenth of that, parts of a sitemap a half. */
const MAX_POLL_BYTES = 8_000_000
/** Limit of values in one answer; a page of 40 posts has some 8,000. A million empty objects are 3 MB of text and 60 MB of memory. */
const MAX_VALUES = 400_000

/** A server answered, but not as its API says it would; the message is for readers of the health page. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError'
}

/** An answer that is no success; carries the whole response for its status and headers. */
class RefusedAnswerError extends Error {
  override readonly name = 'RefusedAnswerError'

  constructor(readonly response: FetchedResponse) {
    super(`${response.url} answered ${response.status}`)
  }
}

/** The requests of one poll, with totals over all their answers. */
export class Conversation {
  readonly startedAt: number
  status = 200
  requests = 0
  bytes = 0
  /** Longest wait that any answer asked for. */
  waitMs: number | undefined
  /** What the headers of any answer reserve. */
  reserved: Permission['reserved']

  constructor(readonly context: ClientContext) {
    this.startedAt = context.now()
  }

  /**
   * @throws RefusedAnswerError unless the status is 2xx or among `accepted`, UnexpectedAnswerError where all answers together are too
   *   long, and what `Fetcher.get` throws
   */
  async get(url: string, accepted: readonly number[] = [], headers?: Record<string, string>): Promise<FetchedResponse> {
    const { fetcher, now, signal } = this.context
    this.requests++
    const response = await fetcher.get(url, { headers, signal })
    this.bytes += response.bytes.length
    if (this.bytes > MAX_POLL_BYTES) {
      throw new UnexpectedAnswerError(`the answers are longer than ${MAX_POLL_BYTES / 1_000_000} MB together`)
    }
    const wait = waitAskedMs(response.headers, now())
    if (wait !== undefined) this.waitMs = Math.max(this.waitMs ?? 0, wait)
    this.reserved ??= reservationIn(response.headers)
    if (accepted.includes(response.status)) return response
    if (response.status < 200 || response.status > 299) throw new RefusedAnswerError(response)
    this.status = response.status
    return response
  }

  /** @throws UnexpectedAnswerError where the bytes are no JSON, and what `get` throws */
  async json(url: string, headers?: Record<string, string>): Promise<unknown> {
    const response = await this.get(url, [], { accept: 'application/json', ...headers })
    return readJson(response)
  }

  /** Returns the outcome of a poll that succeeded. */
  read(feed: ParsedFeed, more: { readonly withdrawn?: readonly string[]; readonly cursor?: string } = {}): FeedRead {
    const latencyMs = Math.max(0, this.context.now() - this.startedAt)
    return {
      ...{ type: 'read', status: this.status, latencyMs, bodyBytes: this.bytes, feed },
      ...{ withdrawn: more.withdrawn ?? [], cursor: more.cursor, waitMs: this.waitMs, reserved: this.reserved },
    }
  }

  failed(error: unknown): FeedFailed {
    const latencyMs = Math.max(0, this.context.now() - this.startedAt)
    if (error instanceof RefusedAnswerError) return failedStatus(error.response, latencyMs, this.context.now())
    if (error instanceof UnexpectedAnswerError) {
      return { type: 'failed', error: error.message, latencyMs, isGone: false, isOffline: false }
    }
    return failedFetch(error, latencyMs)
  }
}

/** Runs a poll of several requests; every failure in it becomes an outcome. @throws only the signal's reason */
export async function conversation(
  context: ClientContext,
  talk: (conversation: Conversation) => Promise<FeedRead | FeedFailed>,
): Promise<FetchOutcome> {
  const current = new Conversation(context)
  try {
    return await talk(current)
  } catch (error) {
    if (context.signal?.aborted) throw context.signal.reason
    return current.failed(error)
  }
}

/** @throws UnexpectedAnswerError */
export function readJson(response: FetchedResponse): unknown {
  const text = decodeBytes(response.bytes, response.headers.get('content-type')).trim()
  if (hasMoreValues(text, MAX_VALUES)) {
    throw new UnexpectedAnswerError(`the server answered with more than ${MAX_VALUES.toLocaleString('en')} values`)
  }
  try {
    return JSON.parse(text)
  } catch {
    const start = text.slice(0, 40).replace(/\s+/g, ' ')
    throw new UnexpectedAnswerError(`the server answered, but not with JSON; it begins with "${start}"`)
  }
}

/** @returns whether a JSON text holds more than so many values and keys, by its commas, colons and opening brackets */
function hasMoreValues(text: string, most: number): boolean {
  if (text.length <= most) return false
  let [values, isInString] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString && code === 0x5c) at++
    else if (code === 0x22) isInString = !isInString
    else if (!isInString && (code === 0x2c || code === 0x3a || code === 0x5b || code === 0x7b) && ++values > most)
      return true
  }
  return false
}
