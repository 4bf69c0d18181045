import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { HOUR_MS } from '../../lib/instant.ts'
import { searchPhrases } from '../../store/search-phrases.ts'
import type { SiteDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import { FILTERS, faultText, knownIds, unknownIds, weightsParameter } from '../query-parameters.ts'
import { hoursParameter } from '../search-query.ts'
import { MOST_LISTED } from '../view/front.ts'
import { searchFilter, snippetsOf } from '../view/search.ts'
import { jsonContext, listContext } from './api-context.ts'
import { failureAnswer, jsonAnswer, languageParameter, listPage, storyNumber } from './common-schemas.ts'
import { ownWeightsPage } from './own-weights-list.ts'
import { eventJson, searchListJson, storyListJson } from './story-json.ts'
import { eventListSchema, searchListSchema, storyListSchema, storyPageSchema } from './story-schemas.ts'
import { wholeNumber } from './whole-number.ts'
import { wholeStoryJson } from './whole-story.ts'

const language = FILTERS.language.optional().openapi({
  description:
    'A language that an item has, BCP 47: `zh` takes both scripts and Cantonese (`yue`), `zh-TW` is `zh-Hant`; other regions and scripts do not count, `pt-BR` is `pt`',
})
const hours = hoursParameter
  .optional()
  .openapi({ description: 'Only stories with news in the last hours; default: all' })

const ownWeights = weightsParameter.optional().openapi({
  type: 'string',
  description: `Your own weights over those in force, by \`score\` only, as the front page takes them; names, bounds and what is in force are at \`${paths.methods}\`. Scores, reasons and \`rankedAt\` are then yours, of the ${MOST_LISTED} stories with the highest scores under the weights in force`,
  example: 'authority:30,freshness:0',
})

const listStories = createRoute({
  method: 'get',
  path: '/stories',
  summary: 'Stories, ranked or newest first',
  description:
    'Stories that come in while you read page after page shift none of the others. One that changes its place meanwhile, by a new report or by its age, may come twice, or be passed over; by `newest` none comes twice. To have each story once, read `/export`; for what changed since, `/events`.',
  request: {
    query: z.object({
      kind: FILTERS.kind.optional(),
      tier: FILTERS.tier.optional().openapi({ description: 'Best tier, at least: 2 gives tiers 1 and 2' }),
      language,
      entity: FILTERS.entity.optional(),
      hub: FILTERS.hub.optional(),
      source: FILTERS.source.optional(),
      community: FILTERS.community.optional().openapi({ description: 'Only community stories, or none (default)' }),
      hours,
      order: FILTERS.order.default('score'),
      weights: ownWeights,
      hide: FILTERS.hide.optional(),
      ...listPage,
      lang: languageParameter,
    }),
  },
  responses: {
    200: jsonAnswer(storyListSchema, 'A page of stories'),
    400: failureAnswer('A parameter cannot be used'),
  },
})

const getStory = createRoute({
  method: 'get',
  path: '/stories/{id}',
  summary: 'A whole story page as data',
  request: { params: z.object({ id: storyNumber }), query: z.object({ lang: languageParameter }) },
  responses: {
    200: jsonAnswer(storyPageSchema, 'The story'),
    301: { description: 'The story was merged; `Location` names the one that goes on' },
    400: failureAnswer('No number'),
    404: failureAnswer('No such story'),
    410: failureAnswer('The story is gone: past its retention, or all of its items were taken back by their sources'),
  },
})

const search = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Full text in every language, the story with the latest report first',
  description:
    'Of words that more than 500 items have, the stories of the 500 that came last are first, in that order, then those of the 500 before. A page with a filter looks through 10,000 items at most: it may be short, or empty, and yet have a `next`.',
  request: {
    query: z.object({
      q: z.string().trim().min(1).max(200),
      kind: FILTERS.kind.optional(),
      language,
      hours,
      hide: FILTERS.hide.optional(),
      ...listPage,
      lang: languageParameter,
    }),
  },
  responses: { 200: jsonAnswer(searchListSchema, 'Stories'), 400: failureAnswer('A parameter cannot be used') },
})

const listEvents = createRoute({
  method: 'get',
  path: '/events',
  summary: 'Changes of stories, gap-free, oldest first',
  description:
    'Ask again with `after` = `next` for what came since. Live: the same at `/events` as server-sent events; there, what brings a story (`created`, `published`) says by `listed` whether the front page with the filters and the `hide` of the address shows it.',
  request: {
    query: z.object({
      after: wholeNumber(0, 999_999_999_999_999)
        .default(0)
        .openapi({ default: 0, description: '`next` of the answer before' }),
      story: storyNumber.optional(),
      limit: listPage.limit,
    }),
  },
  responses: { 200: jsonAnswer(eventListSchema, 'Events'), 400: failureAnswer('A parameter cannot be used') },
})

/** Adds the routes of story lists, single stories and the search, and of the log of their changes. */
export function addStoryRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  const { store } = deps

  api.openapi(listStories, async (c) => {
    const query = c.req.valid('query')
    const faults = [...unknownIds(query, knownIds(deps))]
    if (query.source !== undefined && (await store.sourcesById([query.source])).length === 0) {
      faults.push({
        name: 'source',
        value: query.source,
        problem: `there is no source ${JSON.stringify(query.source)}`,
      })
    }
    if (query.weights && query.order !== 'score') {
      faults.push({
        name: 'weights',
        value: query.weights,
        problem: `they make scores, so ask for order=score, not ${query.order}`,
      })
    }
    if (faults.length > 0) return c.json({ error: `${faultText(faults)}.` }, 400)
    const context = listContext(c, deps, query.hide)
    const request = {
      kind: query.kind,
      maxTier: query.tier as 1 | 2 | 3 | 4 | undefined,
      language: query.language,
      entityId: query.entity,
      hub: query.hub,
      sourceId: query.source,
      community: query.community === undefined ? undefined : query.community === 'true',
      since: query.hours === undefined ? undefined : deps.now() - query.hours * HOUR_MS,
      limit: query.limit,
      after: query.after,
      isShown: context.hiding?.isShown,
    }
    const page = query.weights
      ? await ownWeightsPage(deps, request, query.weights)
      : await store.listStories({ ...request, order: query.order })
    return c.json(storyListJson(page, context), 200)
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
    return c.json(await wholeStoryJson(store, found, jsonContext(c, deps)), 200)
  })

  api.openapi(search, async (c) => {
    const query = c.req.valid('query')
    const context = listContext(c, deps, query.hide)
    const filter = { ...searchFilter(query, deps.now()), isShown: context.hiding?.isShown }
    const page = await store.searchStories(query.q, query.limit, query.after, filter)
    const snippets = await snippetsOf(store, searchPhrases(query.q), page.stories, page.itemOf)
    return c.json(searchListJson(page, snippets, context), 200)
  })

  api.openapi(listEvents, async (c) => {
    const query = c.req.valid('query')
    const events = await store.events({ afterSeq: query.after, storyId: query.story, limit: query.limit })
    return c.json({ events: events.map(eventJson), next: events.at(-1)?.seq ?? query.after }, 200)
  })
}
