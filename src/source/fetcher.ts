import { lookup } from 'node:dns/promises'
import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import { createFairGate } from './fair-gate.ts'
import {
  AddressRefusedError,
  BodyTooLargeError,
  FeedUnreachableError,
  FetchTimeoutError,
  NoRoomError,
  TooManyRedirectsError,
} from './fetch-errors.ts'
import { type AllowPrivate, guardedConnector, type ResolveName, refusedHost } from './guarded-connector.ts'
import { type HearOptions, hear, StreamRefusedError, StreamTooFastError } from './hear.ts'
import { createHostPace } from './host-pace.ts'
import { type ListenOptions, listen } from './listen.ts'
import { ACCEPT_ENCODING, readBody } from './read-body.ts'

export const MAX_REDIRECTS = 5

export interface FetcherOptions {
  readonly userAgent: string
  /** Whole fetch, redirects included, from its first connection. */
  readonly timeoutMs?: number
  /** After decompression. */
  readonly maxBodyBytes?: number
  readonly allowPrivate?: AllowPrivate
  readonly maxPerHost?: number
  readonly maxTotal?: number
  readonly resolveName?: ResolveName
}

export interface FetchedResponse {
  readonly status: number
  /** By lower-case name; the first where one came twice, but all of `link`. */
  readonly headers: ReadonlyMap<string, string>
  /** Empty unless the status is 2xx. */
  readonly bytes: Uint8Array
  /** After redirects, without user name and password. */
  readonly url: string
  /** Where permanent redirects alone (301, 308) lead from the address asked for; undefined if it stays. */
  readonly movedTo?: string
}

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Told of the body's bytes as they come. @returns whether there is room for them */
  readonly hold?: (bytes: number) => boolean
}

export interface Fetcher {
  /**
   * Gets an http or https address with limits on time, size and redirects.
   *
   * @throws AddressRefusedError, BodyTooLargeError, FeedUnreachableError, FetchTimeoutError, NoRoomError,
   *   TooManyRedirectsError; the signal's reason when it aborts. Any status is an answer, not an error.
   */
  get(url: string, options?: GetOptions): Promise<FetchedResponse>
  /** Sends a form; same limits and errors. Redirects that would turn it into a GET are answers, not followed. */
  post(url: string, form: URLSearchParams, signal?: AbortSignal): Promise<FetchedResponse>
  /**
   * Listens to a `wss:` or `ws:` address until it falls silent; same limits on where it leads.
   *
   * @throws AddressRefusedError, BodyTooLargeError, FeedUnreachableError; the signal's reason when it aborts
   */
  listen(url: string, options: ListenOptions): Promise<void>
  /**
   * Hears a stream of events (`text/event-stream`) to its end; same limits on where it leads. It takes no place from `get`.
   *
   * @throws AddressRefusedError, FeedUnreachableError, StreamRefusedError, StreamTooFastError, TooManyRedirectsError; the
   *   signal's reason when it aborts
   */
  hear(url: string, options: HearOptions): Promise<void>
  /** Keeps requests to a host further apart, as its robots.txt asks. */
  slowDown(host: string, spacingMs: number): void
  close(): Promise<void>
}

const resolveByDns: ResolveName = (hostname) => lookup(hostname, { all: true, order: 'verbatim' })

/** A fetcher that reaches public addresses only, on every hop, with few connections to each host. */
export function createFetcher({
  userAgent,
  timeoutMs = 20_000,
  maxBodyBytes = 5_000_000,
  allowPrivate = () => false,
  maxPerHost = 2,
  maxTotal = 24,
  resolveName = resolveByDns,
}: FetcherOptions): Fetcher {
  const connect = guardedConnector({ allowPrivate, resolveName, connectTimeoutMs: timeoutMs })
  // Streams stay open: with the others they would leave no connection to poll by.
  const streams = new Agent({ connect, pipelining: 1, maxHeaderSize: 64 * 1_024 })
  const agent = new Agent({
    connect,
    connections: maxPerHost,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 64 * 1_024,
  })
  const gate = createFairGate({ maxPerHost, maxTotal })
  const pace = createHostPace()

  /** One request without following redirects. */
  async function hop(
    url: URL,
    headers: Record<string, string>,
    signal: AbortSignal,
    form: string | undefined,
    hold: GetOptions['hold'],
  ): Promise<FetchedResponse> {
    const method = form === undefined ? 'GET' : 'POST'
    const ask = () => request(url, { dispatcher: agent, headers, signal, method, body: form })
    const response = await untilKeptOnesAreGone(ask, maxPerHost, signal)
    const body = response.body as Readable & { dump(options: { limit: number }): Promise<void> }
    const received = headerMap(response.headers)
    const isBodyWanted = response.statusCode >= 200 && response.statusCode < 300
    // What a refusal or redirect says is thrown away; reading a little of it keeps the connection.
    if (!isBodyWanted) await body.dump({ limit: 16_384 }).catch(() => undefined)
    const announced = Number(received.get('content-length'))
    if (isBodyWanted && announced > maxBodyBytes) {
      body.on('error', () => undefined).destroy()
      throw new BodyTooLargeError(url.href, maxBodyBytes)
    }
    const bytes = isBodyWanted
      ? await readBody(body, received.get('content-encoding'), { url: url.href, maxBodyBytes, hold })
      : new Uint8Array()
    return { status: response.statusCode, headers: received, bytes, url: url.href }
  }

  async function follow(
    asked: URL,
    headers: Record<string, string>,
    signal: AbortSignal,
    start: () => void,
    form: string | undefined,
    hold: GetOptions['hold'],
  ): Promise<FetchedResponse> {
    let url = asked
    let movedTo: string | undefined
    let isPermanent = true
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const refused = refusedHost(url.hostname, portOf(url), allowPrivate)
      if (refused) throw refused
      // Before the gate: who waits for the host's turn keeps no place from others.
      await pace.wait(url.hostname, signal)
      const leave = await gate.enter(url.hostname, signal)
      start()
      // A password was given for the address asked for: no other origin hears of it.
      const sent = url.origin === asked.origin ? headers : withoutPassword(headers)
      const response = await hop(url, sent, signal, form, hold).finally(leave)
      const isFollowed = form === undefined ? isRedirect(response.status) : [307, 308].includes(response.status)
      const location = isFollowed ? response.headers.get('location') : undefined
      if (location === undefined) return { ...response, movedTo }
      url = publicUrl(location, url).url
      isPermanent &&= response.status === 301 || response.status === 308
      if (isPermanent) movedTo = url.href
    }
    throw new TooManyRedirectsError(asked.href, MAX_REDIRECTS)
  }

  async function exchange(address: string, options: GetOptions, form?: string): Promise<FetchedResponse> {
    const { url, authorization } = publicUrl(address)
    const stop = new AbortController()
    const { signal } = stop
    const onAbort = (): void => stop.abort(options.signal?.reason)
    if (options.signal?.aborted) onAbort()
    options.signal?.addEventListener('abort', onAbort, { once: true })
    let timer: NodeJS.Timeout | undefined
    // Waiting for a place at a busy host is not the feed's fault, so the clock starts with the first connection.
    const start = (): void => {
      timer ??= setTimeout(() => stop.abort(new FetchTimeoutError(url.href, timeoutMs)), timeoutMs)
    }
    const headers = {
      'user-agent': userAgent,
      accept:
        'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1',
      'accept-encoding': ACCEPT_ENCODING,
      ...(authorization ? { authorization } : {}),
      ...options.headers,
    }
    try {
      return await follow(url, headers, signal, start, form, options.hold)
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw namedError(error, url.href)
    } finally {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
    }
  }

  return {
    get: (address, options = {}) => exchange(address, options),
    post: (address, form, signal) =>
      exchange(address, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, signal }, form.toString()),
    async listen(address, options) {
      const url = URL.canParse(address) ? new URL(address) : undefined
      if (url?.protocol !== 'wss:' && url?.protocol !== 'ws:') {
        throw new AddressRefusedError(address.slice(0, 200), 'only ws and wss are listened to')
      }
      const port = Number(url.port) || (url.protocol === 'wss:' ? 443 : 80)
      const refused = refusedHost(url.hostname, port, allowPrivate)
      if (refused) throw refused
      await listen(url.href, connect, userAgent, options).catch((error: unknown) => {
        throw options.signal?.aborted ? options.signal.reason : namedError(error, url.href)
      })
    },
    async hear(address, options) {
      let { url } = publicUrl(address)
      const asked = url.origin
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        const refused = refusedHost(url.hostname, portOf(url), allowPrivate)
        if (refused) throw refused
        await pace.wait(url.hostname, options.signal)
        const given = { 'user-agent': userAgent, ...options.headers }
        const headers = url.origin === asked ? given : withoutPassword(given)
        const heard = await hear(url, streams, { ...options, headers }).catch((error: unknown) => {
          throw options.signal.aborted ? options.signal.reason : namedError(error, url.href)
        })
        if (heard === undefined) return
        url = publicUrl(heard.location, url).url
      }
      throw new TooManyRedirectsError(address, MAX_REDIRECTS)
    },
    slowDown: (host, spacingMs) => pace.ask(host, spacingMs),
    close: async () => void (await Promise.all([agent.destroy(), streams.destroy()])),
  }
}

/**
 * @returns the address without user name, password and fragment, and these as an `Authorization` header
 * @throws AddressRefusedError for what is no http or https address
 */
function publicUrl(address: string, base?: URL): { url: URL; authorization?: string } {
  if (!URL.canParse(address, base?.href)) throw new AddressRefusedError(address.slice(0, 200), 'it is no address')
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressRefusedError(url.href.slice(0, 200), 'only http and https are fetched')
  }
  const credentials = `${decodeURIComponentSafely(url.username)}:${decodeURIComponentSafely(url.password)}`
  url.username = ''
  url.password = ''
  url.hash = ''
  return credentials === ':' ? { url } : { url, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
}

/**
 * The server let go of a connection before it answered: mostly one that it kept and closed while we took it up again. That says
 * nothing about the feed, so it is asked again (RFC 9110, 9.2.2) instead of minutes later: once for each connection that may
 * have been kept, for the second may be as stale as the first.
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

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

function withoutPassword(headers: Record<string, string>): Record<string, string> {
  const { authorization: _, ...rest } = headers
  return rest
}

function headerMap(headers: Record<string, string | string[] | undefined>): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? (name.toLowerCase() === 'link' ? value.join(', ') : value[0]) : value
    if (first !== undefined) map.set(name.toLowerCase(), first)
  }
  return map
}

/** Errors that say all there is to say. */
const NAMED = [
  AddressRefusedError,
  BodyTooLargeError,
  FeedUnreachableError,
  NoRoomError,
  StreamRefusedError,
  StreamTooFastError,
  TooManyRedirectsError,
] as const

function namedError(error: unknown, url: string): Error {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if (NAMED.some((known) => at instanceof known)) return at
    at = at instanceof AggregateError ? at.errors[0] : at.cause
  }
  if (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('UND_ERR_') &&
    String(error.code).endsWith('_TIMEOUT')
  ) {
    return new FeedUnreachableError(url, 'no connection in time', error)
  }
  return new FeedUnreachableError(url, error instanceof Error ? error.message || error.name : String(error), error)
}
