import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { nameIn } from '../../hub/names.ts'
import { notesIn } from '../../hub/notes-in.ts'
import type { Observation } from '../../hub/types.ts'
import { mutableCopy } from '../../lib/mutable-copy.ts'
import type { SiteDeps } from '../deps.ts'
import { needsOfQuery } from '../needs-query.ts'
import { decideView } from '../view/decide.ts'
import { answerLanguage } from './api-context.ts'
import { failureAnswer, jsonAnswer, recordKey } from './common-schemas.ts'
import { decisionJson } from './decision-json.ts'
import { decisionSchema, hubSchema, lawSchema, observationSchema } from './hub-schemas.ts'
import { needsFault } from './needs-fault.ts'

const listHubs = createRoute({
  method: 'get',
  path: '/hubs',
  summary: 'The hubs and regions',
  responses: { 200: jsonAnswer(z.object({ hubs: z.array(hubSchema) }), 'In the order of the data') },
})

const getHub = createRoute({
  method: 'get',
  path: '/hubs/{id}',
  summary: 'A hub with every observation, newest first',
  request: { params: z.object({ id: recordKey }) },
  responses: {
    200: jsonAnswer(
      hubSchema.extend({ law: lawSchema.optional(), observations: z.array(observationSchema) }),
      'The hub; notes in the language asked for',
    ),
    404: failureAnswer('No hub of ours'),
  },
})

const getDecision = createRoute({
  method: 'get',
  path: '/decide',
  summary: 'Which hub fits: `needs` holds NEEDS.json; the fields of the form are read too',
  request: { query: z.looseObject({ needs: z.string().max(2_000).optional() }) },
  responses: { 200: jsonAnswer(decisionSchema, 'The answer'), 400: failureAnswer('Needs that cannot be used') },
})

/** Adds the routes of hubs, their observations and decisions. */
export function addHubRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  const { atlas } = deps
  const hubJson = (id: string, language: string) => {
    const { names, isRegion, lat, lng, jurisdiction, gridZone, parents, members } = atlas.hub(id)!
    const lists = { parents: [...parents], members: [...members] }
    return { id, name: nameIn(names, language), isRegion, lat, lng, jurisdiction, gridZone, ...lists }
  }
  /** What the law of a hub's jurisdiction requires and allows, each with who says so; undefined for a region. */
  const lawJson = (id: string) => {
    const law = atlas.area(atlas.hub(id)!.jurisdiction ?? '')
    if (!law) return undefined
    const { needsLocalEntity, needsUsChipLicence, dataContract } = law
    return mutableCopy({ needsLocalEntity, needsUsChipLicence, dataContract })
  }
  api.openapi(listHubs, (c) => c.json({ hubs: atlas.hubs.map(({ id }) => hubJson(id, answerLanguage(c, deps))) }, 200))
  api.openapi(getHub, (c) => {
    const { id } = c.req.valid('param')
    if (!atlas.hub(id)) return c.json({ error: `There is no hub ${JSON.stringify(id)}.` }, 404)
    const language = answerLanguage(c, deps)
    const all: Observation[] = atlas.indicators.flatMap((each) => [...atlas.observations(id, each.id)])
    return c.json({ ...hubJson(id, language), law: lawJson(id), observations: notesIn(all, atlas, language) }, 200)
  })
  api.openapi(getDecision, async (c) => {
    const asked = needsOfQuery((name) => c.req.query(name), atlas)
    const language = answerLanguage(c, deps)
    const view = await decideView(deps, asked, language)
    if (view.decision) return c.json(decisionJson(view, { atlas, language }), 200)
    return c.json({ error: needsFault(view.problems, language).error }, 400)
  })
}
