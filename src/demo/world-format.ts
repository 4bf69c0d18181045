import { z } from 'zod'
import { SOURCE_KINDS, SOURCE_TYPES } from '../source/types.ts'
import { DAY_MINUTES, EVENT_KINDS, FEED_FORMATS, HARD_CASES } from './world.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab case')
const minute = z.number().int().min(0).max(DAY_MINUTES)
const span = z
  .strictObject({ from: minute, to: minute })
  .refine(({ from, to }) => from < to, 'expected from to be before to')
// XML 1.0 cannot hold control characters, and no feed of the demo should be broken by accident.
const words = z.string().regex(/^[^\u0000-\u0008\u000B-\u001F]+$/, 'expected text without control characters')

const publisher = z.strictObject({
  id,
  name: words,
  homepage: z.string().regex(/^https:\/\/[a-z0-9.-]+\.example\/$/, 'expected https://….example/'),
  format: z.enum(FEED_FORMATS),
  kind: z.enum(SOURCE_KINDS).optional(),
  language: z.string().regex(/^(mul|[a-z]{2}(-[A-Z][a-z]{3})?)$/, 'expected a language such as en or zh-Hant'),
  country: z.string().regex(/^([A-Z]{2}|INT)$/, 'expected a country such as HK, EU or INT'),
  family: id,
  type: z.enum(SOURCE_TYPES),
  tier: z.literal([1, 2, 3, 4]),
  tierReason: words,
  topics: z.array(id).default([]),
  hubs: z.array(id).default([]),
  countsAsIndependent: z.boolean().default(true),
  conduct: z
    .strictObject({
      slowMs: z.number().int().min(1).max(5_000).optional(),
      fails: span.optional(),
      cutOff: span.optional(),
      retryAfterSeconds: z.number().int().min(1).max(60).optional(),
      isMoved: z.boolean().optional(),
      tracksLinks: z.boolean().optional(),
      hasBareAmpersands: z.boolean().optional(),
      hidesLanguage: z.boolean().optional(),
    })
    .default({}),
})

const entry = z
  .strictObject({
    feed: id,
    at: minute.max(DAY_MINUTES - 1),
    key: id.optional(),
    title: words.optional(),
    text: words.default(''),
    html: words.optional(),
    link: words.optional(),
    author: words.optional(),
    categories: z.array(words).default([]),
    pointsTo: words.optional(),
    points: z.number().int().min(0).optional(),
    comments: z.number().int().min(0).optional(),
    edit: z.strictObject({ at: minute, title: words.optional(), text: words.optional() }).optional(),
    deletedAt: minute.optional(),
    date: z.enum(['said', 'none', 'future']).default('said'),
  })
  .refine(({ text, pointsTo }) => text !== '' || pointsTo !== undefined, 'expected a text, or pointsTo')
  .refine(({ at, edit }) => edit === undefined || edit.at > at, 'expected the edit after the entry')
  .refine(({ at, deletedAt }) => deletedAt === undefined || deletedAt > at, 'expected the deletion after the entry')

/** The list in `publishers.yaml`. */
export const publishersFile = z.array(publisher)
export type PublisherLine = z.infer<typeof publisher>

/** The list in each of `events/*.yaml`. */
export const eventsFile = z.array(
  z.strictObject({
    id,
    kind: z.enum(EVENT_KINDS).optional(),
    cases: z.array(z.enum(HARD_CASES)).default([]),
    entries: z.array(entry).min(1),
  }),
)
