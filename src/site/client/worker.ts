/**
 * Service worker that caches the pages a reader opened, for reading offline (https://w3c.github.io/ServiceWorker/). Pages come from the
 * network first, and from the cache only if it does not answer; static files come from the cache first.
 */
export {}

interface Reply {
  readonly ok: boolean
  readonly headers: { get(name: string): string | null }
  clone(): Reply
}
interface Asked {
  readonly url: string
  readonly method: string
  readonly mode: string
}
interface Kept {
  match(asked: Asked | string, options: { readonly ignoreVary: true }): Promise<Reply | undefined>
  put(asked: Asked | string, reply: Reply): Promise<void>
  keys(): Promise<readonly Asked[]>
  delete(asked: Asked): Promise<boolean>
}
interface WorkerEvent {
  readonly request: Asked
  readonly data: { readonly page: string; readonly besides: readonly string[] }
  readonly source: { postMessage(message: string): void } | null
  waitUntil(work: Promise<unknown>): void
  respondWith(reply: Promise<Reply>): void
}
declare const self: {
  readonly location: { readonly origin: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void
}
declare const caches: { open(name: string): Promise<Kept> }
declare const fetch: (asked: Asked | string) => Promise<Reply>

const CACHE = 'pages-1'
/** Most entries in the cache: about two megabytes of pages. */
const MOST_KEPT = 80
/** Paths that are left to the network: the operator's, those for programs, and streams that never end. */
const NEVER = /^\/(?:admin|api|events|mcp|metrics|websub)(?:\/|$)|\.(?:json|atom|rss|xml|txt|md|png)$/
const WHATEVER_IT_VARIES_BY = { ignoreVary: true } as const

/** Pages whose last answer came from the cache. */
const shownAsKept = new Set<string>()

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !isOurs(request.url)) return
  // The name of a static file has a hash of its content, so that the cached one is never out of date.
  if (isStatic(request.url)) event.respondWith(keptOrFetched(request))
  else if (request.mode === 'navigate') event.respondWith(fetchedOrKept(request))
})

// Each page reports itself and its files to be cached, as the worker did not serve the first one; it learns whether it came from the cache.
self.addEventListener('message', (event) => {
  const { page, besides } = event.data
  if (shownAsKept.has(page)) event.source?.postMessage('kept')
  else event.waitUntil(keepAll([page, ...besides]))
})

function isOurs(address: string): boolean {
  const { origin, pathname } = new URL(address)
  return origin === self.location.origin && !NEVER.test(pathname)
}

const isStatic = (address: string) => new URL(address).pathname.startsWith('/static/')

async function keptOrFetched(request: Asked): Promise<Reply> {
  const cache = await caches.open(CACHE)
  return (await cache.match(request, WHATEVER_IT_VARIES_BY)) ?? keep(cache, request, await fetch(request))
}

async function fetchedOrKept(request: Asked): Promise<Reply> {
  const cache = await caches.open(CACHE)
  try {
    const reply = await fetch(request)
    shownAsKept.delete(request.url)
    return await keep(cache, request, reply)
  } catch (fault) {
    const kept = await cache.match(request, WHATEVER_IT_VARIES_BY)
    if (!kept) throw fault
    shownAsKept.add(request.url)
    return kept
  }
}

/** Caches a page or static file unless its `Cache-Control` says `no-store`, and drops the oldest entries beyond `MOST_KEPT`. */
async function keep(cache: Kept, asked: Asked | string, reply: Reply): Promise<Reply> {
  const { headers } = reply
  const isForKeeping =
    reply.ok &&
    !/no-store/.test(headers.get('cache-control') ?? '') &&
    (isStatic(typeof asked === 'string' ? asked : asked.url) || /^text\/html/.test(headers.get('content-type') ?? ''))
  if (isForKeeping) {
    await cache.put(asked, reply.clone())
    const kept = await cache.keys()
    for (const old of kept.slice(0, Math.max(0, kept.length - MOST_KEPT))) await cache.delete(old)
  }
  return reply
}

/** Fetches and caches addresses one after the other, so that they do not compete with the pages a reader opens. */
async function keepAll(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  for (const address of addresses) {
    if (!isOurs(address) || (await cache.match(address, WHATEVER_IT_VARIES_BY))) continue
    await fetch(address).then(
      (reply) => keep(cache, address, reply),
      () => undefined,
    )
  }
}
