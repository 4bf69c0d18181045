/**
 * Keeps the pages that a reader opened, so that they can be read without a connection (a service worker, https://w3c.github.io/ServiceWorker/).
 * What the network answers always comes first; a kept page is shown only where it answers nothing.
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
/** Some two megabytes of pages. */
const MOST_KEPT = 80
/** What is not for reading, or is as long as one waits. */
const NEVER = /^\/(?:admin|api|events|mcp|metrics|websub)(?:\/|$)|\.(?:json|atom|rss|xml|txt|md|png)$/
const WHATEVER_IT_VARIES_BY = { ignoreVary: true } as const

/** Pages that were last shown as they were kept. */
const shownAsKept = new Set<string>()

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !isOurs(request.url)) return
  // The name of such a file has the hash of what is in it.
  if (isStatic(request.url)) event.respondWith(keptOrFetched(request))
  else if (request.mode === 'navigate') event.respondWith(fetchedOrKept(request))
})

// A page that the worker did not serve, as the first is, tells of itself and what it is shown with; and each asks whether it was a kept one.
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

/** Pages and files as the site sends them to everybody; what it says not to store is not stored. */
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

/** One after the other: a reader's page goes first. */
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
