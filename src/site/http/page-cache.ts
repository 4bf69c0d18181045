import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Instant } from '../../lib/instant.ts'
import { joined } from '../../lib/joined.ts'

const compressed = promisify(gzip)

/** A whole answer, ready to send. */
export interface Rendered {
  readonly status: number
  readonly type: string
  readonly body: Uint8Array
  /** Undefined for small bodies, which compression hardly shrinks. */
  readonly gzip?: Uint8Array
  /** Weak, from the content: the same page rendered twice has the same tag. */
  readonly etag: string
  /** Set for a redirect only. */
  readonly location?: string
  /** Sequence number of the newest story event when the page was rendered. */
  readonly seq: number
}

/** Makes an answer ready to send. Compression runs off the main thread. */
export async function rendered(
  answer: { readonly status: number; readonly type: string; readonly text: string; readonly location?: string },
  seq: number,
): Promise<Rendered> {
  const body = Buffer.from(answer.text)
  const etag = `W/"${createHash('sha256').update(answer.type).update(body).digest('base64url').slice(0, 20)}"`
  const small = body.byteLength > 600 ? await compressed(body, { level: 6 }) : undefined
  return { status: answer.status, type: answer.type, body, gzip: small, etag, location: answer.location, seq }
}

export interface PageCacheOptions {
  readonly now: () => Instant
  /** Returns the sequence number of the newest story event known without a query; undefined while nobody listens. */
  readonly newestSeq?: () => number | undefined
  /** A page younger than this is sent from the cache. */
  readonly freshMs?: number
  /** A page younger than this, and not known to be outdated, is sent from the cache while it is rendered anew. */
  readonly staleMs?: number
  readonly maxPages?: number
  readonly maxBytes?: number
}

export interface KeptPage {
  readonly page: Rendered
  readonly madeAt: Instant
}

/** Rendered pages by key. Each is rendered at most once in `freshMs`, and concurrent requests share one rendering. */
export interface PageCache {
  get(key: string, make: () => Promise<Rendered>): Promise<Rendered>
  /** Returns the page as last rendered, however long ago; undefined if it is not in the cache. */
  earlier(key: string): KeptPage | undefined
}

/**
 * Creates a cache that evicts the least recently used pages beyond `maxPages` or `maxBytes`. Errors are not cached; a failed refresh does
 * not prevent a stale page from being sent.
 */
export function createPageCache({
  now,
  newestSeq = () => undefined,
  freshMs = 1_000,
  staleMs = 5_000,
  maxPages = 400,
  maxBytes = 32_000_000,
}: PageCacheOptions): PageCache {
  const entries = new Map<string, KeptPage>()
  const once = joined<Rendered>()
  let bytes = 0

  function remove(key: string): void {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    bytes -= sizeOf(entry.page)
  }

  function keep(key: string, entry: KeptPage): void {
    remove(key)
    entries.set(key, entry)
    bytes += sizeOf(entry.page)
    for (const oldest of entries.keys()) {
      if (entries.size <= maxPages && bytes <= maxBytes) break
      remove(oldest)
    }
  }

  const makeOnce = (key: string, make: () => Promise<Rendered>): Promise<Rendered> =>
    once(key, async () => {
      const page = await make()
      keep(key, { page, madeAt: now() })
      return page
    })

  return {
    async get(key, make) {
      const entry = entries.get(key)
      if (!entry) return makeOnce(key, make)
      entries.delete(key)
      entries.set(key, entry)
      const age = now() - entry.madeAt
      if (age >= 0 && age < freshMs) return entry.page
      const isOutdated = entry.page.seq < (newestSeq() ?? entry.page.seq)
      const refreshed = makeOnce(key, make)
      if (isOutdated || age < 0 || age >= staleMs) return refreshed
      // A failed refresh must not reach the reader who gets the old page.
      refreshed.catch(() => undefined)
      return entry.page
    },
    earlier: (key) => entries.get(key),
  }
}

function sizeOf(page: Rendered): number {
  return page.body.byteLength + (page.gzip?.byteLength ?? 0)
}
