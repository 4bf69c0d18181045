import type { Readable } from 'node:stream'
import { type Dispatcher, request } from 'undici'
import { BodyTooLargeError } from './fetch-errors.ts'
import type { FetchedResponse, GetOptions } from './fetched-response.ts'
import { readBody } from './read-body.ts'

/** What all requests of a fetcher share. */
export interface HopLimits {
  readonly dispatcher: Dispatcher
  readonly maxBodyBytes: number
  /** Idle connections to one host that may be kept open. */
  readonly maxKept: number
}

export interface Hop {
  readonly url: URL
  readonly headers: Record<string, string>
  readonly signal: AbortSignal
  /** Body of a POST; undefined for a GET. */
  readonly form: string | undefined
  readonly hold: GetOptions['hold']
  readonly readBytes: GetOptions['readBytes']
}

/** Makes one request without following redirects. */
export async function hop(
  { url, headers, signal, form, hold, readBytes }: Hop,
  { dispatcher, maxBodyBytes, maxKept }: HopLimits,
): Promise<FetchedResponse> {
  const method = form === undefined ? 'GET' : 'POST'
  const ask = () => request(url, { dispatcher, headers, signal, method, body: form })
  const response = await untilKeptOnesAreGone(ask, maxKept, signal)
  const body = response.body as Readable & { dump(options: { limit: number }): Promise<void> }
  const received = headerMap(response.headers)
  const isBodyWanted = response.statusCode >= 200 && response.statusCode < 300
  // The body of a refusal or redirect is discarded; reading a little of it keeps the connection open.
  if (!isBodyWanted) await body.dump({ limit: 16_384 }).catch(() => undefined)
  const announced = Number(received.get('content-length'))
  if (isBodyWanted && announced > maxBodyBytes && readBytes === undefined) {
    body.on('error', () => undefined).destroy()
    throw new BodyTooLargeError(url.href, maxBodyBytes)
  }
  const bytes = isBodyWanted
    ? await readBody(body, received.get('content-encoding'), { url: url.href, maxBodyBytes, readBytes, hold })
    : new Uint8Array()
  return { status: response.statusCode, headers: received, bytes, url: url.href }
}

/**
 * Repeats a request whose connection the server closed before it answered: mostly a kept-alive one that it closed just as we
 * reused it. That says nothing about the feed, so the request is repeated at once (RFC 9110, 9.2.2) instead of minutes later: once
 * for each connection that may have been kept, as the second may be as stale as the first.
 */
async function untilKeptOnesAreGone<T>(ask: () => Promise<T>, maxKept: number, signal: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (signal.aborted || !isLostConnection(error) || tries >= maxKept) throw error
    }
  }
}

function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(`${error.code}`)
  )
}

function headerMap(headers: Record<string, string | string[] | undefined>): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? (name.toLowerCase() === 'link' ? value.join(', ') : value[0]) : value
    if (first !== undefined) map.set(name.toLowerCase(), first)
  }
  return map
}
