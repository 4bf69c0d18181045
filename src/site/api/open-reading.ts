import type { Context, MiddlewareHandler, Next } from 'hono'
import { every } from 'hono/combine'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { isJsonRequest } from '../http/request.ts'
import { paths } from '../paths.ts'

/** Browsers revalidate each time, which costs a 304; shared caches may answer for five seconds. The same as for pages. */
const DATA_CACHE_CONTROL = 'public, max-age=0, s-maxage=5, must-revalidate'
const DATA_VARY = 'Accept-Language, Accept-Encoding'

/**
 * Lets scripts of other sites read data, never pages (Fetch Standard, CORS protocol): the API, published feeds, live updates and pages as
 * JSON. With `*` a browser withholds answers to requests with cookies, so that nothing of a reader's own is exposed.
 */
export const openReading: MiddlewareHandler = async (c, next) => {
  const isData = isDataAddress(c.req.url) || isJsonRequest(c)
  if (isData && c.req.method === 'OPTIONS') {
    c.res = c.body(null, 204, {
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Accept, Accept-Language, If-None-Match, Last-Event-ID',
      'Access-Control-Max-Age': '86400',
    })
  } else await next()
  if (!isData) return
  c.res.headers.set('Access-Control-Allow-Origin', '*')
  c.res.headers.set('Access-Control-Expose-Headers', 'ETag, Link')
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
}

function isDataAddress(url: string): boolean {
  const path = new URL(url).pathname
  return path.startsWith(`${paths.apiRoot}/`) || path === paths.events || /\/feed\.(rss|atom)$/.test(path)
}

/** Compresses an answer and gives it an `ETag` (RFC 9110, section 8.8.3), so that a conditional request gets 304 without a body. */
export const askedAgain: MiddlewareHandler = every(compress(), etag({ weak: true }), async (c: Context, next: Next) => {
  await next()
  c.res.headers.set('Cache-Control', c.res.status < 400 ? DATA_CACHE_CONTROL : 'no-store')
  c.res.headers.set('Vary', DATA_VARY)
})
