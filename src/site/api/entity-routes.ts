import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { SiteDeps } from '../deps.ts'
import { jsonContext } from './api-context.ts'
import { failureAnswer, jsonAnswer, languageParameter, recordKey } from './common-schemas.ts'
import { entityJson } from './entity-json.ts'
import { entitySchema } from './schemas.ts'

const getEntity = createRoute({
  method: 'get',
  path: '/entities/{id}',
  summary: 'One entity; its stories are at `/stories?entity=`',
  request: { params: z.object({ id: recordKey }), query: z.object({ lang: languageParameter }) },
  responses: { 200: jsonAnswer(entitySchema, 'The entity'), 404: failureAnswer('No such entity') },
})

/** Adds the route of the entities that stories are about. */
export function addEntityRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  api.openapi(getEntity, (c) => {
    const { id } = c.req.valid('param')
    const entity = deps.gazetteer.entity(id)
    return entity
      ? c.json(entityJson(entity, jsonContext(c, deps)), 200)
      : c.json({ error: `There is no entity ${JSON.stringify(id)}.` }, 404)
  })
}
