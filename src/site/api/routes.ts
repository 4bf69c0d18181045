import { randomUUID } from 'node:crypto'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { HOUR_MS } from '../../lib/instant.ts'
import { UI_LANGUAGES } from '../../lib/ui-languages.ts'
import { BadCursorError } from '../../store/errors/bad-cursor-error.ts'
import { isStoreUnreachable } from '../../store/errors/store-unreachable-error.ts'
import { searchPhrases } from '../../store/search-phrases.ts'
import { STORY_KINDS } from '../../story/types.ts'
import type { SiteDeps } from '../deps.ts'
import { RETRY_AFTER_SECONDS } from '../http/headers.ts'
import { paths } from '../paths.ts'
import { briefView } from '../view/brief.ts'
import { instalmentsOf } from '../view/instalments.ts'
import { snippetsOf } from '../view/search.ts'
import { HISTORY_LENGTH } from '../view/story.ts'
import { translationsOf } from '../view/translations.ts'
import { jsonContext } from './api-context.ts'
import { briefJson } from './brief-json.ts'
import { errorSchema } from './common-schemas.ts'
import { entityJson } from './entity-json.ts'
import { addEvidenceRoutes } from './evidence-routes.ts'
import { addHubRoutes } from './hub-routes.ts'
import { askedAgain } from './open-reading.ts'
import { briefSchema, entitySchema, sourceListSchema, sourceSchema, statusSchema } from './schemas.ts'
import { sourceJson } from './source-json.ts'
import { statusJson } from './status-json.ts'
import { eventJson, searchListJson, storyListJson, storyPageJson } from './story-json.ts'
import { eventListSchema, searchListSchema, storyListSchema, storyPageSchema } from './story-schemas.ts'
import { wholeNumber } from './whole-number.ts'

const LONGEST_LIST = 200

const storyNumber = wholeNumber(1, 999_999_999_999_999)
const limit = wholeNumber(1, LONGEST_LIST).default(30).openapi({ default: 30 })
const after = z.string().max(500).optional().openapi({ description: '`next` of the page before' })
const lang = z
  .string()
  .max(20)
  .optional()
  .openapi({
    description: `Language of headlines, summaries, reasons and names, where there is one: ${UI_LANGUAGES.join(', ')}`,
  })
const idParam = z.object({ id: storyNumber })
const keyParam = z.object({ id: z.string().min(1).max(100) })

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const failure = (description: string) => json(errorSchema, description)

const listStories = createRoute({
  method: 'get',
  path: '/stories',
  summary: 'Stories, ranked or newest first',
  request: {
    query: z.object({
      kind: z.enum(STORY_KINDS).optional(),
      tier: wholeNumber(1, 4).optional().openapi({ description: 'Best tier, at least: 2 gives tiers 1 and 2' }),
      language: z
        .string()
        .max(20)
        .optional()
        .openapi({ description: 'A language that an item has, BCP 47; `zh` takes both scripts' }),
      entity: z.string().max(100).optional(),
      hub: z.string().max(100).optional(),
      source: z.string().max(100).optional(),
      community: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'Only community stories, or none (default)' }),
      hours: wholeNumber(1, 24 * 3650)
        .optional()
        .openapi({ description: 'Only stories with news in the last hours; default: all' }),
      order: z.enum(['score', 'newest', 'independent']).default('score'),
      limit,
      after,
      lang,
    }),
  },
  responses: { 200: json(storyListSchema, 'A page of stories'), 400: failure('A parameter cannot be used') },
})

const getStory = createRoute({
  method: 'get',
  path: '/stories/{id}',
  summary: 'A whole story page as data',
  request: { params: idParam, query: z.object({ lang }) },
  responses: {
    200: json(storyPageSchema, 'The story'),
    301: { description: 'The story was merged; `Location` names the one that goes on' },
    400: failure('No number'),
    404: failure('No such story'),
    410: failure('The story is gone: past its retention, or all of its items were taken back by their sources'),
  },
})

const search = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Full text in every language, the story with the latest report first',
  description:
    'Of words that more than 500 items have, the stories of the 500 that came last are first, in that order, then those of the 500 before.',
  request: { query: z.object({ q: z.string().trim().min(1).max(200), limit, after, lang }) },
  responses: { 200: json(searchListSchema, 'Stories'), 400: failure('A parameter cannot be used') },
})

const listEvents = createRoute({
  method: 'get',
  path: '/events',
  summary: 'Changes of stories, gap-free, oldest first',
  description:
    'Ask again with `after` = `next` for what came since. Live: the same at `/events` as server-sent events.',
  request: {
    query: z.object({
      after: wholeNumber(0, 999_999_999_999_999)
        .default(0)
        .openapi({ default: 0, description: '`next` of the answer before' }),
      story: storyNumber.optional(),
      limit,
    }),
  },
  responses: { 200: json(eventListSchema, 'Events'), 400: failure('A parameter cannot be used') },
})

const getBrief = createRoute({
  method: 'get',
  path: '/brief/{date}',
  summary: 'The edition of a day',
  description: 'Ranked as at the end of its day, so that a past day does not fade. Days begin where the site is.',
  request: { params: z.object({ date: z.iso.date().openapi({ example: '2026-11-23' }) }), query: z.object({ lang }) },
  responses: {
    200: json(briefSchema, 'The brief'),
    400: failure('No date'),
    404: failure('A day to come'),
  },
})

const listSources = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'Sources with tier, reason and health',
  responses: { 200: json(sourceListSchema, 'All sources') },
})

const getSource = createRoute({
  method: 'get',
  path: '/sources/{id}',
  summary: 'One source',
  request: { params: keyParam },
  responses: { 200: json(sourceSchema, 'The source'), 404: failure('No such source') },
})

const getEntity = createRoute({
  method: 'get',
  path: '/entities/{id}',
  summary: 'One entity; its stories are at `/stories?entity=`',
  request: { params: keyParam, query: z.object({ lang }) },
  responses: { 200: json(entitySchema, 'The entity'), 404: failure('No such entity') },
})

const getStatus = createRoute({
  method: 'get',
  path: '/status',
  summary: 'How reading goes',
  responses: { 200: json(statusSchema, 'Status') },
})

/** The REST API, to be mounted at `/api/v1`. Its description is at `/api/v1/openapi.json`, made from the same schemas. */
export function createApi(deps: SiteDeps): OpenAPIHono {
  const { store } = deps
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      return c.json({ error: `${problems.join('; ')}. See ${paths.apiRoot}/openapi.json.` }, 400)
    },
  })

  api.onError((error, c) => {
    if (error instanceof BadCursorError) return c.json({ error: error.message }, 400)
    const reference = randomUUID().slice(0, 13)
    deps.onFault?.(error, reference)
    if (isStoreUnreachable(error)) {
      const words = `The database cannot be reached at the moment (error ${reference}). Ask again in half a minute.`
      return c.json({ error: words }, 503, { 'Retry-After': String(RETRY_AFTER_SECONDS) })
    }
    return c.json({ error: `This could not be answered (error ${reference}).` }, 500)
  })
  api.use(askedAgain)

  api.openapi(listStories, async (c) => {
    const query = c.req.valid('query')
    const page = await store.listStories({
      kind: query.kind,
      maxTier: query.tier as 1 | 2 | 3 | 4 | undefined,
      language: query.language,
      entityId: query.entity,
      hub: query.hub,
      sourceId: query.source,
      community: query.community === undefined ? undefined : query.community === 'true',
      since: query.hours === undefined ? undefined : deps.now() - query.hours * HOUR_MS,
      order: query.order,
      limit: query.limit,
      after: query.after,
    })
    return c.json(storyListJson(page, jsonContext(c, deps)), 200)
  })

  api.openapi(getStory, async (c) => {
    const { id } = c.req.valid('param')
    const found = await store.story(id)
    if (found?.type === 'moved') {
      return c.redirect(`${paths.apiRoot}/stories/${found.into}${new URL(c.req.url).search}`, 301)
    }
    if (found?.type === 'gone')
      return c.json(
        { error: `Story ${id} is gone: it was past its retention, or its sources took its items back.` },
        410,
      )
    if (found === undefined) return c.json({ error: `There is no story ${id}.` }, 404)
    const [history, sources, instalments, translations] = await Promise.all([
      store.events({ storyId: id, limit: HISTORY_LENGTH, newestFirst: true }),
      store.sourcesById(found.members.map(({ item }) => item.sourceId)),
      instalmentsOf(store, found.story),
      translationsOf(store, found.story),
    ])
    const byId = new Map(sources.map((source) => [source.id, source]))
    const more = { instalments, translations }
    return c.json(storyPageJson(found.story, found.members, history, byId, more, jsonContext(c, deps)), 200)
  })

  api.openapi(search, async (c) => {
    const query = c.req.valid('query')
    const page = await store.searchStories(query.q, query.limit, query.after)
    const snippets = await snippetsOf(store, searchPhrases(query.q), page.stories, page.itemOf)
    return c.json(searchListJson(page, snippets, jsonContext(c, deps)), 200)
  })

  api.openapi(listEvents, async (c) => {
    const query = c.req.valid('query')
    const events = await store.events({ afterSeq: query.after, storyId: query.story, limit: query.limit })
    return c.json({ events: events.map(eventJson), next: events.at(-1)?.seq ?? query.after }, 200)
  })

  api.openapi(getBrief, async (c) => {
    const { date } = c.req.valid('param')
    const view = await briefView(deps, date)
    return view
      ? c.json(briefJson(view.brief, jsonContext(c, deps)), 200)
      : c.json({ error: `${date} is yet to come; its brief begins with its day.` }, 404)
  })

  api.openapi(listSources, async (c) => {
    return c.json({ sources: (await store.sourceHealth(deps.now())).map(sourceJson) }, 200)
  })

  api.openapi(getSource, async (c) => {
    const { id } = c.req.valid('param')
    const health = await store.healthOfSource(id, deps.now())
    return health
      ? c.json(sourceJson(health), 200)
      : c.json({ error: `There is no source ${JSON.stringify(id)}.` }, 404)
  })

  api.openapi(getEntity, (c) => {
    const { id } = c.req.valid('param')
    const entity = deps.gazetteer.entity(id)
    return entity
      ? c.json(entityJson(entity, jsonContext(c, deps)), 200)
      : c.json({ error: `There is no entity ${JSON.stringify(id)}.` }, 404)
  })

  addEvidenceRoutes(api, deps)

  api.openapi(getStatus, async (c) => c.json(statusJson(deps.status(), await store.counts(deps.now())), 200))

  addHubRoutes(api, deps)

  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: `${deps.settings.title} API`,
      version: '1',
      description:
        'Stories with the reason for their rank, their coverage with receipts, and the log of their changes.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: paths.apiRoot }],
  })
  api.get('/', (c) => c.redirect(`${paths.apiRoot}/openapi.json`, 302))
  api.get('*', (c) => c.json({ error: `Nothing here. See ${paths.apiRoot}/openapi.json.` }, 404))
  api.all('*', (c) => c.json({ error: 'The API is for reading: GET and HEAD only.' }, 405, { Allow: 'GET, HEAD' }))
  return api
}
