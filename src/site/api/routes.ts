import { OpenAPIHono } from '@hono/zod-openapi'
import { BadCursorError } from '../../store/errors/bad-cursor-error.ts'
import { isStoreUnreachable } from '../../store/errors/store-unreachable-error.ts'
import type { SiteDeps } from '../deps.ts'
import { faultReference } from '../http/fault-reference.ts'
import { RETRY_AFTER_SECONDS } from '../http/headers.ts'
import { paths } from '../paths.ts'
import { addBriefRoutes } from './brief-routes.ts'
import { addEntityRoutes } from './entity-routes.ts'
import { addEvidenceRoutes } from './evidence-routes.ts'
import { addExportRoutes } from './export-routes.ts'
import { addHubRoutes } from './hub-routes.ts'
import { askedAgain } from './open-reading.ts'
import { problemOf } from './problem-of.ts'
import { addSourceRoutes, addStatusRoutes } from './source-routes.ts'
import { addStoryRoutes } from './story-routes.ts'

/** Creates the REST API, mounted at `/api/v1`. Its OpenAPI document, made from the same schemas, is `/api/v1/openapi.json`. */
export function createApi(deps: SiteDeps): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      const problems = result.error.issues.map((issue) => {
        const name = issue.path.join('.')
        return `${name}: ${(c.req.queries(name)?.length ?? 0) > 1 ? 'expected once' : problemOf(issue)}`
      })
      return c.json({ error: `${problems.join('; ')}. See ${paths.apiRoot}/openapi.json.` }, 400)
    },
  })

  api.onError((error, c) => {
    if (error instanceof BadCursorError) return c.json({ error: error.message }, 400)
    const reference = faultReference()
    deps.onFault?.(error, reference)
    if (isStoreUnreachable(error)) {
      const words = `The database cannot be reached at the moment (error ${reference}). Ask again in half a minute.`
      return c.json({ error: words }, 503, { 'Retry-After': String(RETRY_AFTER_SECONDS) })
    }
    return c.json({ error: `This could not be answered (error ${reference}).` }, 500)
  })
  api.use(askedAgain)

  addStoryRoutes(api, deps)
  addExportRoutes(api, deps)
  addBriefRoutes(api, deps)
  addSourceRoutes(api, deps)
  addEntityRoutes(api, deps)
  addStatusRoutes(api, deps)
  if (deps.settings.hasHubs !== false) {
    addEvidenceRoutes(api, deps)
    addHubRoutes(api, deps)
  }

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
