import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { HOUR_MS, isoInstant } from '../../lib/instant.ts'
import { BadCursorError } from '../../store/errors/bad-cursor-error.ts'
import { STORY_KINDS } from '../../story/types.ts'
import type { SiteDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import { jsonContext } from './api-context.ts'
import {
  entitySchema,
  errorSchema,
  eventListSchema,
  sourceListSchema,
  sourceSchema,
  statusSchema,
  storyListSchema,
  storyPageSchema,
} from './schemas.ts'
import { entityJson, eventJson, sourceJson, storyLineJson, storyPageJson } from './story-json.ts'

const LONGEST_LIST = 200

const limit = z.coerce.number().int().min(1).max(LONGEST_LIST).default(30)
const lang = z
  .string()
  .max(20)
  .optional()
  .openapi({ description: 'Language of reasons and names: en, zh-Hant, zh-Hans, ja' })
const idParam = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
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
      tier: z.coerce.number().int().min(1).max(4).optional().openapi({ description: 'Best tier, at least' }),
      language: z.string().max(20).optional(),
      entity: z.string().max(100).optional(),
      hub: z.string().max(100).optional(),
      source: z.string().max(100).optional(),
      community: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'Only community stories, or none (default)' }),
      hours: z.coerce
        .number()
        .min(1)
        .max(24 * 3650)
        .optional()
        .openapi({ description: 'Window; default: all' }),
      order: z.enum(['score', 'newest', 'independent']).default('score'),
      limit,
      after: z.string().max(500).optional().openapi({ description: '`next` of the page before' }),
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
    410: failure('The story was removed by the retention setting'),
  },
})

const search = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Full text in every language, newest first',
  request: { query: z.object({ q: z.string().min(1).max(200), limit, after: z.string().max(500).optional(), lang }) },
  responses: { 200: json(storyListSchema, 'Stories'), 400: failure('A parameter cannot be used') },
})

const listEvents = createRoute({
  method: 'get',
  path: '/events',
  summary: 'Changes of stories, gap-free, oldest first',
  description:
    'Ask again with `after` = `next` for what came since. Live: the same at `/events` as server-sent events.',
  request: {
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      story: z.coerce.number().int().min(1).optional(),
      limit,
    }),
  },
  responses: { 200: json(eventListSchema, 'Events'), 400: failure('A parameter cannot be used') },
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
    throw error
  })
  api.notFound((c) => c.json({ error: `Nothing here. See ${paths.apiRoot}/openapi.json.` }, 404))

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
    const context = jsonContext(c, deps)
    return c.json({ stories: page.stories.map((story) => storyLineJson(story, context)), next: page.next ?? null }, 200)
  })

  api.openapi(getStory, async (c) => {
    const { id } = c.req.valid('param')
    const found = await store.story(id)
    if (found?.type === 'moved') {
      return c.redirect(`${paths.apiRoot}/stories/${found.into}${new URL(c.req.url).search}`, 301)
    }
    if (found?.type === 'gone') return c.json({ error: `Story ${id} was removed by the retention setting.` }, 410)
    if (found === undefined) return c.json({ error: `There is no story ${id}.` }, 404)
    const [history, sources] = await Promise.all([
      store.events({ storyId: id, limit: LONGEST_LIST, newestFirst: true }),
      store.sources(),
    ])
    const byId = new Map(sources.map((source) => [source.id, source]))
    return c.json(storyPageJson(found.story, found.members, history, byId, jsonContext(c, deps)), 200)
  })

  api.openapi(search, async (c) => {
    const { q, limit: most, after } = c.req.valid('query')
    const page = await store.searchStories(q, most, after)
    const context = jsonContext(c, deps)
    return c.json({ stories: page.stories.map((story) => storyLineJson(story, context)), next: page.next ?? null }, 200)
  })

  api.openapi(listEvents, async (c) => {
    const { after, story, limit: most } = c.req.valid('query')
    const events = await store.events({ afterSeq: after, storyId: story, limit: most })
    return c.json({ events: events.map(eventJson), next: events.at(-1)?.seq ?? after }, 200)
  })

  api.openapi(listSources, async (c) => {
    return c.json({ sources: (await store.sourceHealth(deps.now())).map(sourceJson) }, 200)
  })

  api.openapi(getSource, async (c) => {
    const { id } = c.req.valid('param')
    const health = (await store.sourceHealth(deps.now())).find(({ source }) => source.id === id)
    return health
      ? c.json(sourceJson(health), 200)
      : c.json({ error: `There is no source ${JSON.stringify(id)}.` }, 404)
  })

  api.openapi(getEntity, (c) => {
    const { id } = c.req.valid('param')
    const entity = entityJson(id, jsonContext(c, deps))
    return entity ? c.json(entity, 200) : c.json({ error: `There is no entity ${JSON.stringify(id)}.` }, 404)
  })

  api.openapi(getStatus, async (c) => {
    const { version, polling, offlineSince, offlineReason, feedsTried, feedsTotal } = deps.status()
    const { items, stories, sources, feeds, feedsAnswering, backlog, lastEventSeq, lastPollAt } = await store.counts(
      deps.now(),
    )
    return c.json(
      {
        ...{ version, polling, offlineReason, feedsTried, feedsTotal },
        offlineSince: isoInstant(offlineSince),
        ...{ items, stories, sources, feeds, feedsAnswering, backlog, lastEventSeq },
        lastPollAt: isoInstant(lastPollAt),
      },
      200,
    )
  })

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
  return api
}
