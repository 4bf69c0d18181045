import { z } from '@hono/zod-openapi'
import { SOURCE_TYPES } from '../../source/types.ts'
import { tier } from './common-schemas.ts'

/** Schemas of the public JSON. The OpenAPI document is generated from them, and tests check every answer against them. */

const language = z.string().nullable().openapi({ description: 'BCP 47, `mul` for several; null: not known' })
const country = z
  .string()
  .nullable()
  .openapi({ description: 'ISO 3166-1 alpha-2, `EU`, or `INT`: of no one country; null: not known' })
const type = z.enum(SOURCE_TYPES).nullable().openapi({ description: 'What the source is; null: not known' })

const counts = { sources: z.int(), items: z.int().openapi({ description: 'Published in the last seven days' }) }

export const balanceSchema = z
  .object({
    ...counts,
    languages: z.array(z.object({ id: language, ...counts })),
    countries: z.array(z.object({ id: country, ...counts })),
    types: z.array(z.object({ id: type, ...counts })),
    tiers: z.array(z.object({ id: tier.nullable(), ...counts })),
    missing: z.object({
      languages: z
        .array(z.string())
        .openapi({ description: 'Of those whose words are compared across languages: no source is in them' }),
      types: z.array(z.enum(SOURCE_TYPES)),
      hubs: z.array(z.string()).openapi({ description: 'No source says that it follows them' }),
    }),
  })
  .openapi('Balance')

const reports = z.int()

export const storyBalanceSchema = z
  .object({
    reports: z.int().openapi({ description: 'Independent reports, of each owner the first of its best tier' }),
    countries: z.array(z.object({ id: country, reports })),
    languages: z.array(z.object({ id: language, reports })).openapi({ description: 'Of the reports themselves' }),
    types: z.array(z.object({ id: type, reports })),
    tiers: z.array(z.object({ id: tier.nullable(), reports })),
  })
  .openapi('StoryBalance')
