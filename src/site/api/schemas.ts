import { z } from '@hono/zod-openapi'
import { CORRECTION_KINDS } from '../../brief/edition.ts'
import { hiddenCount, instant, tier } from './common-schemas.ts'
import { storyLineSchema } from './story-schemas.ts'

/** Schemas of the public JSON. The OpenAPI document is generated from them, and tests check every answer against them. */

const editionCorrectionSchema = z.object({
  storyId: z.int(),
  headline: z.string(),
  headlineLanguage: z.string().optional().openapi({ description: 'BCP 47' }),
  what: z.enum(CORRECTION_KINDS),
  reason: z.string(),
  into: z.int().optional().openapi({ description: 'The story it was merged into, or that was split off it' }),
})

export const briefSchema = z
  .object({
    date: z.iso.date(),
    timeZone: z.string(),
    from: instant,
    to: instant,
    total: z.int().openapi({ description: 'Stories of the day, listed or not' }),
    stories: z.array(storyLineSchema),
    also: z.array(storyLineSchema),
    toWatch: z
      .array(z.object({ owners: z.int(), hours: z.int(), story: storyLineSchema }))
      .openapi({ description: 'Young stories that keep finding owners' }),
    corrections: z.array(editionCorrectionSchema),
    amendments: z
      .array(editionCorrectionSchema.extend({ at: instant }))
      .openapi({ description: 'Of an edition that is kept: what became of its stories since, oldest first' }),
    hidden: hiddenCount,
    changes: z
      .object({
        before: z.iso.date(),
        carried: z.array(z.object({ id: z.int(), headline: z.string(), from: z.int(), to: z.int() })),
        gone: z.array(z.object({ id: z.int(), headline: z.string() })),
        fresh: z.int(),
      })
      .optional()
      .openapi({ description: 'Against the edition of the day before, where one was kept' }),
  })
  .openapi('Brief')

const feedHealthSchema = z.object({
  url: z.string(),
  lastAttemptAt: instant.optional(),
  lastSuccessAt: instant.optional(),
  nextPollAt: instant,
  error: z.string().optional(),
  failuresInARow: z.int(),
  latencyMs: z.number().optional(),
})

export const sourceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    homepage: z.string(),
    type: z.string(),
    language: z.string(),
    country: z.string(),
    family: z.string(),
    tier,
    tierReason: z.string(),
    countsAsIndependent: z.boolean(),
    isMirror: z.boolean(),
    licence: z.string().optional().openapi({ description: 'Under which its words may be used, where it states one' }),
    isEnabled: z.boolean().openapi({ description: 'Polled; what it published before stays where not' }),
    items: z.int(),
    itemsPerDay: z.number(),
    lastItemAt: instant.optional(),
    feeds: z.array(feedHealthSchema),
  })
  .openapi('Source')

export const sourceListSchema = z
  .object({
    sources: z.array(sourceSchema),
    total: z.int().openapi({ description: 'All that fit, on every page' }),
    next: z.string().nullable(),
  })
  .openapi('SourceList')

export const entitySchema = z
  .object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    names: z.record(z.string(), z.array(z.string())),
    lineage: z.array(z.string()),
    hub: z.string().optional(),
  })
  .openapi('Entity')

export const statusSchema = z
  .object({
    version: z.string(),
    polling: z.enum(['running', 'offline', 'none']).openapi({
      description: 'offline: nothing outside answers, and we keep trying; none: this process serves pages only',
    }),
    startedAt: instant,
    offlineSince: instant.optional(),
    offlineReason: z.string().optional(),
    diskFullSince: instant.optional().openapi({
      description: 'The disk of the database has no room: what is read since is not stored',
    }),
    gap: z.object({ from: instant, until: instant }).optional().openapi({
      description: 'The newest time since the start in which nothing was read: the machine slept, or its clock was set',
    }),
    feedsTried: z.int(),
    feedsTotal: z.int(),
    items: z.int(),
    stories: z.int(),
    sources: z.int(),
    feeds: z.int(),
    feedsAnswering: z.int(),
    backlog: z.int(),
    lastEventSeq: z.int(),
    lastPollAt: instant.optional(),
  })
  .openapi('Status')
