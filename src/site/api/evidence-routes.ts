import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { checkedClaim } from '../../hub/claims/check-text.ts'
import { VERDICTS } from '../../hub/claims/types.ts'
import type { ToldEvidence } from '../../hub/evidence/same-said.ts'
import { CERTAINTIES, STANCES, STATUSES } from '../../hub/evidence/types.ts'
import { isoInstant } from '../../lib/instant.ts'
import type { StoredClaim } from '../../store/evidence-types.ts'
import type { SiteDeps } from '../deps.ts'
import type { UiLanguage } from '../messages.ts'
import { paths } from '../paths.ts'
import { answerLanguage } from './api-context.ts'
import { failureAnswer, jsonAnswer, LONGEST_LIST, languageParameter, storyNumber } from './common-schemas.ts'
import { wholeNumber } from './whole-number.ts'

const said = {
  storyId: z.int(),
  url: z.string().openapi({ description: 'The story' }),
  itemId: z.int(),
  source: z.string(),
  publishedAt: z.iso.datetime(),
  language: z.string(),
  quote: z.string().openapi({ description: 'Verbatim' }),
  hub: z.string(),
}

const evidenceSchema = z
  .object({
    ...said,
    facet: z.string(),
    stance: z.enum(STANCES),
    status: z.enum(STATUSES),
    certainty: z.enum(CERTAINTIES),
    quantity: z.object({ value: z.number(), unit: z.string(), asOf: z.string().optional() }).optional(),
    isOpinion: z.boolean(),
    independent: z.int().openapi({ description: 'Owners with a report in the story that speaks of this facet' }),
  })
  .openapi('Evidence')

const figureSchema = z
  .object({
    place: z.string(),
    to: z.string().optional(),
    indicator: z.string().openapi({ description: '`floor` for the physical bound of a round trip' }),
    value: z.number(),
    lo: z.number(),
    hi: z.number(),
    unit: z.string(),
    date: z.string().optional(),
    source: z.string().optional(),
    sourceTitle: z.string().optional(),
    sourceUrl: z.string().optional(),
    method: z.string(),
    note: z.string().optional(),
  })
  .openapi('Figure')

const claimSchema = z
  .object({
    ...said,
    indicator: z.string(),
    value: z.number().nullable().openapi({ description: 'As the sentence has it; null without a number' }),
    unit: z.string().nullable(),
    figure: z
      .object({ value: z.number(), lo: z.number(), hi: z.number(), unit: z.string(), method: z.string() })
      .nullable()
      .openapi({ description: 'What the figures say of the same thing; null where there is none' }),
    verdict: z.enum(VERDICTS),
    because: z.string().openapi({ description: 'The verdict in words' }),
    evidence: z.array(figureSchema),
  })
  .openapi('Claim')

const page = {
  limit: wholeNumber(0, LONGEST_LIST).default(30).openapi({ default: 30 }),
  offset: wholeNumber(0, 100_000)
    .default(0)
    .openapi({ default: 0, description: 'Rows to leave out from the newest on' }),
}

const listEvidence = createRoute({
  method: 'get',
  path: '/evidence',
  summary: 'What stories say of a hub, newest first',
  description: '`facets` counts what there is on each facet; one that is not there has no story yet.',
  request: { query: z.object({ hub: z.string().min(1).max(100), facet: z.string().max(100).optional(), ...page }) },
  responses: {
    200: jsonAnswer(
      z.object({
        evidence: z.array(evidenceSchema),
        facets: z.array(
          z.object({ facet: z.string(), evidence: z.int(), stories: z.int(), newestAt: z.iso.datetime() }),
        ),
      }),
      'Evidence',
    ),
    400: failureAnswer('A parameter cannot be used'),
    404: failureAnswer('No such hub or facet'),
  },
})

const listClaims = createRoute({
  method: 'get',
  path: '/claims',
  summary: 'What stories claim of hubs, with verdicts',
  description: 'Of one story, or of one hub, newest first.',
  request: {
    query: z.object({
      story: storyNumber.optional(),
      hub: z.string().max(100).optional(),
      ...page,
      lang: languageParameter,
    }),
  },
  responses: {
    200: jsonAnswer(z.object({ claims: z.array(claimSchema) }), 'Claims'),
    400: failureAnswer('A parameter cannot be used'),
    404: failureAnswer('No such hub'),
  },
})

/** Adds the routes of evidence and claims. */
export function addEvidenceRoutes(api: OpenAPIHono, deps: SiteDeps): void {
  const { evidence } = deps.store
  const noHub = (hub: string) => ({ error: `There is no hub ${JSON.stringify(hub)}.` })

  api.openapi(listEvidence, async (c) => {
    const { hub, facet, limit, offset } = c.req.valid('query')
    if (!deps.atlas.hub(hub)) return c.json(noHub(hub), 404)
    if (facet !== undefined && !deps.atlas.facet(facet)) {
      return c.json({ error: `There is no facet ${JSON.stringify(facet)}.` }, 404)
    }
    const [found, counts] = await Promise.all([evidence.ofHub({ hub, facet, limit, offset }), evidence.counts(hub)])
    const facets = counts.map((each) => ({ ...each, newestAt: isoInstant(each.newestAt) }))
    return c.json({ evidence: found.map(evidenceJson), facets }, 200)
  })

  api.openapi(listClaims, async (c) => {
    const { story, hub, limit, offset } = c.req.valid('query')
    if ((story === undefined) === (hub === undefined)) {
      return c.json({ error: 'Ask for the claims of one `story` or of one `hub`.' }, 400)
    }
    if (hub !== undefined && !deps.atlas.hub(hub)) return c.json(noHub(hub), 404)
    const found =
      story !== undefined
        ? (await evidence.claimsOfStory(story)).slice(offset, offset + limit)
        : await evidence.claimsOfHub({ hub: hub!, limit, offset })
    const language = answerLanguage(c, deps)
    return c.json({ claims: found.map((claim) => claimJson(claim, language, deps)) }, 200)
  })
}

function evidenceJson({
  at,
  sourceId,
  start: _start,
  end: _end,
  about: _about,
  ...rest
}: ToldEvidence): z.infer<typeof evidenceSchema> {
  return { ...rest, source: sourceId, publishedAt: isoInstant(at), url: paths.storyById(rest.storyId) }
}

function claimJson(claim: StoredClaim, language: UiLanguage, { atlas }: SiteDeps): z.infer<typeof claimSchema> {
  const checked = checkedClaim(claim, language, atlas)
  return {
    storyId: claim.storyId,
    url: paths.storyById(claim.storyId),
    itemId: claim.itemId,
    source: claim.sourceId,
    publishedAt: isoInstant(claim.at),
    language: claim.language,
    ...checked,
    evidence: checked.evidence.map((figure) => ({ ...figure })),
  }
}
