import { type Context, Hono } from 'hono'
import { SECOND_MS } from '../lib/instant.ts'
import { StoreReadonlyError } from '../store/errors/store-readonly-error.ts'
import { isStoreUnreachable } from '../store/errors/store-unreachable-error.ts'
import { addAdmin } from './admin/admin-routes.ts'
import type { ApiDocument } from './api/api-document.ts'
import { createEditionFeeds } from './api/edition-feeds.ts'
import { createFeeds } from './api/feeds.ts'
import { openReading } from './api/open-reading.ts'
import { createApi } from './api/routes.ts'
import type { SiteDeps } from './deps.ts'
import { addApp } from './discover/app-routes.ts'
import { addDiscovery } from './discover/discover-routes.ts'
import { earlierPage } from './earlier-page.tsx'
import { formatIn } from './format.ts'
import { addReaderForms, type SendPrivate } from './forms/reader-forms.ts'
import { STORY_PATH } from './forms/story-ref.ts'
import { addTranslationForm } from './forms/translation-forms.ts'
import { hiddenIn } from './hidden/hidden-cookie.ts'
import { addHiddenWords } from './hidden/hidden-routes.ts'
import { writeHiddenWords } from './hidden/hidden-words.ts'
import { hidingBy, wordsInForce } from './hidden/hiding.ts'
import { type Assets, loadAssets } from './http/assets.ts'
import { faultReference } from './http/fault-reference.ts'
import { IMMUTABLE_CACHE_CONTROL, RETRY_AFTER_SECONDS, SECURITY_HEADERS } from './http/headers.ts'
import { createPageCache, type KeptPage } from './http/page-cache.ts'
import { acceptsGzip, readPreferences } from './http/preferences.ts'
import { isJsonRequest, originOf, pathWithoutJson } from './http/request.ts'
import { sendPage, withCookies } from './http/send.ts'
import { EventHub } from './live/event-hub.ts'
import { createEventStream } from './live/event-stream.ts'
import { frontListOf } from './live/listed.ts'
import { addMcp } from './mcp/mcp-routes.ts'
import { messagesIn, type UiLanguage } from './messages.ts'
import { addMetrics } from './metrics/metrics-routes.ts'
import { ApiPage } from './pages/api.tsx'
import { NoticePage, type NoticeView } from './pages/notice.tsx'
import { paths } from './paths.ts'
import { createRenderer, type Renderer } from './render.ts'
import { answer } from './respond.ts'
import { addPages, type ServePage } from './routes.ts'
import { savedIn } from './saved/saved-list.ts'
import { addSavedStories } from './saved/saved-routes.ts'
import { addSharePictures } from './share/share-routes.ts'
import { typedAddress } from './typed-address.ts'
import { missingPage } from './view/missing-page.ts'
import { addWebSub } from './web-sub-routes.ts'

type SendNotice = (c: Context, view: NoticeView) => Promise<Response>

/** Paths that may write to the database. */
const WRITING = [
  ...['report', 'translation'].map((form) => `${STORY_PATH}/${form}`),
  ...[`${paths.subscribe}/*`, '/unsubscribe/*', `${paths.admin}/*`],
]

/** Maximum URL length. The longest link of this site holds 400 characters of words, each up to nine characters when percent-encoded. */
const MAX_URL_LENGTH = 4_500

/**
 * Creates the site as one app: pages, their JSON, the API, published feeds, live events and static files. Tests need no
 * server: `app.request('/')`.
 *
 * @throws WeightError if `parseWeights` rejects the weights in the settings
 */
export async function createSite(deps: SiteDeps): Promise<Hono> {
  const assets = await loadAssets()
  const hub = new EventHub({ store: deps.store, onEvents: deps.onEvents })
  const render = createRenderer(deps, assets.paths)
  const sendPrivate = privateSender(deps, render)
  const sendNotice = noticeSender(deps, render)
  const app = new Hono({ getPath: pathWithoutJson })

  app.use(openReading)
  app.use(async (c, next) => {
    if (c.req.url.length > MAX_URL_LENGTH) c.res = await sendNotice(c, { page: 'notice', status: 414, what: 'length' })
    else await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  })
  for (const path of deps.settings.isReadonly ? WRITING : []) app.use(path, (c) => sendReadonly(c, sendNotice))
  addOwnFiles(app, assets)
  addDiscovery(app, deps)
  addApp(app, deps, assets.worker)
  addSharePictures(app, deps)
  app.get(paths.events, createEventStream(hub, frontListOf(deps)))
  const api = createApi(deps)
  app.route(paths.apiRoot, api)
  addMcp(app, { deps, api, hub })
  addMetrics(app, deps)
  app.route('/', createFeeds(deps))
  app.route('/', createEditionFeeds(deps))
  const servePage = pageServer(deps, render, () => hub.newestSeq())
  addPages(app, deps, servePage)
  app.get(paths.api, (c) =>
    servePage(c, paths.api, async () => {
      const document = (await (await api.request('/openapi.json')).json()) as ApiDocument
      return answer({ page: 'api', document } as const, ApiPage)
    }),
  )
  addSavedStories(app, deps, sendPrivate)
  addHiddenWords(app, sendPrivate)
  addReaderForms(app, deps, sendPrivate, (c) => readPreferences(c, deps.settings.defaultLanguage).language)
  addTranslationForm(app, deps, sendPrivate, (c) => readPreferences(c, deps.settings.defaultLanguage).language)
  addAdmin(app, deps, sendPrivate)
  addWebSub(app, deps)
  app.notFound(async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return sendNotice(c, { page: 'notice', status: 405, what: 'method' })
    const { pathname, search } = new URL(c.req.url)
    const meant = typedAddress(pathname, search)
    if (meant === undefined) return sendNotice(c, await missingPage(deps, c.req.path))
    // Cached for a day only: a later version may have a page at this address.
    c.header('Cache-Control', 'public, max-age=86400')
    return c.redirect(meant, 301)
  })
  app.onError(async (fault, c) => {
    const reference = faultReference()
    deps.onFault?.(fault, reference)
    try {
      if (isStoreUnreachable(fault)) return await sendStoreDown(c, sendNotice, reference)
      if (fault instanceof StoreReadonlyError) return await sendReadonly(c, sendNotice)
      return await sendNotice(c, { page: 'notice', status: 500, what: 'fault', reference })
    } catch {
      // The page layout itself may have failed, for example for want of the store: answer in plain text.
      return c.text(`This page could not be made (error ${reference}).\n`, 500, { 'Cache-Control': 'no-store' })
    }
  })
  return app
}

function sendReadonly(c: Context, sendNotice: SendNotice): Promise<Response> {
  return sendNotice(c, { page: 'notice', status: 503, what: 'readonly' })
}

async function sendStoreDown(c: Context, sendNotice: SendNotice, reference: string): Promise<Response> {
  const response = await sendNotice(c, { page: 'notice', status: 503, what: 'store', reference })
  response.headers.set('Retry-After', String(RETRY_AFTER_SECONDS))
  return response
}

function addOwnFiles(app: Hono, assets: Assets): void {
  app.get('/static/:file', (c) => {
    const asset = assets.files.get(c.req.param('file'))
    if (!asset) return c.notFound()
    const isGzip = acceptsGzip(c.req.header('accept-encoding'))
    return c.body((isGzip ? asset.gzip : asset.body) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': asset.type,
      'Cache-Control': IMMUTABLE_CACHE_CONTROL,
      Vary: 'Accept-Encoding',
      ...(isGzip ? { 'Content-Encoding': 'gzip' } : {}),
    })
  })
  app.get('/favicon.ico', (c) => c.redirect(assets.paths.icon, 302))
}

/** Creates the function that serves pages from the cache, in the reader's language and theme, as HTML or JSON. */
function pageServer(deps: SiteDeps, render: Renderer, newestSeq: () => number | undefined): ServePage {
  const cache = createPageCache({ now: deps.now, newestSeq })
  return async (c, canonical, find, { key: readerKey = '', list } = {}) => {
    const preferences = readPreferences(c, deps.settings.defaultLanguage)
    if (preferences.isThemeChange) return withCookies(c.redirect(canonical, 303), preferences)
    const isJson = isJsonRequest(c)
    const saved = isJson ? [] : savedIdsOf(c)
    const hidden = list ? wordsInForce(list, isJson ? [] : hiddenIn(c.req.header('cookie'))) : []
    const origin = deps.settings.baseUrl ?? originOf(c)
    const key = [
      origin,
      preferences.language,
      preferences.theme ?? '',
      isJson ? 'json' : 'html',
      canonical,
      readerKey,
      saved.join('-'),
      writeHiddenWords(hidden),
    ].join('\n')
    try {
      const page = await cache.get(key, () => {
        const hiding = hidingBy(hidden, deps.gazetteer)
        return render({ preferences, isJson, origin, path: canonical, saved, hiding }, () => find(hiding))
      })
      return withCookies(sendPage(c, page), preferences)
    } catch (fault) {
      const kept = isStoreUnreachable(fault) ? cache.earlier(key) : undefined
      if (kept === undefined) throw fault
      deps.onFault?.(fault, faultReference())
      return withCookies(await sendEarlier(c, deps, kept, preferences.language), preferences)
    }
  }
}

function savedIdsOf(c: Context): readonly number[] {
  return savedIn(c.req.header('cookie')).map(({ id }) => id)
}

/** Sends a cached page marked as outdated, which is worth more than an error page. */
async function sendEarlier(c: Context, deps: SiteDeps, kept: KeptPage, language: UiLanguage): Promise<Response> {
  const now = deps.now()
  const madeAt = formatIn(language, deps.settings.timeZone).moment(kept.madeAt, now)
  const page = await earlierPage(kept.page, messagesIn(language), madeAt)
  const response = sendPage(c, page)
  response.headers.set('Cache-Control', 'no-store')
  response.headers.set('Age', String(Math.max(0, Math.round((now - kept.madeAt) / SECOND_MS))))
  return response
}

/** Creates the function that sends a private page: always rendered anew, never cached, never as JSON. */
function privateSender(deps: SiteDeps, render: Renderer): SendPrivate {
  return async (c, found) => {
    const preferences = readPreferences(c, deps.settings.defaultLanguage)
    const origin = deps.settings.baseUrl ?? originOf(c)
    const target = { preferences, isJson: false, origin, path: encodeURI(c.req.path), saved: savedIdsOf(c) }
    const page = await render(target, async () => found)
    const response = sendPage(c, page)
    response.headers.set('Cache-Control', 'private, no-store')
    response.headers.delete('ETag')
    return withCookies(response, preferences)
  }
}

/** Creates the function that sends error pages, which are never cached. */
function noticeSender(deps: SiteDeps, render: Renderer): SendNotice {
  return async (c, view) => {
    const target = {
      preferences: readPreferences(c, deps.settings.defaultLanguage),
      isJson: isJsonRequest(c),
      origin: deps.settings.baseUrl ?? originOf(c),
      isStoreless: view.what === 'store',
      path: view.status === 414 ? paths.front : encodeURI(c.req.path),
    }
    const page = await render(target, async () => answer(view, NoticePage, view.status))
    const response = sendPage(c, page)
    response.headers.set('Cache-Control', 'no-store')
    if (view.status === 405) response.headers.set('Allow', 'GET, HEAD')
    return response
  }
}
