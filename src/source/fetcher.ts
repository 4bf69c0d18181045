import { lookup } from 'node:dns/promises'
import { Agent } from 'undici'
import { createFairGate } from './fair-gate.ts'
import { portOf, publicUrl, withoutPassword } from './fetch-address.ts'
import { AddressRefusedError, FetchTimeoutError, TooManyRedirectsError } from './fetch-errors.ts'
import { type Hop, hop } from './fetch-hop.ts'
import type { FetchedResponse, GetOptions } from './fetched-response.ts'
import { guardedConnector, type ResolveName } from './guarded-connector.ts'
import { type HearOptions, hear } from './hear.ts'
import { createHostPace } from './host-pace.ts'
import { type ListenOptions, listen } from './listen.ts'
import { namedError } from './named-fetch-error.ts'
import { ACCEPT_ENCODING } from './read-body.ts'
import { type AllowPrivate, refusedHost } from './refused-host.ts'

const MAX_REDIRECTS = 5

export interface FetcherOptions {
  readonly userAgent: string
  /** Limit of the whole fetch, redirects included; waiting for a turn or a place at a host does not count. */
  readonly timeoutMs?: number
  /** Limit of the decompressed body. */
  readonly maxBodyBytes?: number
  readonly allowPrivate?: AllowPrivate
  readonly maxPerHost?: number
  readonly maxTotal?: number
  readonly resolveName?: ResolveName
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
   * Listens to a `wss:` or `ws:` address until it falls silent; refuses the same hosts as `get`.
   *
   * @returns for how long it was silent at the end, in milliseconds
   * @throws AddressRefusedError, BodyTooLargeError, FeedUnreachableError; the signal's reason when it aborts
   */
  listen(url: string, options: ListenOptions): Promise<number>
  /**
   * Reads a stream of events (`text/event-stream`) to its end; refuses the same hosts as `get`, and uses none of its connections.
   *
   * @throws AddressRefusedError, FeedUnreachableError, StreamRefusedError, StreamTooFastError, TooManyRedirectsError; the
   *   signal's reason when it aborts
   */
  hear(url: string, options: HearOptions): Promise<void>
  /** Spaces requests to a host further apart, as its robots.txt asks; 0 resets that. */
  slowDown(host: string, spacingMs: number): void
  close(): Promise<void>
}

const resolveByDns: ResolveName = (hostname) => lookup(hostname, { all: true, order: 'verbatim' })

/** Creates a fetcher that reaches public addresses only, on every hop, with few connections to each host. */
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
  // Streams stay open: in the agent of the polls they would take up all its connections.
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
  const limits = { dispatcher: agent, maxBodyBytes, maxKept: maxPerHost }

  /** @param timed runs a request within the time that is left */
  async function follow(
    asked: URL,
    { headers, signal, ...rest }: Omit<Hop, 'url'>,
    timed: <T>(request: () => Promise<T>) => Promise<T>,
  ): Promise<FetchedResponse> {
    let url = asked
    let movedTo: string | undefined
    let isPermanent = true
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const refused = refusedHost(url.hostname, portOf(url), allowPrivate)
      if (refused) throw refused
      // Before the gate, so that a request that waits for its host's turn takes no place from others.
      await pace.wait(url.hostname, signal)
      const leave = await gate.enter(url.hostname, signal)
      const sent = url.origin === asked.origin ? headers : withoutPassword(headers)
      const request = { url, headers: sent, signal, ...rest }
      const response = await timed(() => hop(request, limits)).finally(leave)
      const isFollowed = rest.form === undefined ? isRedirect(response.status) : [307, 308].includes(response.status)
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
    let leftMs = timeoutMs
    // Waiting for a turn or a place at a busy host is not the feed's fault, so it does not count.
    const timed = async <T>(request: () => Promise<T>): Promise<T> => {
      const startedAt = performance.now()
      const timer = setTimeout(() => stop.abort(new FetchTimeoutError(url.href, timeoutMs)), leftMs)
      try {
        return await request()
      } finally {
        clearTimeout(timer)
        leftMs = Math.max(0, leftMs - (performance.now() - startedAt))
      }
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
      return await follow(url, { headers, signal, form, hold: options.hold, readBytes: options.readBytes }, timed)
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw namedError(error, url.href)
    } finally {
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
      const refused = refusedHost(url.hostname, portOf(url), allowPrivate)
      if (refused) throw refused
      return await listen(url.href, connect, userAgent, options).catch((error: unknown) => {
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

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}
