import type { Context } from 'hono'
import { paths } from '../paths.ts'
import { prefersJson } from './preferences.ts'

/** Returns the origin of a request, such as `https://news.example`. The client chooses it, so it is part of the key of cached pages. */
export function originOf(c: Context): string {
  return /^https?:\/\/[a-z0-9.:[\]-]{1,255}/i.exec(c.req.url)?.[0] ?? ''
}

/** Returns a function that gives the decoded values of a query parameter. */
export function valuesIn(c: Context): (name: string) => readonly string[] {
  return (name) => c.req.queries(name) ?? []
}

/** Whether a request asks for data: by its address, by `Accept`, or from the API. */
export function isJsonRequest(c: Context): boolean {
  if (c.req.path.startsWith(`${paths.apiRoot}/`)) return true
  return prefersJson(c.req.header('accept')) || /^[^?#]*\.json(?:$|[?#])/.test(c.req.url)
}

/**
 * Returns the path for routing. Pages also answer at `/x.json`, so `.json` is removed, and `/index.json` becomes `/`.
 * The API and the published feeds have paths of their own with this ending, which stay.
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

/**
 * Returns the address of a page's data: where a request for data is redirected to. One that asked by its address alone
 * would get HTML at the page's own.
 *
 * @param path path of a page, with a query or without
 * @example
 * jsonAddress('/sources?find=lab') // '/sources.json?find=lab'
 */
export function jsonAddress(path: string): string {
  const [, page = '', query = ''] = /^([^?#]*)(.*)$/.exec(path) ?? []
  return `${page === '/' ? '/index' : page}.json${query}`
}

/** Decodes a path; one with malformed escapes stays as it is and matches no route. */
function decoded(path: string): string {
  if (!path.includes('%')) return path
  try {
    // A percent sign that was itself escaped stays escaped for the router, which decodes parameters once more.
    return decodeURI(path.replaceAll('%25', '%2525'))
  } catch {
    return path
  }
}
