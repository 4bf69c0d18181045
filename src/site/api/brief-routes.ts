import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Instant, isoDate } from '../../lib/instant.ts'
import type { SiteDeps } from '../deps.ts'
import { FILTERS } from '../query-parameters.ts'
import { briefView } from '../view/brief.ts'
import { listContext } from './api-context.ts'
import { briefJson } from './brief-json.ts'
import { failureAnswer, jsonAnswer, languageParameter } from './common-schemas.ts'
import { briefSchema } from './schemas.ts'

const getBrief = createRoute({
  method: 'get',
  path: '/brief/{date}',
  summary: 'The edition of a day',
  description: 'Ranked as at the end of its day, so that a past day does not fade. Days begin where the site is.',
  request: {
    params: z.object({ date: z.iso.date().openapi({ example: '2026-11-23' }) }),
    query: z.object({ hide: FILTERS.hide.optional(), lang: languageParameter }),
  },
  responses: {
    200: jsonAnswer(briefSchema, 'The brief'),
    400: failureAnswer('No date, or a parameter cannot be used'),
    404: failureAnswer('A day to come, or before 1990'),
  },
})

/** Adds the route of the daily editions. */
export function addBriefRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  api.openapi(getBrief, async (c) => {
    const { date } = c.req.valid('param')
    const { hide } = c.req.valid('query')
    const view = await briefView(deps, date)
    return view
      ? c.json(briefJson(view.brief, listContext(c, deps, hide)), 200)
      : c.json({ error: noBrief(date, deps.now()) }, 404)
  })
}

function noBrief(date: string, now: Instant): string {
  return date < isoDate(now)
    ? `There is no brief of ${date}: days begin with 1990-01-01.`
    : `${date} is yet to come; its brief begins with its day.`
}
