import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { createFeeds } from './api/feeds.ts'
import { openReading } from './api/open-reading.ts'
import { createApi } from './api/routes.ts'
import type { SiteDeps } from './deps.ts'
import { loadAssets } from './http/assets.ts'
import { IMMUTABLE_CACHE_CONTROL, PAGE_CACHE_CONTROL, PAGE_VARY, SECURITY_HEADERS } from './http/headers.ts'
import { createPageCache, type Rendered } from './http/page-cache.ts'
import { acceptsGzip, type Preferences, preferencesOf, prefersJson } from './http/preferences.ts'
import { createEventHub } from './live/event-hub.ts'
import { createEventStream } from './live/event-stream.ts'
import { NoticePage, type NoticeView } from './pages/notice.tsx'
import { paths } from './paths.ts'
import { createRenderer } from './render.ts'
import { type Answer, answer } from './respond.ts'
import { addPages } from './routes.ts'

/** Longest address read; longer ones are no link of ours. */
const MAX_URL_LENGTH = 2_300

/** The whole site as one app: pages, their data, live events, own files. Needs no server to be tested: `app.request('/')`. */
export async function createSite(deps: SiteDeps): Promise<Hono> {
  const assets = await loadAssets()
  const hub = createEventHub({ store: deps.store, onEvents: deps.onEvents })
  const cache = createPageCache({ now: deps.now, newestSeq: () => hub.newestSeq() })
  const render = createRenderer(deps, assets.paths)
  const app = new Hono({ getPath: pathWithoutJson })

  app.use(openReading)
  app.use(async (c, next) => {
    if (c.req.url.length > MAX_URL_LENGTH) c.res = await notice(c, { page: 'notice', status: 414, what: 'length' })
    else await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  })

  app.get('/static/:file', (c) => {
    const asset = assets.files.get(c.req.param('file'))
    if (!asset) return c.notFound()
    const gzip = acceptsGzip(c.req.header('accept-encoding'))
    return c.body((gzip ? asset.gzip : asset.body) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': asset.type,
      'Cache-Control': IMMUTABLE_CACHE_CONTROL,
      Vary: 'Accept-Encoding',
      ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
    })
  })
  app.get('/favicon.ico', (c) => c.redirect(assets.paths.icon, 302))
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /events\nDisallow: /search\n'))
  app.get(paths.events, createEventStream(hub))

  /** Answers a page's request from the cache, in the reader's language, as page or data. `canonical`: path and known query. */
  async function servePage(c: Context, canonical: string, find: () => Promise<Answer>): Promise<Response> {
    const preferences = preferencesOf(requestOf(c), deps.settings.defaultLanguage)
    if (preferences.isThemeChange) {
      return withCookies(c.redirect(canonical, 303), preferences)
    }
    const isJson = isJsonRequest(c)
    const origin = deps.settings.baseUrl ?? originOf(c)
    const key = [origin, preferences.language, preferences.theme ?? '', isJson ? 'json' : 'html', canonical].join('\n')
    const page = await cache.get(key, () => render({ preferences, isJson, origin, path: canonical }, find))
    return withCookies(send(c, page), preferences)
  }

  /** An error's own page: small, not cached. */
  async function notice(c: Context, view: NoticeView, allow?: string): Promise<Response> {
    const preferences = preferencesOf(requestOf(c), deps.settings.defaultLanguage)
    const origin = deps.settings.baseUrl ?? originOf(c)
    const path = view.status === 414 ? '/' : c.req.path
    const target = { preferences, isJson: isJsonRequest(c), origin, path }
    const page = await render(target, async () => answer(view, NoticePage, view.status))
    const response = send(c, page)
    response.headers.set('Cache-Control', 'no-store')
    if (allow) response.headers.set('Allow', allow)
    return response
  }

  app.route(paths.apiRoot, createApi(deps))
  app.route('/', createFeeds(deps))
  addPages(app, deps, servePage)

  app.notFound((c) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    return isRead
      ? notice(c, { page: 'notice', status: 404, what: 'address' })
      : notice(c, { page: 'notice', status: 405, what: 'method' }, 'GET, HEAD')
  })

  app.onError(async (fault, c) => {
    const reference = randomUUID().slice(0, 13)
    deps.onFault?.(fault, reference)
    try {
      const response = await notice(c, { page: 'notice', status: 500, what: 'fault', reference })
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
      return response
    } catch {
      // The frame itself needs the store; with that gone there is still a sentence to say.
      return c.text(
        `This page could not be made (error ${reference}).\n`,
        500,
        SECURITY_HEADERS as Record<string, string>,
      )
    }
  })
  return app
}

function send(c: Context, page: Rendered): Response {
  const headers: Record<string, string> = {
    'Cache-Control': PAGE_CACHE_CONTROL,
    Vary: PAGE_VARY,
  }
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

/** Weak comparison (RFC 9110, section 8.8.3.2). */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  const bare = etag.slice(2)
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === bare || each.trim() === '*')
}

/** A response that sets a cookie is this reader's alone. */
function withCookies(response: Response, { cookies }: Preferences): Response {
  if (cookies.length === 0) return response
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

function requestOf(c: Context) {
  return {
    header: (name: string) => c.req.header(name),
    query: (name: string) => c.req.query(name),
  }
}

function originOf(c: Context): string {
  return /^https?:\/\/[a-z0-9.:[\]-]{1,255}/i.exec(c.req.url)?.[0] ?? ''
}

function isJsonRequest(c: Context): boolean {
  if (c.req.path.startsWith(`${paths.apiRoot}/`)) return true
  return prefersJson(c.req.header('accept')) || /^[^?#]*\.json(?:$|[?#])/.test(c.req.url)
}

/**
 * The path that routes see: pages answer at `/x.json` too, so `.json` is taken off.
 * The API and the published feeds have addresses of their own that end so.
 */
export function pathWithoutJson(request: Request): string {
  const start = request.url.indexOf('/', request.url.indexOf('//') + 2)
  const end = /[?#]/.exec(request.url.slice(start))?.index
  const path = start < 0 ? '/' : request.url.slice(start, end === undefined ? undefined : start + end)
  if (!path.endsWith('.json') || path.startsWith(paths.apiRoot) || path.endsWith('/feed.json')) return decoded(path)
  const page = path.slice(0, -'.json'.length)
  return decoded(page === '/index' ? '/' : page)
}

/** Malformed escapes stay as they are and match no route. */
function decoded(path: string): string {
  try {
    // A percent sign that was itself escaped stays escaped for the router, which decodes parameters once more.
    return path.includes('%') ? decodeURI(path.replaceAll('%25', '%2525')) : path
  } catch {
    return path
  }
}
