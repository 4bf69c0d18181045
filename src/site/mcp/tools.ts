import type { z } from '@hono/zod-openapi'
import { briefSchema, sourceListSchema, sourceSchema } from '../api/schemas.ts'
import {
  memberSchema,
  searchListSchema,
  storyLineSchema,
  storyListSchema,
  storyPageSchema,
} from '../api/story-schemas.ts'

/** A tool for agents: an operation of the API, and the part of its answer that is returned. */
export interface ToolDefinition {
  readonly name: string
  readonly title: string
  /** What the tool is for, for the model that chooses among tools. */
  readonly description: string
  /** The operation's path in the OpenAPI document; its parameters are those of the tool. */
  readonly path: string
  /** Schema of the part of the answer that is returned. Undefined: all of it. */
  readonly shape?: z.ZodObject
  /** Default parameter values that replace the API's own. */
  readonly presets?: Readonly<Record<string, number>>
}

/** Shorter than the site's pages of 30 stories, because agents pay per token. */
const SHORT_LIST = { limit: 10 }

const line = storyLineSchema.pick({
  id: true,
  headline: true,
  language: true,
  kind: true,
  score: true,
  reason: true,
  independent: true,
  echoes: true,
  copies: true,
  tier: true,
  languages: true,
  hubs: true,
  summary: true,
  url: true,
  updatedAt: true,
})

const member = memberSchema.pick({
  itemId: true,
  role: true,
  of: true,
  tier: true,
  url: true,
  title: true,
  excerpt: true,
  language: true,
  publishedAt: true,
})
const source = memberSchema.shape.source.pick({ id: true, name: true, family: true })

const story = storyPageSchema
  .pick({
    ...{ id: true, headline: true, language: true, url: true, citation: true, state: true, kind: true },
    ...{ score: true, reason: true, independent: true, echoes: true, copies: true, tier: true },
    ...{ firstPublishedAt: true, updatedAt: true, revision: true, hubs: true, entities: true },
    ...{ summarySentences: true, impact: true, summaryMethod: true, droppedSentences: true },
    ...{ facts: true, community: true, previously: true, next: true, original: true },
  })
  .extend({ coverage: member.extend({ source }).array() })

const grounds = storyPageSchema
  .pick({
    ...{ id: true, headline: true, url: true, kind: true, kindReason: true },
    ...{ score: true, reason: true, explanation: true, rankInput: true, history: true },
  })
  .extend({
    coverage: memberSchema
      .pick({ itemId: true, role: true, of: true, title: true, receipt: true })
      .extend({ source })
      .array(),
  })

/** All tools, in the order in which agents see them. */
export const TOOLS: readonly ToolDefinition[] = [
  {
    name: 'list_stories',
    title: 'Ranked stories',
    description:
      'What is happening: stories, each of all items about one event, ranked 0 to 100 or newest first. Filter by kind, hub, entity, source, language or hours.',
    path: '/stories',
    shape: storyListSchema.extend({ stories: line.array() }),
    presets: SHORT_LIST,
  },
  {
    name: 'search_stories',
    title: 'Search',
    description: 'Stories with items that hold the words, in any language, with the passage that does.',
    path: '/search',
    shape: searchListSchema.extend({
      stories: line.extend({ snippet: searchListSchema.shape.stories.element.shape.snippet }).array(),
    }),
    presets: SHORT_LIST,
  },
  {
    name: 'get_story',
    title: 'One story',
    description:
      'A story whole: sentences with verbatim citations of items, its coverage (reports, copies, echoes), figures on which reports differ, and a citation to paste.',
    path: '/stories/{id}',
    shape: story,
  },
  {
    name: 'explain_story',
    title: 'Why a story ranks and holds together',
    description:
      'The parts that the score is the exact sum of, for each item the receipt of why it belongs to the story, and the history of changes.',
    path: '/stories/{id}',
    shape: grounds,
  },
  {
    name: 'list_changes',
    title: 'What changed',
    description:
      'The gap-free log: stories created, items joined, merged, split, corrected, retracted. Begin with after = lastEventSeq of get_status, and go on with next.',
    path: '/events',
  },
  {
    name: 'get_brief',
    title: 'The brief of a day',
    description:
      'The edition of a day: its leading stories, what to watch, corrections, and changes since the day before.',
    path: '/brief/{date}',
    shape: briefSchema.extend({
      stories: line.array(),
      also: line.pick({ id: true, headline: true, kind: true, score: true, url: true }).array(),
      toWatch: briefSchema.shape.toWatch.element.extend({ story: line }).array(),
    }),
  },
  {
    name: 'get_entity',
    title: 'An entity',
    description: 'Who or what an entity is, with its names in several languages.',
    path: '/entities/{id}',
  },
  {
    name: 'list_sources',
    title: 'The sources',
    description: 'Whom this site reads, by name, owner or id (find), with owner, tier and the reason for the tier.',
    path: '/sources',
    shape: sourceListSchema.extend({
      sources: sourceSchema
        .pick({ id: true, name: true, homepage: true, type: true, language: true, family: true })
        .extend(sourceSchema.pick({ tier: true, tierReason: true, licence: true, isEnabled: true, items: true }).shape)
        .array(),
    }),
    presets: SHORT_LIST,
  },
  {
    name: 'get_source',
    title: 'A source',
    description: 'A source with its owner, tier, the reason for the tier, and health.',
    path: '/sources/{id}',
  },
  {
    name: 'list_hubs',
    title: 'The hubs',
    description: 'Cities and regions that compete to host AI, with their ids.',
    path: '/hubs',
  },
  {
    name: 'get_hub',
    title: 'A hub',
    description:
      'The measured values of a city or region (power, carbon, price, law, talent …), each with range, date, method and source.',
    path: '/hubs/{id}',
  },
  {
    name: 'hub_evidence',
    title: 'What stories say of a hub',
    description: 'Verbatim passages of reports on a hub by facet, with stance and certainty.',
    path: '/evidence',
    presets: SHORT_LIST,
  },
  {
    name: 'check_claims',
    title: 'Claims held against figures',
    description:
      'What the reports of a story, or on a hub, claim of hubs, each with a verdict and the figures behind it.',
    path: '/claims',
    presets: SHORT_LIST,
  },
  {
    name: 'choose_hub',
    title: 'Which hub fits',
    description:
      'Ranks hubs by the needs of a deployment with probabilities, says which are excluded and why, and what would change the answer.',
    path: '/decide',
  },
  {
    name: 'get_status',
    title: 'How reading goes',
    description: 'Counts of items, stories and feeds, when feeds were last read, and the number of the newest change.',
    path: '/status',
  },
]
