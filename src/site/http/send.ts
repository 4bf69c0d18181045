import type { Context } from 'hono'
import { PAGE_CACHE_CONTROL, PAGE_VARY } from './headers.ts'
import type { Rendered } from './page-cache.ts'
import { acceptsGzip, type Preferences } from './preferences.ts'

/** Sends a page: 304 if the client has it already, compressed if the client accepts gzip. */
export function sendPage(c: Context, page: Rendered): Response {
  const headers: Record<string, string> = { 'Cache-Control': PAGE_CACHE_CONTROL, Vary: PAGE_VARY }
  if (page.location !== undefined) {
    return c.body(null, page.status as 301, { ...headers, Location: page.location })
  }
  headers.ETag = page.etag
  if (page.status === 200 && matches(c.req.header('if-none-match'), page.etag)) return c.body(null, 304, headers)
  headers['Content-Type'] = page.type
  if (page.gzip && acceptsGzip(c.req.header('accept-encoding'))) {
    headers['Content-Encoding'] = 'gzip'
    return c.body(page.gzip as Uint8Array<ArrayBuffer>, page.status as 200, headers)
  }
  return c.body(page.body as Uint8Array<ArrayBuffer>, page.status as 200, headers)
}

/** Compares entity tags weakly (RFC 9110, section 8.8.3.2). */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  const bare = etag.slice(2)
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === bare || each.trim() === '*')
}

/** Adds cookies to a response, which no cache may then store. */
export function withCookies(response: Response, { cookies }: Preferences): Response {
  if (cookies.length === 0) return response
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}
