import type { Context, Hono } from 'hono'
import { briefDate } from '../brief/brief-window.ts'
import { formatWeights, parseWeights, WEIGHTS, WeightError, type Weights } from '../rank/weights.ts'
import { BadCursorError } from '../store/errors/bad-cursor-error.ts'
import { wholeNumber } from './api/whole-number.ts'
import type { SiteDeps } from './deps.ts'
import { type FrontQuery, frontPath, readFrontQuery } from './front-query.ts'
import type { Hiding, ListHiding } from './hidden/hiding.ts'
import { cookieOf } from './http/preferences.ts'
import { numberOfRef, recordNumber } from './http/record-number.ts'
import { isJsonRequest, valuesIn } from './http/request.ts'
import { addHubPages } from './hub-routes.ts'
import { ArchivePage } from './pages/archive.tsx'
import { BriefPage } from './pages/brief.tsx'
import { CorrectionsPage } from './pages/corrections.tsx'
import { EntityPage } from './pages/entity.tsx'
import { FrontPage } from './pages/front.tsx'
import { MethodsPage } from './pages/methods.tsx'
import { NoticePage, type NoticeView } from './pages/notice.tsx'
import { PulsePage } from './pages/pulse.tsx'
import { SearchPage } from './pages/search.tsx'
import { SourcePage } from './pages/source.tsx'
import { SourcesPage } from './pages/sources.tsx'
import { StatusPage } from './pages/status.tsx'
import { MissingStoryPage, StoryPage } from './pages/story.tsx'
import { paths, withQuery } from './paths.ts'
import { knownIds, type ParameterFault, readParameters } from './query-parameters.ts'
import { type Answer, answer } from './respond.ts'
import { readSearchQuery, searchedWords, searchPath } from './search-query.ts'
import { faultKey, listServer, refused } from './serve-list.ts'
import { archiveView } from './view/archive.ts'
import { briefView } from './view/brief.ts'
import { correctionsView } from './view/corrections.ts'
import { entityView } from './view/entity.ts'
import { frontView } from './view/front.ts'
import { methodsView } from './view/methods.ts'
import { pulseView } from './view/pulse.ts'
import { searchView } from './view/search.ts'
import { sourcesPath, sourcesView, sourceView } from './view/source.ts'
import { statusView } from './view/status.ts'
import { missingStoryView, type StoryTimes, storyView } from './view/story.ts'

/** What a page depends on besides its address and the reader's language, theme and saved stories. */
export interface ReaderSide {
  readonly key?: string
  /** Set for a page that lists stories, of which a reader's hidden words may hide some. */
  readonly list?: ListHiding
}

/** Answers a page request; `canonical` is its path with the significant query parameters in a fixed order. */
export type ServePage = (
  c: Context,
  canonical: string,
  find: (hiding: Hiding) => Promise<Answer>,
  reader?: ReaderSide,
) => Promise<Response>

/** Adds every page; those of hubs are in `hub-routes.ts`. */
export function addPages(app: Hono, deps: SiteDeps, servePage: ServePage): void {
  const { store, now } = deps
  const known = knownIds(deps)
  const serveList = listServer(deps, servePage)

  if (deps.settings.hasHubs !== false) addHubPages(app, deps, servePage, serveList)

  app.get(paths.front, (c) => {
    const { query, faults } = readFrontQuery(valuesIn(c), known)
    if (faults.length > 0 && isJsonRequest(c)) return refused(c, faults)
    const canonical = frontPath(query, { page: query.page })
    const seen = c.req.query('seen')
    if (seen === 'now' || seen === 'off') return rememberSeen(c, deps, canonical, seen)
    const since = sinceOf(c)
    return servePage(c, canonical, (hiding) => findFront(deps, query, { since, faults, hiding }), {
      key: `since ${since ?? ''} ${faultKey(faults)}`,
      list: query,
    })
  })
  app.get('/s/:ref', (c) => {
    const id = numberOfRef(c.req.param('ref'))
    if (id === undefined) return c.notFound()
    const since = sinceOf(c)
    const at = recordNumber(c.req.query('at'))
    return servePage(c, paths.storyById(id), () => findStory(deps, id, { since, at }), {
      key: `since ${since ?? ''} at ${at ?? ''}`,
    })
  })
  app.get('/brief', (c) => {
    const today = briefDate(now(), deps.settings.timeZone)
    return servePage(c, '/brief', async () => ({ redirect: paths.brief(today), status: 302 }))
  })
  app.get('/brief/:date', (c) => {
    const date = c.req.param('date')
    return serveList(c, paths.brief(encodeURIComponent(date)), async (words) => {
      const view = await briefView(deps, date)
      return view ? answer({ ...view, ...words }, BriefPage) : missing('day')
    })
  })
  app.get('/archive/:month?', (c) => {
    const month = c.req.param('month')
    return servePage(c, paths.archive(month === undefined ? undefined : encodeURIComponent(month)), async () => {
      const view = await archiveView(deps, month)
      return view ? answer(view, ArchivePage) : missing('day')
    })
  })
  app.get(paths.pulse, (c) => {
    const after = cursorOf(c)
    return serveList(c, withQuery(paths.pulse, { after }), (words, { isShown }) =>
      orBadCursor(async () => answer({ ...(await pulseView(deps, after, isShown)), ...words }, PulsePage)),
    )
  })
  app.get(paths.sources, (c) => {
    const find = searchedWords(c.req.query('find') ?? '') || undefined
    const { values, faults } = readParameters(valuesIn(c), { page: wholeNumber(1, 1_000) }, known)
    if (faults.length > 0 && isJsonRequest(c)) return refused(c, faults)
    const query = { find, page: values.page === 1 ? undefined : values.page }
    return servePage(c, sourcesPath(query), async () => {
      const view = await sourcesView(deps, query, now())
      // An old link, from when there were more sources.
      if (query.page && view.sources.length === 0) return { redirect: sourcesPath({ find }), status: 302 }
      return answer(view, SourcesPage)
    })
  })
  app.get('/sources/:id', (c) => {
    const id = c.req.param('id')
    return servePage(c, paths.source(id), async () => {
      const view = await sourceView(store, id, now())
      return view ? answer(view, SourcePage) : missing('source')
    })
  })
  app.get('/entity/:id', (c) => {
    const id = c.req.param('id')
    const after = cursorOf(c)
    return serveList(
      c,
      withQuery(paths.entity(id), { after }),
      (words, { isShown }) =>
        orBadCursor(async () => {
          const view = await entityView(deps, id, { after, isShown })
          return view ? answer({ ...view, ...words }, EntityPage) : missing('entity')
        }),
      Object.values(deps.gazetteer.entity(id)?.names ?? {}).flat(),
    )
  })
  app.get(paths.search, (c) => {
    const { query, faults } = readSearchQuery(valuesIn(c), known)
    if (faults.length > 0 && isJsonRequest(c)) return refused(c, faults)
    const after = cursorOf(c)
    return servePage(
      c,
      searchPath(query, after),
      ({ isShown }) =>
        orBadCursor(async () => answer({ ...(await searchView(deps, query, { after, isShown })), faults }, SearchPage)),
      { key: faultKey(faults), list: { hide: query.hide, askedFor: [query.q] } },
    )
  })
  app.get(paths.methods, (c) => servePage(c, paths.methods, async () => answer(await methodsView(deps), MethodsPage)))
  app.get(paths.status, (c) =>
    servePage(c, paths.status, async () => answer(await statusView(deps, now()), StatusPage)),
  )
  app.get(paths.corrections, (c) =>
    servePage(c, paths.corrections, async () => answer(await correctionsView(store), CorrectionsPage)),
  )
  // The form of the methods page sends one field per weight; the front page has them in one parameter.
  app.get(paths.weights, (c) => {
    const weights = writtenWeights((name) => c.req.query(name), known.weights)
    return c.redirect(frontPath({ weights }), 303)
  })
}

async function findFront(
  deps: SiteDeps,
  query: FrontQuery,
  {
    since: sinceSeq,
    faults,
    hiding: { isShown },
  }: { readonly since: number | undefined; readonly faults: readonly ParameterFault[]; readonly hiding: Hiding },
): Promise<Answer> {
  const view = { ...(await frontView(deps, query, deps.now(), { sinceSeq, isShown })), faults }
  // An old link, from when there were more stories.
  if (query.page && view.stories.length === 0) return { redirect: frontPath(query), status: 302 }
  return answer(view, FrontPage)
}

async function findStory(deps: SiteDeps, id: number, times: StoryTimes): Promise<Answer> {
  const found = await deps.store.story(id)
  if (found?.type === 'moved') return { redirect: paths.storyById(found.into), status: 301 }
  if (found?.type === 'story') return answer(await storyView(deps, found, deps.now(), times), StoryPage)
  const reason = found ? 'gone' : 'unknown'
  return answer(await missingStoryView(deps.store, id, reason), MissingStoryPage, found ? 410 : 404)
}

/** Returns the number of the last event that a reader saw, from the query or else from the opt-in cookie. */
function sinceOf(c: Context): number | undefined {
  return recordNumber(c.req.query('since')) ?? recordNumber(cookieOf(c.req.header('cookie'), SEEN_COOKIE))
}

const SEEN_COOKIE = 'seen'
const SEEN_SECONDS = 31_536_000

/** Stores the number of the newest event in a cookie, or deletes it. */
async function rememberSeen(c: Context, { store }: SiteDeps, path: string, seen: 'now' | 'off'): Promise<Response> {
  const [newest] = await store.events({ limit: 1, newestFirst: true })
  const age = seen === 'now' ? SEEN_SECONDS : 0
  c.header('Set-Cookie', `${SEEN_COOKIE}=${newest?.seq ?? 0}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly`)
  c.header('Cache-Control', 'private, no-store')
  return c.redirect(path, 303)
}

function missing(what: NoticeView['what']): Answer {
  return answer({ page: 'notice', status: 404, what } as const, NoticePage, 404)
}

async function orBadCursor(find: () => Promise<Answer>): Promise<Answer> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof BadCursorError) {
      return answer({ page: 'notice', status: 400, what: 'request' } as const, NoticePage, 400)
    }
    throw error
  }
}

function cursorOf(c: Context): string | undefined {
  return c.req.query('after')?.slice(0, 200) || undefined
}

/** @returns undefined if all weights equal those in force; an invalid weight as written, for the page to report */
function writtenWeights(query: (name: string) => string | undefined, inForce: Weights): string | undefined {
  const written = WEIGHTS.flatMap(({ name }) => {
    const value = query(name)
    return value === undefined || value === '' ? [] : [`${name}:${value}`]
  }).join(',')
  try {
    return formatWeights(parseWeights(written, inForce), inForce) || undefined
  } catch (error) {
    if (error instanceof WeightError) return error.part.slice(0, LONGEST_REFUSED)
    throw error
  }
}

/** Maximum characters kept of an invalid weight, enough to recognise it. */
const LONGEST_REFUSED = 60
