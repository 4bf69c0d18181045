import type { Instant } from '../lib/instant.ts'
import { errorInWords, statusInWords } from './failure-in-words.ts'
import type { FetchedResponse } from './fetched-response.ts'
import type { Fetcher } from './fetcher.ts'
import type { NotAFeedError } from './not-a-feed-error.ts'
import { resolveUrl } from './resolve-url.ts'
import { maxAgeMs, waitAskedMs } from './retry-after.ts'
import { reservationIn } from './tdm-reservation.ts'
import type { FeedState, ParsedFeed, Permission, SourceKind } from './types.ts'

interface Answer {
  readonly status: number
  readonly latencyMs: number
  readonly etag?: string
  readonly lastModified?: string
  /** Where permanent redirects led. */
  readonly movedTo?: string
  readonly maxAgeMs?: number
  /** How long the server asks us to wait. */
  readonly waitMs?: number
  /** What the answer's headers reserve. */
  readonly reserved?: Permission['reserved']
  /** What the publisher allows; set by the polite client. */
  readonly permission?: Permission
}

/** Why a part of the source was not read while the rest was, and when it may be tried again. */
export interface Unread {
  readonly error: string
  readonly retryAfterMs: number
}

/** New bytes; the parser and the store find out whether they hold new entries. */
export interface FeedChanged extends Answer {
  readonly type: 'changed'
  readonly bytes: Uint8Array
  readonly contentType?: string
  readonly contentLanguage?: string
  /** `Link` header fields, joined. */
  readonly link?: string
  /** Address of the bytes and base of relative addresses: `Content-Location`, else the last address of the redirects. */
  readonly finalUrl: string
  readonly unread?: Unread
}

/** Entries that a client assembled from one or more answers of an API. */
export interface FeedRead extends Answer {
  readonly type: 'read'
  readonly feed: ParsedFeed
  /** Ids of entries that the source has withdrawn. */
  readonly withdrawn: readonly string[]
  /** The client's cursor for the next poll; undefined keeps the present one. */
  readonly cursor?: string
  readonly bodyBytes: number
  readonly unread?: Unread
  /** Longest wait until the next poll, within the limits of the settings; undefined leaves it to the schedule. */
  readonly againWithinMs?: number
}

export interface FeedUnchanged extends Answer {
  readonly type: 'unchanged'
}

export interface FeedFailed {
  readonly type: 'failed'
  /** What happened, for readers, in a few words without a final full stop. */
  readonly error: string
  readonly latencyMs: number
  readonly status?: number
  readonly retryAfterMs?: number
  /** The server says that the feed is gone for good (410). */
  readonly isGone: boolean
  readonly permission?: Permission
  /** Whether this machine may have no network. Certain only if all feeds fail so: a dead domain looks the same. */
  readonly isOffline: boolean
}

/** The outcome for a feed that is one document. */
export type FeedAnswer = FeedChanged | FeedUnchanged | FeedFailed
export type FetchOutcome = FeedAnswer | FeedRead

/**
 * Fetches one feed, asking only for what changed since `state` (RFC 9110, 13: `If-None-Match`, `If-Modified-Since`).
 *
 * @param now a clock, read before and after for the latency
 * @throws only the signal's reason; every failure of the feed is an outcome
 */
export async function fetchFeed(
  feed: { readonly url: string; readonly kind: SourceKind },
  state: Pick<FeedState, 'etag' | 'lastModified' | 'movedTo'> | undefined,
  fetcher: Fetcher,
  now: () => Instant,
  signal?: AbortSignal,
): Promise<FeedAnswer> {
  const startedAt = now()
  try {
    const response = await fetcher.get(state?.movedTo ?? feed.url, { headers: conditions(state), signal })
    const { status, headers } = response
    const latencyMs = Math.max(0, now() - startedAt)
    const answer: Answer = {
      status,
      latencyMs,
      etag: headers.get('etag')?.slice(0, 1_000),
      lastModified: headers.get('last-modified')?.slice(0, 100),
      movedTo: response.movedTo ?? state?.movedTo,
      maxAgeMs: maxAgeMs(headers.get('cache-control')),
      waitMs: waitAskedMs(headers, now()),
      reserved: reservationIn(headers),
    }
    if (status === 304) {
      // A 304 need not repeat the validators (RFC 9110, 15.4.5).
      return {
        type: 'unchanged',
        ...answer,
        etag: answer.etag ?? state?.etag,
        lastModified: answer.lastModified ?? state?.lastModified,
      }
    }
    if (status >= 200 && status < 300) {
      return {
        type: 'changed',
        ...answer,
        bytes: response.bytes,
        contentType: headers.get('content-type'),
        contentLanguage: headers.get('content-language'),
        link: headers.get('link')?.slice(0, 4_000),
        finalUrl: resolveUrl(headers.get('content-location'), response.url) ?? response.url,
      }
    }
    return failedStatus(response, latencyMs, now())
  } catch (error) {
    if (signal?.aborted) throw error
    return failedFetch(error, Math.max(0, now() - startedAt))
  }
}

/** Returns the outcome of an answer that is neither a success nor a redirect. */
export function failedStatus(
  { status, headers }: Pick<FetchedResponse, 'status' | 'headers'>,
  latencyMs: number,
  now: Instant,
): FeedFailed {
  return {
    type: 'failed',
    error: statusInWords(status),
    latencyMs,
    status,
    retryAfterMs: waitAskedMs(headers, now),
    isGone: status === 410,
    isOffline: false,
  }
}

/** Returns the outcome of a fetch that threw. */
export function failedFetch(error: unknown, latencyMs: number): FeedFailed {
  return { type: 'failed', ...errorInWords(error), latencyMs, isGone: false }
}

/** Returns the outcome of an answer whose bytes are no feed: a failure that keeps the old validators and address. */
export function failedParse(outcome: FeedChanged, error: NotAFeedError): FeedFailed {
  return {
    type: 'failed',
    error: `the server answered, but not with a feed: ${error.looksLike}`,
    latencyMs: outcome.latencyMs,
    status: outcome.status,
    isGone: false,
    isOffline: false,
  }
}

function conditions(state: Pick<FeedState, 'etag' | 'lastModified'> | undefined): Record<string, string> {
  const headers: Record<string, string> = {}
  if (state?.etag && isHeaderValue(state.etag)) headers['if-none-match'] = state.etag
  if (state?.lastModified && isHeaderValue(state.lastModified)) headers['if-modified-since'] = state.lastModified
  return headers
}

/** Whether text from a server's header may be sent back in one: it has no control characters. */
function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]+$/.test(text)
}
