import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { compareText } from '../../lib/compare-text.ts'
import { mapInTurns } from '../../lib/turn.ts'
import type { SiteDeps } from '../deps.ts'
import { balanceOf } from '../view/balance.ts'
import { findSources } from '../view/source.ts'
import { balanceJson } from './balance-json.ts'
import { balanceSchema } from './balance-schemas.ts'
import { failureAnswer, jsonAnswer, listPage, recordKey } from './common-schemas.ts'
import { sourceListSchema, sourceSchema, statusSchema } from './schemas.ts'
import { sourceJson } from './source-json.ts'
import { statusJson } from './status-json.ts'

const listSources = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'Sources with tier, reason and health, by id',
  request: {
    query: z.object({
      find: z
        .string()
        .trim()
        .max(200)
        .optional()
        .openapi({ description: 'A part of a name, an id or an owner’s name, in any letter case' }),
      ...listPage,
    }),
  },
  responses: {
    200: jsonAnswer(sourceListSchema, 'A page of sources'),
    400: failureAnswer('A parameter cannot be used'),
  },
})

const getSource = createRoute({
  method: 'get',
  path: '/sources/{id}',
  summary: 'One source',
  request: { params: z.object({ id: recordKey }) },
  responses: { 200: jsonAnswer(sourceSchema, 'The source'), 404: failureAnswer('No such source') },
})

const getBalance = createRoute({
  method: 'get',
  path: '/balance',
  summary: 'Where the sources are from',
  description:
    'By language, country, kind and tier: the sources that are on, what they published in the last week, and what is not among them. Counted anew every ten minutes.',
  responses: { 200: jsonAnswer(balanceSchema, 'The balance') },
})

/** Adds the routes of the sources and of their balance. */
export function addSourceRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  const { store, now } = deps
  api.openapi(getBalance, async (c) => c.json(balanceJson(await balanceOf(deps, now())), 200))

  api.openapi(listSources, async (c) => {
    const { find, limit, after = '' } = c.req.valid('query')
    const found = (await findSources(await store.sources(), find)).map(({ source }) => source.id).sort(compareText)
    // Page by the last id, not by an offset: a source added or removed meanwhile shifts no other between pages.
    const rest = found.filter((id) => id > after)
    const ids = rest.slice(0, limit)
    const sources = await mapInTurns(await store.healthOfSources(ids, now()), sourceJson)
    const next = rest.length > ids.length ? ids.at(-1)! : null
    return c.json({ sources: sources.toSorted((a, b) => compareText(a.id, b.id)), total: found.length, next }, 200)
  })

  api.openapi(getSource, async (c) => {
    const { id } = c.req.valid('param')
    const health = await store.healthOfSource(id, now())
    return health
      ? c.json(sourceJson(health), 200)
      : c.json({ error: `There is no source ${JSON.stringify(id)}.` }, 404)
  })
}

const getStatus = createRoute({
  method: 'get',
  path: '/status',
  summary: 'How reading goes',
  responses: { 200: jsonAnswer(statusSchema, 'Status') },
})

/** Adds the route of the status of polling. */
export function addStatusRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  api.openapi(getStatus, async (c) => c.json(statusJson(deps.status(), await deps.store.counts(deps.now())), 200))
}
