import { z } from '@hono/zod-openapi'
import { METHODS, SCOPES } from '../../hub/types.ts'

/** Schemas of the public JSON about hubs. */

export const observationSchema = z
  .object({
    hub: z.string(),
    indicator: z.string(),
    value: z.number(),
    lo: z.number(),
    hi: z.number(),
    unit: z.string(),
    scope: z.enum(SCOPES),
    method: z.enum(METHODS),
    date: z.string(),
    source: z.string(),
    sourceUrl: z.string().optional(),
    note: z
      .string()
      .optional()
      .openapi({ description: 'In the language asked for, or in English where nobody translated it' }),
    madeFor: z.string().optional().openapi({ description: 'The wider place that the value was made for' }),
  })
  .openapi('Observation')

export const hubSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    isRegion: z.boolean(),
    lat: z.number(),
    lng: z.number(),
    jurisdiction: z.string().optional(),
    gridZone: z.string().optional(),
    parents: z.array(z.string()),
    members: z.array(z.string()),
  })
  .openapi('Hub')

const lawSources = z.array(z.object({ source: z.string(), date: z.string() }))

export const lawSchema = z
  .object({
    needsLocalEntity: lawSources.optional(),
    needsUsChipLicence: lawSources.optional(),
    dataContract: z.object({ region: z.string(), jurisdiction: z.string(), sources: lawSources }).optional(),
  })
  .openapi('HubLaw', {
    description: 'What the law of its jurisdiction requires and allows, and who says so since when',
  })

export const decisionSchema = z
  .looseObject({
    verdict: z.enum(['clear', 'likely', 'leaning', 'open', 'none']),
    ranked: z.array(
      z.looseObject({ hub: z.string(), score: z.number(), band: z.array(z.number()), p1: z.number(), p3: z.number() }),
    ),
    unranked: z.array(z.looseObject({ hub: z.string(), coverage: z.number(), range: z.array(z.number()) })),
    excluded: z.array(z.looseObject({ hub: z.string(), reason: z.string() })),
    sentences: z.array(
      z.looseObject({
        text: z.string(),
        stories: z
          .array(z.looseObject({ storyId: z.int(), url: z.string(), quote: z.string(), stance: z.string() }))
          .openapi({ description: 'At most three newest, one that speaks against where there is one' }),
      }),
    ),
    changes: z
      .array(z.looseObject({ leader: z.string().nullable(), p1: z.number() }))
      .openapi({ description: 'Stories that would make another hub first, were it so' }),
  })
  .openapi('Decision')
