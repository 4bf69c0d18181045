import { z } from '@hono/zod-openapi'
import { ITEM_FORMS } from '../../item/types.ts'
import { RELATED_KINDS } from '../../source/types.ts'
import { STORY_EVENT_TYPES, STORY_STATES } from '../../store/story-types.ts'
import { RECEIPT_RULES, STORY_KINDS } from '../../story/types.ts'
import { CLAIM_STATES, PRIMARY_FORMS } from '../../summary/facts/types.ts'
import { DRAFT_PARTS } from '../../summary/model/types.ts'
import { storyBalanceSchema } from './balance-schemas.ts'
import { hiddenCount, instant, tier } from './common-schemas.ts'

/** Schemas of the public JSON. The OpenAPI document is generated from them, and tests check every answer against them. */

const phraseSchema = z
  .object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .openapi('Phrase')

interface ExplanationShape {
  id: string
  value: number
  max: number
  reason: z.infer<typeof phraseSchema>
  text: string
  parts: ExplanationShape[]
}

export const explanationSchema: z.ZodType<ExplanationShape> = z
  .object({
    id: z.string(),
    value: z.number().openapi({ description: 'Points; exactly the sum of the parts where there are any' }),
    max: z.number(),
    reason: phraseSchema,
    text: z.string().openapi({ description: 'The reason in words, in the language asked for' }),
    parts: z.array(z.lazy(() => explanationSchema)).openapi({
      type: 'array',
      items: { $ref: '#/components/schemas/Explanation' },
    }),
  })
  .openapi('Explanation')

export const storyLineSchema = z
  .object({
    id: z.int().openapi({ description: 'Permanent; after a merge the old number redirects' }),
    headline: z.string(),
    language: z.string().openapi({ description: 'BCP 47, of the headline' }),
    kind: z.enum(STORY_KINDS),
    kindReason: z.string().optional().openapi({ description: 'What decided the kind' }),
    score: z.number().min(0).max(100),
    rankedAt: instant,
    reason: z.string().openapi({ description: 'The largest parts of the score in one sentence' }),
    independent: z.int().openapi({ description: 'Owners with a report of their own' }),
    reports: z.int(),
    echoes: z.int(),
    copies: z.int(),
    mentions: z.int(),
    tier,
    languages: z.array(z.string()),
    entities: z.array(z.object({ id: z.string(), name: z.string() })),
    hubs: z.array(z.string()),
    summary: z.array(z.string()).describe('Of reports in `lang` where there are any, else in the language of most'),
    isCommunity: z.boolean(),
    url: z.url(),
    firstPublishedAt: instant,
    updatedAt: instant,
    revision: z.int(),
  })
  .openapi('StoryLine')

const receiptSchema = z
  .object({
    rule: z.enum(RECEIPT_RULES),
    score: z.number(),
    threshold: z.number(),
    sharedTerms: z.array(z.string()),
    sharedEntities: z.array(z.string()),
    sharedNumbers: z.array(z.string()),
    sharedMeanings: z
      .array(z.object({ word: z.string(), english: z.string() }))
      .optional()
      .openapi({ description: 'Between two languages: words that mean the same, and the English word for it' }),
    gapHours: z.number().optional(),
    nearestItemId: z.int().optional(),
    meaning: z.number().optional().openapi({
      description:
        'Similarity of the meanings by a model, from −1 to 1. Of a merge that has it, the score is this, less for the time between',
    }),
    meaningGain: z.number().optional().openapi({
      description: 'What that added to the score of the words, or, below 0, took from it; absent: it decided nothing',
    }),
    runnerUp: z.object({ storyId: z.int(), score: z.number() }).optional(),
  })
  .openapi('Receipt')

export const memberSchema = z
  .object({
    itemId: z.int(),
    role: z.enum(['report', 'copy', 'echo', 'mention']),
    of: z.int().optional().openapi({ description: 'The item copied or pointed to' }),
    tier,
    isIndependent: z.boolean().openapi({
      description:
        'Whether it is a report that counts: `independent` is the number of their families. Some sources never do, and a community only where no source of tier 1 to 3 reports',
    }),
    source: z.object({ id: z.string(), name: z.string(), family: z.string(), tierReason: z.string() }),
    url: z.string().optional(),
    title: z.string(),
    excerpt: z.string(),
    language: z.string(),
    authors: z.array(z.string()),
    form: z.enum(ITEM_FORMS),
    points: z.int().optional().openapi({ description: 'Likes or votes, where a community counts them' }),
    comments: z.int().optional(),
    licence: z.string().optional().openapi({
      description:
        'Under which its words may be used: an SPDX identifier or an address. None: all rights are its publisher’s',
    }),
    reserved: z.enum(['tdm', 'noai']).optional().openapi({
      description:
        'Its publisher reserves text and data mining, or refuses use by AI: cite it, and feed its words to no model',
    }),
    related: z
      .array(z.object({ kind: z.enum(RELATED_KINDS), url: z.string() }))
      .optional()
      .openapi({ description: 'What belongs to it: the paper as PDF, its DOI, a transcript' }),
    publishedAt: instant,
    firstSeenAt: instant,
    revision: z.int(),
    receipt: receiptSchema,
  })
  .openapi('Member')

const citationSchema = z
  .object({
    itemId: z.int(),
    start: z.int().openapi({ description: 'UTF-16 offset into the title, a line feed and the text of the item' }),
    end: z.int(),
    quote: z.string(),
  })
  .openapi('Citation')

const sentenceSchema = z
  .object({
    text: z.string(),
    language: z.string(),
    citations: z.array(citationSchema),
    dates: z
      .array(z.object({ at: z.int(), date: z.string() }))
      .optional()
      .openapi({ description: 'What its time words mean: the offset behind the word, and the date in ISO 8601' }),
  })
  .openapi('Sentence')

const factCitationsSchema = z.array(citationSchema).openapi({ description: 'The sentences that say so' })

export const factsSchema = z
  .object({
    claim: z.enum(CLAIM_STATES).openapi({
      description: 'By one owner, by independent ones, disputed by a report, or withdrawn by its source',
    }),
    figures: z.array(
      z.object({
        type: z.enum(['figure', 'date']),
        of: z
          .array(z.object({ text: z.string(), language: z.string(), itemId: z.int() }))
          .optional()
          .openapi({ description: 'What it is a figure of, one a language, in the words of a report' }),
        values: z
          .array(z.object({ text: z.string(), independent: z.int(), citations: factCitationsSchema }))
          .openapi({ description: 'Most independent reports first; more than one where reports differ' }),
      }),
    ),
    quotations: z.array(
      z.object({
        text: z.string(),
        language: z.string(),
        speaker: z.string(),
        independent: z.int(),
        citation: citationSchema,
      }),
    ),
    first: z.object({ itemId: z.int(), at: instant }).optional().openapi({ description: 'Who reported it first' }),
    primary: z
      .object({ itemId: z.int(), form: z.enum(PRIMARY_FORMS) })
      .optional()
      .openapi({ description: 'The document that the others report on' }),
  })
  .openapi('Facts')

const timelineSchema = z.object({
  itemId: z.int(),
  at: instant,
  firstIn: z
    .string()
    .optional()
    .openapi({ description: 'Language in which it is the first report, where there are several' }),
  figures: z.array(z.string()).openapi({ description: 'Figures and dates of `facts` that it was the first to give' }),
  speakers: z.array(z.string()).openapi({ description: 'Whom it was the first to quote' }),
})

export const eventSchema = z
  .object({
    seq: z.int().openapi({ description: 'Gap-free over all stories' }),
    storyId: z.int(),
    type: z.enum(STORY_EVENT_TYPES),
    at: instant,
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .openapi('Event')

export const communitySchema = z
  .object({
    points: z.int(),
    comments: z.int(),
    discussions: z
      .array(z.object({ itemId: z.int(), url: z.string().optional(), points: z.int(), comments: z.int() }))
      .openapi({ description: 'Liveliest first; one carried by several feeds counts once' }),
  })
  .openapi('Community', {
    description: 'Points and replies of the submissions and posts in a story; no part of its rank',
  })

const instalmentSchema = z.object({ id: z.int(), headline: z.string(), language: z.string(), url: z.string() })

export const storyPageSchema = storyLineSchema
  .extend({
    state: z.enum(STORY_STATES),
    citation: z.string().openapi({ description: 'To be pasted where the story is cited, as last changed' }),
    explanation: explanationSchema,
    rankInput: z.record(z.string(), z.unknown()),
    original: z
      .object({ itemId: z.int(), url: z.string().optional(), source: z.string() })
      .openapi({ description: 'What to read first: the primary document, never an echo' }),
    headlines: z
      .array(z.object({ text: z.string(), language: z.string(), itemId: z.int() }))
      .openapi({ description: 'The original first, then one a language that another independent report has' }),
    summarySentences: z.array(sentenceSchema),
    impact: sentenceSchema.optional(),
    summaryMethod: z.enum(['extractive', 'model']),
    model: z.string().optional().openapi({ description: 'What wrote the summary, as its setting names it' }),
    writtenAt: instant.optional().openapi({ description: 'When the model wrote it' }),
    independentWhenWritten: z.int().optional().openapi({ description: 'Independent reports that the model was told' }),
    dropped: z
      .array(z.object({ part: z.enum(DRAFT_PARTS), rules: z.array(z.string()) }))
      .optional()
      .openapi({ description: 'Parts by the model that were left out, and the rules they broke; never their words' }),
    droppedSentences: z.int(),
    modelCost: z
      .object({ calls: z.int(), usd: z.number() })
      .optional()
      .openapi({ description: 'What models cost for this story, its translations too; absent where none was asked' }),
    translations: z
      .array(
        z.object({
          language: z.string(),
          model: z.string(),
          at: instant,
          parts: z.array(
            z.object({
              part: z.enum(DRAFT_PARTS),
              text: z.string(),
              original: z.string(),
              originalLanguage: z.string(),
            }),
          ),
        }),
      )
      .openapi({ description: 'By a model, as readers asked for them; numbers, dates and known names checked' }),
    facts: factsSchema.optional(),
    community: communitySchema.optional(),
    balance: storyBalanceSchema.openapi({ description: 'Where its independent reports are from' }),
    timeline: z
      .array(timelineSchema)
      .openapi({ description: 'Independent reports in the order in which they came out' }),
    previously: instalmentSchema
      .extend({
        sharedEntities: z.array(z.string()),
        sharedNames: z.array(z.string()).openapi({ description: 'As written' }),
        sharedNumbers: z.array(z.string()).openapi({ description: 'Figures and versions, as written' }),
        gapHours: z.number().openapi({ description: 'Hours between the first reports of both' }),
      })
      .optional()
      .openapi({ description: 'The instalment before: the story that this one continues, and what both name' }),
    next: z.array(instalmentSchema).openapi({ description: 'Stories that continue this one, oldest first' }),
    coverage: z.array(memberSchema),
    history: z.array(eventSchema),
  })
  .openapi('StoryPage')

export const storyListSchema = z
  .object({ stories: z.array(storyLineSchema), hidden: hiddenCount, next: z.string().nullable() })
  .openapi('StoryList')

const snippetSchema = z
  .object({
    text: z.string().openapi({ description: 'About 260 characters of what the item says, as written' }),
    marks: z
      .array(z.object({ start: z.int(), end: z.int() }))
      .openapi({ description: 'Where the words stand in the text, in UTF-16 units' }),
    itemId: z.int(),
    source: z.string().optional().openapi({ description: 'What the source is called' }),
    language: z.string(),
  })
  .openapi('Snippet')

export const searchListSchema = z
  .object({
    stories: z.array(
      storyLineSchema
        .extend({ snippet: snippetSchema.optional().describe('None where the headline alone has the words') })
        .openapi('FoundStory'),
    ),
    hidden: hiddenCount,
    next: z.string().nullable(),
  })
  .openapi('SearchList')

export const eventListSchema = z.object({ events: z.array(eventSchema), next: z.int() }).openapi('EventList')
