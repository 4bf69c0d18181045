import type { Context } from 'hono'
import { paths } from '../paths.ts'
import { prefersJson } from './preferences.ts'

/** `https://news.example` as the request was addressed; what it says is the sender's, so pages are kept apart by it. */
export function originOf(c: Context): string {
  return /^https?:\/\/[a-z0-9.:[\]-]{1,255}/i.exec(c.req.url)?.[0] ?? ''
}

/** What the address has of each name, decoded. */
export function valuesIn(c: Context): (name: string) => readonly string[] {
  return (name) => c.req.queries(name) ?? []
}

/** Data is asked for: by address, by `Accept`, or from the API. */
export function isJsonRequest(c: Context): boolean {
  if (c.req.path.startsWith(`${paths.apiRoot}/`)) return true
  return prefersJson(c.req.header('accept')) || /^[^?#]*\.json(?:$|[?#])/.test(c.req.url)
}

/**
 * The path that routes see: pages answer at `/x.json` too, so `.json` is taken off, and `/index.json` is `/`.
 * The API and the published feeds have addresses of their own that end so.
 */
export function pathWithoutJson(request: Request): string {
  const { url } = request
  const start = url.indexOf('/', url.indexOf('//') + 2)
  if (start < 0) return '/'
  const length = url.slice(start).search(/[?#]/)
  const path = length < 0 ? url.slice(start) : url.slice(start, start + length)
  if (!path.endsWith('.json') || path.startsWith(paths.apiRoot) || path.endsWith('/feed.json')) return decoded(path)
  const page = path.slice(0, -'.json'.length)
  return decoded(page === '/index' ? '/' : page)
}

/** Malformed escapes stay as they are and match no route. */
function decoded(path: string): string {
  if (!path.includes('%')) return path
  try {
    // A percent sign that was itself escaped stays escaped for the router, which decodes parameters once more.
    return decodeURI(path.replaceAll('%25', '%2525'))
  } catch {
    return path
  }
}
