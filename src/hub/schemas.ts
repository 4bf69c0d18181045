import { z } from 'zod'
import { UI_LANGUAGES, type UiLanguage } from '../lib/ui-languages.ts'
import { namesSchema } from './names.ts'
import { METHODS, SCOPES } from './types.ts'

/** Schemas of the rows of the hub data; the types are in `types.ts`. */

const text = z.string().trim().min(1)
const kebab = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'must be kebab case')
const lat = z.number().min(-90).max(90)
const lng = z.number().min(-180).max(180)
const sayable = z.string({ error: 'is missing' }).trim().min(1, 'is empty')
const wordsByLanguage = z.record(z.string(), z.array(text))
const share = z.number().min(0).max(1)
const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD')

export const hubSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be kebab case'),
  names: namesSchema,
  subPlaces: wordsByLanguage.default({}),
  parents: z.array(kebab),
  lat,
  lng,
  isRegion: z.boolean().default(false),
  members: z.array(kebab).default([]),
  jurisdiction: text.optional(),
  timeZone: text.refine(isTimeZone, { error: 'is no time zone such as "Asia/Hong_Kong" (IANA)' }).optional(),
  gridZone: text.optional(),
  clouds: z.record(z.string(), text).default({}),
  note: namesSchema.optional(),
})

const ZONES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'))

/** Constructs a format only for names outside `ZONES`, such as old aliases: one per hub would cost a tenth of reading all hub data. */
function isTimeZone(name: string): boolean {
  if (ZONES.has(name)) return true
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const lawSources = z.array(z.strictObject({ source: kebab, date })).min(1)
/** What a law requires: who says so, or `true` where an operator gives no source. */
const lawFact = z.union([z.boolean(), lawSources]).transform((said) => (said === true ? [] : said || undefined))

export const areaSchema = z.strictObject({
  id: text,
  kind: z.enum(['region', 'jurisdiction']),
  names: namesSchema,
  nicknames: wordsByLanguage.default({}),
  needsLocalEntity: lawFact.optional(),
  needsUsChipLicence: lawFact.optional(),
  dataContract: z
    .strictObject({ region: kebab, jurisdiction: text, sources: lawSources.or(z.tuple([])).default([]) })
    .optional(),
})

export const facetSchema = z.strictObject({
  id: kebab,
  names: namesSchema,
  isGuide: z.boolean().default(false),
  keywords: wordsByLanguage.default({}),
  quantities: z.array(text).default([]),
})

export const marketSchema = z
  .strictObject({
    id: kebab,
    names: namesSchema,
    nicknames: wordsByLanguage.default({}),
    points: z
      .array(
        z.strictObject({
          id: kebab,
          names: namesSchema,
          lat,
          lng,
          weight: z.number().positive().max(1),
          via: z.array(kebab).default([]),
        }),
      )
      .min(1),
    jurisdictions: z.array(text).min(1),
  })
  .refine(({ points }) => Math.abs(points.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-6, {
    path: ['points'],
    error: 'must have weights that sum to 1',
  })

export const endpointSchema = z.strictObject({ id: kebab, name: text, cloud: text, lat, lng })

export const referenceSchema = z.strictObject({
  id: kebab,
  title: z.union([text.transform((title) => ({ en: [title] })), namesSchema], {
    error: 'must be a title, or titles by language with one in en',
  }),
  publisher: text,
  url: z.url({ protocol: /^https?$/ }).optional(),
  licence: text.optional(),
  isOwn: z.boolean().default(false),
})

export const indicatorSchema = z
  .strictObject({
    id: kebab,
    facet: kebab,
    names: namesSchema,
    unit: text,
    direction: z.enum(['up', 'down']),
    anchors: z
      .strictObject({ best: z.number(), worst: z.number(), scale: z.enum(['linear', 'log']) })
      .refine(({ best, worst }) => best !== worst, { error: 'must differ' })
      .refine(({ best, worst, scale }) => scale === 'linear' || (best > 0 && worst > 0), {
        error: 'must be above 0 on a log scale',
      })
      .optional(),
    isCriterion: z.boolean(),
    column: z.enum(['one-source', 'own-source']),
    sources: z.array(kebab).default([]),
    series: z.enum(['grid-carbon', 'round-trips']).optional(),
    singleSourceSpread: share.default(0),
    inheritedSpread: share.default(0),
    staleAfterDays: z.number().int().positive(),
    digits: z.number().int().min(0).max(4).default(1),
    about: namesSchema.optional(),
    rubric: z.array(z.strictObject({ value: z.number(), means: namesSchema })).default([]),
    countsPlans: z.boolean().default(false),
    ranking: z
      .strictObject({
        names: z.array(text).min(1),
        about: z.array(text).default([]),
        editions: z.record(text, date).optional(),
      })
      .optional(),
  })
  .refine(({ isCriterion, anchors }) => !isCriterion || anchors, {
    path: ['anchors'],
    error: 'are missing, and a criterion needs them',
  })
  .refine(({ direction, anchors }) => !anchors || anchors.best > anchors.worst === (direction === 'up'), {
    path: ['anchors'],
    error: 'contradict the direction',
  })

const eachLanguage = Object.fromEntries(UI_LANGUAGES.map((language) => [language, sayable])) as Record<
  UiLanguage,
  typeof sayable
>

/** Schema of a note in every interface language: one translated only in part would be mistaken for finished. */
export const noteSchema = z.strictObject(eachLanguage).transform((texts) => ({
  id: texts.en,
  names: Object.fromEntries(Object.entries(texts).map(([language, said]) => [language, [said]])),
}))

const cell = (schema: z.ZodNumber) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'must be a number such as 12 or 0.5')
    .transform(Number)
    .pipe(schema)
export const currencySchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters such as HKD (ISO 4217)'),
    usd: z.number().positive(),
    lo: z.number().positive(),
    hi: z.number().positive(),
    date,
    source: kebab,
  })
  .refine(({ usd, lo }) => lo <= usd, { path: ['lo'], error: 'is above the rate' })
  .refine(({ usd, hi }) => hi >= usd, { path: ['hi'], error: 'is below the rate' })

export const formerNameSchema = z.strictObject({
  id: kebab,
  names: namesSchema,
  until: z.string().regex(/^\d{4}$/, 'must be a year'),
  now: text,
  source: kebab,
  url: z.url({ protocol: /^https?$/ }).optional(),
})

export const observationSchema = z
  .strictObject({
    place: z
      .string({ error: 'is missing' })
      .regex(
        /^([a-z-]+|(jurisdiction|zone|region)\/[A-Za-z-]+)$/,
        'must be a hub, or jurisdiction/JP, zone/JP-TK, region/gba',
      ),
    value: cell(z.number()),
    lo: cell(z.number()).optional(),
    hi: cell(z.number()).optional(),
    unit: text,
    scope: z.enum(SCOPES),
    method: z.enum(METHODS),
    date,
    source: kebab,
    url: z.url({ protocol: /^https?$/ }).optional(),
    note: text.optional(),
  })
  .refine(({ value, lo = value }) => lo <= value, { path: ['lo'], error: 'is above the value' })
  .refine(({ value, hi = value }) => hi >= value, { path: ['hi'], error: 'is below the value' })

export const roundTripSchema = z.strictObject({
  from: kebab,
  to: kebab,
  ms: cell(z.number().positive().max(10_000)),
  percentile: cell(z.number().positive().max(100)).optional(),
  date,
  source: kebab,
})
