import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { mapInTurns } from '../../lib/turn.ts'
import type { SiteDeps } from '../deps.ts'
import { failureAnswer, jsonAnswer, recordKey } from './common-schemas.ts'
import { sourceListSchema, sourceSchema, statusSchema } from './schemas.ts'
import { sourceJson } from './source-json.ts'
import { statusJson } from './status-json.ts'

const listSources = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'Sources with tier, reason and health',
  responses: { 200: jsonAnswer(sourceListSchema, 'All sources') },
})

const getSource = createRoute({
  method: 'get',
  path: '/sources/{id}',
  summary: 'One source',
  request: { params: z.object({ id: recordKey }) },
  responses: { 200: jsonAnswer(sourceSchema, 'The source'), 404: failureAnswer('No such source') },
})

/** The sources. */
export function addSourceRoutes(api: OpenAPIHono, { store, now }: SiteDeps): void {
  api.openapi(listSources, async (c) => {
    return c.json({ sources: await mapInTurns(await store.sourceHealth(now()), sourceJson) }, 200)
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

/** How reading them goes. */
export function addStatusRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  api.openapi(getStatus, async (c) => c.json(statusJson(deps.status(), await deps.store.counts(deps.now())), 200))
}
