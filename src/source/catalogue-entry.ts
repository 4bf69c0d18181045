import { z } from 'zod'
import { isLicence } from '../lib/licence.ts'
import { SOURCE_KINDS, SOURCE_TYPES, type Source } from './types.ts'

const text = (what: string) =>
  z
    .string({ error: `missing or no text: give ${what}` })
    .trim()
    .min(1, `empty: give ${what}`)

const isWebAddress = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value)

const webAddress = (what: string) =>
  text(what).refine(isWebAddress, {
    error: `is no web address: it must begin with https:// or http://`,
  })

const flag = (fallback: boolean) => z.boolean({ error: 'must be true or false' }).default(fallback)

const words = (what: string) => z.array(text(what), { error: `must be a list of ${what}` }).default([])

/** Address of a document or API (`https:`), of a stream (`wss:`, Bluesky's Jetstream), or of a newsletter's sender (`mailto:`). */
const feedAddress = text('the address of a feed').refine(
  (value) => (/^(?:https?|wss?):\/\//i.test(value) && URL.canParse(value)) || /^mailto:[^\s@?]+@[^\s@?]+$/i.test(value),
  { error: 'is no address of a feed: it must begin with https://, http://, wss:// or mailto:' },
)

const feedEntry = z.union([feedAddress, z.strictObject({ url: feedAddress })], {
  error: 'must be the web address of a feed, beginning with https:// or http://',
})

/** Schema of one source as people write it in a catalogue; every error message says what to do. */
export const catalogueEntry = z.strictObject({
  id: text('a short name in small letters, digits and hyphens').regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'may hold small letters, digits and single hyphens only, e.g. "hong-kong-observer"',
  }),
  name: text('the name as the publisher writes it'),
  homepage: webAddress('the address of the home page'),
  kind: z.enum(SOURCE_KINDS, { error: `must be one of ${SOURCE_KINDS.join(', ')}` }).default('rss'),
  feeds: z
    .array(feedEntry, { error: 'must be a list of feed addresses' })
    .min(1, 'must name at least one feed address'),
  language: text('a language').regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, {
    error: 'must be a language tag such as en, zh-Hant, ja, or mul for mixed ones',
  }),
  country: text('a country').regex(/^(?:[A-Z]{2}|INT)$/, {
    error: 'must be two capital letters such as HK, or EU, or INT for no single one, or ZZ if it is not known',
  }),
  family: text('the owner; sources of one owner count as one voice'),
  type: z.enum(SOURCE_TYPES, { error: `must be one of ${SOURCE_TYPES.join(', ')}` }),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
    error: 'must be 1 (primary), 2 (reporting), 3 (commentary) or 4 (open community)',
  }),
  tierReason: text('one sentence that says why the source has its tier'),
  topics: words('topics'),
  hubs: words('hub ids'),
  enabled: flag(true),
  mirror: flag(false),
  countsAsIndependent: flag(true),
  fullText: flag(false),
  licence: text('a licence, or leave the field out')
    .refine(isLicence, {
      error: 'must be an identifier of the SPDX list such as CC-BY-4.0, or the address of a licence',
    })
    .optional(),
  note: text('a note, or leave the field out').optional(),
})

export const CATALOGUE_FIELDS = Object.keys(catalogueEntry.shape)

/** @returns the source that a valid entry describes */
export function sourceOf(entry: z.output<typeof catalogueEntry>): Source {
  const { enabled, mirror, fullText, feeds, ...rest } = entry
  return {
    ...rest,
    feeds: feeds.map((feed) => ({ url: typeof feed === 'string' ? feed : feed.url })),
    isEnabled: enabled,
    isMirror: mirror,
    ...(fullText ? { allowsFullText: true } : {}),
  }
}
