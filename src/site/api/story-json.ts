import type { z } from '@hono/zod-openapi'
import type { Gazetteer } from '../../entity/types.ts'
import { clipText } from '../../lib/clean-text.ts'
import { isoInstant } from '../../lib/instant.ts'
import { mutableCopy } from '../../lib/mutable-copy.ts'
import { sayReason } from '../../rank/reason.ts'
import { sayPhrase } from '../../rank/reason-messages.ts'
import type { Explanation } from '../../rank/types.ts'
import type { Reservation, Source } from '../../source/types.ts'
import type { StoredItem } from '../../store/item-types.ts'
import type { StoryPage } from '../../store/query-types.ts'
import type { StoredMember, StoryEvent, StoryRecord } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import { communitySignal } from '../../story/community-signal.ts'
import { headlineIn } from '../../summary/headline.ts'
import { translationInput } from '../../summary/model/translation.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import type { Hiding } from '../hidden/hiding.ts'
import { messagesIn, type UiLanguage } from '../messages.ts'
import { paths } from '../paths.ts'
import { chronicleOf } from '../view/chronicle.ts'
import type { Instalments } from '../view/instalments.ts'
import type { Snippet } from '../view/search.ts'
import { type CoverageEntry, coverageEntries, type StoryView } from '../view/story.ts'
import { storyBalanceJson } from './balance-json.ts'
import { factsJson } from './facts-json.ts'
import type {
  communitySchema,
  eventSchema,
  explanationSchema,
  memberSchema,
  searchListSchema,
  storyLineSchema,
  storyListSchema,
  storyPageSchema,
} from './story-schemas.ts'

/** What the JSON of a story needs besides its record. */
export interface JsonContext {
  readonly gazetteer: Gazetteer
  readonly language: UiLanguage
  /** Without a trailing slash. */
  readonly baseUrl: string
  /** Hidden words: lists leave out stories that have one, and count them. */
  readonly hiding?: Hiding
}

/** Length of an excerpt, ellipsis included: enough to tell what an item is about. */
const EXCERPT_CHARACTERS = 280

/** Converts the stories that no word hides to JSON; `hidden` counts the others, and is absent without hidden words. */
export function shownLines(stories: readonly StoryRecord[], context: JsonContext) {
  const { hiding } = context
  const shown = hiding ? stories.filter((story) => hiding.wordOf(story) === undefined) : stories
  const lines = shown.map((story) => storyLineJson(story, context))
  return hiding ? { stories: lines, hidden: stories.length - shown.length } : { stories: lines }
}

/** Converts a page of a list to JSON; `next` is null on the last one. */
export function storyListJson({ stories, next }: StoryPage, context: JsonContext): z.infer<typeof storyListSchema> {
  return { ...shownLines(stories, context), next: next ?? null }
}

/** Converts the results of a search to JSON, each with a snippet of one of its items. */
export function searchListJson(
  page: StoryPage,
  snippets: ReadonlyMap<number, Snippet>,
  context: JsonContext,
): z.infer<typeof searchListSchema> {
  const { stories, ...more } = storyListJson(page, context)
  return { stories: stories.map((line) => ({ ...line, snippet: snippetJson(snippets.get(line.id)) })), ...more }
}

function snippetJson(snippet: Snippet | undefined) {
  if (!snippet) return undefined
  const { text, marks, itemId, sourceName, language } = snippet
  return { text, marks: marks.map(({ start, end }) => ({ start, end })), itemId, source: sourceName, language }
}

/** Converts a story to JSON, as lists have it. */
export function storyLineJson(story: StoryRecord, context: JsonContext): z.infer<typeof storyLineSchema> {
  const { coverage } = story
  const headline = headlineIn(story.headline, context.language)
  return {
    id: story.id,
    headline: headline.text,
    language: headline.language,
    kind: story.kind,
    ...(story.kindReason && { kindReason: sayPhrase(story.kindReason, context.language) }),
    score: story.score,
    rankedAt: isoInstant(story.rankedAt),
    reason: sayReason(story.explanation, context.language),
    independent: coverage.independent,
    reports: coverage.reports,
    echoes: coverage.echoes,
    copies: coverage.copies,
    mentions: coverage.mentions,
    tier: coverage.bestTier,
    languages: [...coverage.languages],
    entities: story.entityIds.map((id) => ({ id, name: context.gazetteer.displayName(id, context.language) })),
    hubs: [...story.hubs],
    summary: summaryIn(story.summary, context.language).sentences.map((sentence) => sentence.text),
    isCommunity: story.isCommunity,
    url: context.baseUrl + paths.storyById(story.id),
    firstPublishedAt: isoInstant(coverage.firstPublishedAt),
    updatedAt: isoInstant(story.updatedAt),
    revision: story.revision,
  }
}

type StoredMembers = readonly (StoredMember & { readonly item: StoredItem })[]

/** Converts a whole story page to JSON; its coverage is in the order of the page. */
export function storyPageJson(
  story: StoryRecord,
  members: StoredMembers,
  history: readonly StoryEvent[],
  sources: ReadonlyMap<string, Source>,
  {
    instalments,
    translations,
    reservations,
    modelCost,
  }: Pick<StoryView, 'instalments' | 'translations' | 'reservations' | 'modelCost'>,
  context: JsonContext,
): z.infer<typeof storyPageSchema> {
  const { coverage } = story
  const summary = summaryIn(story.summary, context.language)
  const byItem = new Map(members.map((member) => [member.itemId, member]))
  const original = byItem.get(coverage.originalItemId)
  const line = storyLineJson(story, context)
  const entries = coverageEntries(members, sources)
  return {
    ...line,
    state: story.state,
    citation: citationOf(line, context.language),
    explanation: explanationJson(story.explanation, context.language),
    rankInput: { ...story.rankInput },
    original: {
      itemId: coverage.originalItemId,
      url: original?.item.url,
      source: original?.item.sourceId ?? '',
    },
    headlines: [story.headline, ...(story.headline.others ?? [])].map(({ text, language, itemId }) => ({
      text,
      language,
      itemId,
    })),
    summarySentences: summary.sentences.map((sentence) => mutableCopy(sentence)),
    impact: summary.impact && mutableCopy(summary.impact),
    summaryMethod: summary.method,
    model: summary.model,
    writtenAt: summary.writtenAt === undefined ? undefined : isoInstant(summary.writtenAt),
    independentWhenWritten: summary.independent,
    dropped: summary.dropped?.map(({ part, rules }) => ({ part, rules: [...rules] })),
    droppedSentences: summary.droppedCount,
    modelCost,
    translations: translations.flatMap((each) => translationJson(story, each)),
    facts: story.facts && factsJson(story.facts),
    community: communityJson(members),
    ...instalmentsJson(instalments, context),
    balance: storyBalanceJson(entries),
    timeline: chronicleOf(entries, story.facts).map(({ entry, firstIn, figures, speakers }) => ({
      ...{ itemId: entry.item.id, at: isoInstant(entry.item.publishedAt), firstIn },
      ...{ figures: [...figures], speakers: [...speakers] },
    })),
    coverage: entries.map((entry) =>
      memberJson(entry, byItem.get(entry.item.id)!, reservations.get(entry.item.sourceId)),
    ),
    history: history.map(eventJson),
  }
}

/** Returns the text that cites a story. Its date is that of the last change, so that a revision is always cited in the same way. */
function citationOf(
  { headline, id, revision, updatedAt, url }: z.infer<typeof storyLineSchema>,
  language: UiLanguage,
): string {
  return messagesIn(language).citation(headline, String(id), String(revision), updatedAt.slice(0, 10), url)
}

/** Converts a translation that passed the check to JSON, with the originals; returns an empty list for any other. */
function translationJson(
  story: StoryRecord,
  { state, language, model, at, texts }: StoredTranslation,
): z.infer<typeof storyPageSchema>['translations'] {
  const parts = translationInput(story, language)?.parts ?? []
  if (state !== 'made' || parts.length !== texts.length) return []
  return [
    {
      ...{ language, model, at: isoInstant(at) },
      parts: parts.map((original, index) => ({
        ...{ part: original.part, text: texts[index]!, original: original.text, originalLanguage: original.language },
      })),
    },
  ]
}

function instalmentsJson(
  { previously, next }: Instalments,
  context: JsonContext,
): Pick<z.infer<typeof storyPageSchema>, 'previously' | 'next'> {
  const line = (story: StoryRecord) => {
    const { text: headline, language } = headlineIn(story.headline, context.language)
    return { id: story.id, headline, language, url: context.baseUrl + paths.storyById(story.id) }
  }
  if (!previously) return { next: next.map(line) }
  const { sharedEntities, sharedNames, sharedNumbers, gapHours } = previously.shared
  const shared = {
    sharedEntities: [...sharedEntities],
    sharedNames: [...sharedNames],
    sharedNumbers: [...sharedNumbers],
    gapHours,
  }
  return { previously: { ...line(previously.story), ...shared }, next: next.map(line) }
}

function communityJson(members: StoredMembers): z.infer<typeof communitySchema> | undefined {
  const signal = communitySignal(members.map(({ item }) => item))
  if (signal === undefined) return undefined
  const urls = new Map(members.map(({ item }) => [item.id, item.url]))
  return { ...signal, discussions: signal.discussions.map((each) => ({ ...each, url: urls.get(each.itemId) })) }
}

function memberJson(
  { source, isIndependent }: CoverageEntry,
  member: StoredMembers[number],
  reserved: Reservation | undefined,
): z.infer<typeof memberSchema> {
  const { item, receipt } = member
  return {
    itemId: member.itemId,
    role: member.role,
    of: member.of,
    tier: member.tier,
    isIndependent,
    source: {
      id: item.sourceId,
      name: source?.name ?? item.sourceId,
      family: source?.family ?? item.sourceId,
      tierReason: source?.tierReason ?? '',
    },
    url: item.url,
    title: item.title,
    excerpt: clipText(item.text, EXCERPT_CHARACTERS),
    language: item.language,
    authors: [...item.authors],
    form: item.form,
    points: item.points,
    comments: item.comments,
    licence: source?.licence,
    reserved,
    related: item.related?.map((link) => ({ ...link })),
    publishedAt: isoInstant(item.publishedAt),
    firstSeenAt: isoInstant(item.firstSeenAt),
    revision: item.revision,
    receipt: mutableCopy(receipt),
  }
}

function explanationJson(explanation: Explanation, language: UiLanguage): z.infer<typeof explanationSchema> {
  const { id, value, max, reason, parts } = explanation
  return {
    id,
    value,
    max,
    reason: { key: reason.key, params: { ...reason.params } },
    text: sayPhrase(reason, language),
    parts: parts.map((part) => explanationJson(part, language)),
  }
}

export function eventJson(event: StoryEvent): z.infer<typeof eventSchema> {
  return { seq: event.seq, storyId: event.storyId, type: event.type, at: isoInstant(event.at), data: { ...event.data } }
}
