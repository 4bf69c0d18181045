import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { licenceAddress } from '../../lib/licence.ts'
import type { SiteDeps } from '../deps.ts'
import { paths, withQuery } from '../paths.ts'
import { jsonContext } from './api-context.ts'
import { failureAnswer, LONGEST_LIST, languageParameter } from './common-schemas.ts'
import { storyLines } from './story-export.ts'
import { wholeNumber } from './whole-number.ts'

const exportStories = createRoute({
  method: 'get',
  path: '/export',
  summary: 'All published stories, whole, a line of JSON each (NDJSON)',
  description:
    'In the order of their numbers, which never change. Ask again with `after` = the number of the last line, or follow the `Link` header with `rel="next"`, until it is gone. Each line is what `/stories/{id}` gives; each item of its coverage says its `licence` where its source states one, and `reserved` where its publisher reserves text and data mining or refuses AI. `dataLicence`, and a `Link` with `rel="license"`, say on which terms the operator lets the rest be used, where they state any; headlines, excerpts and quotations belong to their publishers.',
  request: {
    query: z.object({
      after: wholeNumber(0, 999_999_999_999_999)
        .default(0)
        .openapi({ default: 0, description: 'Number of the last story that is not wanted again' }),
      limit: wholeNumber(1, LONGEST_LIST).default(100).openapi({ default: 100 }),
      lang: languageParameter,
    }),
  },
  responses: {
    200: { description: 'Stories, a line each', content: { 'application/x-ndjson': { schema: z.string() } } },
    400: failureAnswer('A parameter cannot be used'),
  },
})

/** Adds the export of all published stories, in portions that fit one request. */
export function addExportRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  const { store, settings } = deps
  const licence = settings.dataLicence

  api.openapi(exportStories, async (c) => {
    const { after, limit, lang } = c.req.valid('query')
    const lines: string[] = []
    let last = after
    for await (const { id, line } of storyLines({ store, context: jsonContext(c, deps), licence }, after, limit)) {
      lines.push(line)
      last = id
    }
    const links = licence ? [`<${licenceAddress(licence)}>; rel="license"`] : []
    if ((await store.publishedIds(last, 1)).length > 0) {
      links.push(`<${withQuery(`${paths.apiRoot}/export`, { after: last, limit, lang })}>; rel="next"`)
    }
    const headers = { 'Content-Type': 'application/x-ndjson; charset=utf-8' }
    // The library types JSON bodies only.
    return c.body(lines.join(''), 200, links.length > 0 ? { ...headers, Link: links.join(', ') } : headers) as never
  })
}
