import { aboutEntities, hubsOf, MOST_ABOUT } from './entity/roll-up.ts'
import type { Gazetteer, Mention } from './entity/types.ts'
import { type HubObservation, type HubRules, observeMembers } from './hub/observe.ts'
import { editMark } from './item/edit-mark.ts'
import { type EntryContext, normaliseEntry, sharedPages } from './item/normalise-entry.ts'
import { datelineEnd } from './lib/dateline.ts'
import type { Instant } from './lib/instant.ts'
import { endTurnIfLong } from './lib/turn.ts'
import { UI_LANGUAGES } from './lib/ui-languages.ts'
import type { BeatScope } from './rank/beat-scope.ts'
import { decideKind } from './rank/kind.ts'
import { kindReason } from './rank/kind-reason.ts'
import { rankStory } from './rank/rank.ts'
import { rankInput } from './rank/rank-input.ts'
import type { Weights } from './rank/weights.ts'
import { parseFeed } from './source/parse-feed.ts'
import type { ParsedFeed, Source } from './source/types.ts'
import type { ItemDraft } from './store/item-types.ts'
import type { StoryRecord, StoryState } from './store/story-types.ts'
import { COHERENCE_FLOOR, coherence } from './story/coherence.ts'
import { assessCoverage } from './story/coverage.ts'
import { isForItsMeaning } from './story/receipt.ts'
import type { ClusterInput, Member, Receipt, StoryItem } from './story/types.ts'
import { checkSummary } from './summary/check.ts'
import { datedSummary } from './summary/dated-summary.ts'
import { storyFacts } from './summary/facts/story-facts.ts'
import { chooseHeadlines } from './summary/headline.ts'
import { headlineByModel, stillSupported, summaryByModel } from './summary/model/told-by-model.ts'
import type { ModelSummary } from './summary/model/types.ts'
import { everySummary, summariseIn, withOthers } from './summary/summaries-in.ts'

/** One response of a feed, as bytes. */
export interface FeedBody {
  readonly source: Source
  readonly feedUrl: string
  readonly bytes: Uint8Array
  readonly contentType?: string
  /** Of the HTTP response; used if neither feed nor entry names a language. */
  readonly contentLanguage?: string
  /** URL after redirects; the base of relative URLs. */
  readonly finalUrl: string
  readonly fetchedAt: Instant
}

/**
 * Parses a feed and drafts its items: bytes → entries → items with the entities they mention.
 *
 * @throws NotAFeedError if the bytes are not a feed
 */
export async function readFeed(
  body: FeedBody,
  gazetteer: Gazetteer,
): Promise<{ feed: ParsedFeed; drafts: ItemDraft[] }> {
  const { source } = body
  await endTurnIfLong()
  const feed = parseFeed(body.bytes, { contentType: body.contentType, url: body.finalUrl, kind: source.kind })
  return {
    feed,
    drafts: await draftItems(feed, { ...body, feedLanguage: feed.language ?? body.contentLanguage }, gazetteer),
  }
}

/** Normalises a feed's entries to items and finds their mentions. Yields to the event loop during a long feed. */
export async function draftItems(feed: ParsedFeed, context: EntryContext, gazetteer: Gazetteer): Promise<ItemDraft[]> {
  const { feedUrl } = context
  const entryContext = { ...context, sharedPages: sharedPages(feed.entries, feedUrl) }
  const drafts: ItemDraft[] = []
  for (const entry of feed.entries) {
    await endTurnIfLong()
    const item = normaliseEntry(entry, entryContext)
    if (!item) continue
    drafts.push({ item, mentions: mentionsIn(item, gazetteer) })
  }
  return drafts
}

interface TitledText {
  readonly title: string
  readonly text: string
}

/** Returns the text in which names are found and from which summaries quote; all spans are relative to its start. */
export function searchedText(item: TitledText): string {
  return `${item.title}\n${item.text}`
}

/** Finds the entities an item mentions. Those in its dateline are left out: they say where it was written, not what it is about. */
export function mentionsIn(item: TitledText, gazetteer: Gazetteer): readonly Mention[] {
  const textStart = item.title.length + 1
  const reportStart = textStart + datelineEnd(item.text)
  return gazetteer.findEntities(searchedText(item)).filter(({ start }) => start < textStart || start >= reportStart)
}

/** Returns the parts of an item that the clusterer uses. */
export function clusterInputOf(item: StoryItem): ClusterInput {
  return {
    id: item.id,
    title: item.title,
    text: item.text,
    language: item.language,
    at: item.publishedAt,
    url: item.url,
    publisher: item.publisher.family,
    isFirstParty: item.publisher.type === 'lab',
    form: item.form,
    links: item.links,
    pointsTo: item.pointsTo,
    fingerprint: item.fingerprint,
    entityIds: [...new Set(item.mentions.map((mention) => mention.entityId))],
  }
}

/** A story's items, and what was recorded when they were assigned to it. */
export interface StoryDraft {
  readonly id: number
  readonly items: readonly StoryItem[]
  readonly receipts: ReadonlyMap<number, Receipt>
  readonly createdAt?: Instant
  /** Stories of the same kind about the same main entities in the 7 days before it opened. */
  readonly earlierStories: number
  /** False if stories had not yet been recorded for those 7 days, so that 0 earlier ones says little. Default: true. */
  readonly isWeekKnown?: boolean
  /** The model's summary; published as far as the items still support it. */
  readonly byModel?: ModelSummary
}

export interface TellingContext {
  readonly gazetteer: Gazetteer
  readonly scope: BeatScope
  readonly now: Instant
  readonly weights: Weights
}

/** A story as readers will see it. */
export interface Telling {
  readonly record: Omit<StoryRecord, 'revision' | 'opening'>
  readonly members: readonly Member[]
}

/**
 * Builds the published form of a story from its items: coverage, explained rank, and cited summary.
 *
 * @param draft with at least one item
 */
export function tellStory(draft: StoryDraft, context: TellingContext): Telling {
  const { gazetteer, now } = context
  const { members, coverage } = assessCoverage(draft.items, draft.receipts)
  const entityType = (id: string) => gazetteer.entity(id)?.type
  const decision = decideKind(members, entityType)
  const { kind } = decision
  const entityIds = aboutEntities(
    members.filter((member) => member.role === 'report' || coverage.reports === 0).map((member) => member.item),
    gazetteer,
    MOST_ABOUT,
  )
  const input = rankInput({ members, coverage, kind, entityIds }, gazetteer, draft.earlierStories, draft.isWeekKnown)
  const explanation = rankStory(input, now, context.weights)
  const chosen = chooseHeadlines(members, UI_LANGUAGES)
  const byModel = draft.byModel && stillSupported(draft.byModel, draft.items, { gazetteer })
  const headline = (byModel && headlineByModel(byModel, chosen)) ?? chosen
  const extractive = withOthers(
    everySummary(summariseIn(members, UI_LANGUAGES, chosen, isWithdrawn)).map(
      (each) => checkSummary(each, draft.items, { gazetteer }).summary,
    ),
  )
  return {
    members,
    record: {
      id: draft.id,
      headline,
      kind,
      kindReason: kindReason(decision, entityType),
      state: storyState(members, context.scope),
      score: explanation.value,
      explanation,
      rankInput: input,
      rankedAt: now,
      coverage,
      summary: datedSummary(byModel ? summaryByModel(byModel) : extractive, draft.items),
      ...(byModel && { byModel }),
      facts: storyFacts(members, coverage, isWithdrawn),
      entityIds,
      hubs: hubsOf(entityIds, gazetteer),
      leadFamily: members.find((member) => member.item.id === coverage.originalItemId)?.item.publisher.family ?? '',
      isCommunity: coverage.bestTier === 4,
      createdAt: draft.createdAt ?? Math.min(...draft.items.map((item) => item.firstSeenAt)),
      updatedAt: Math.max(...draft.items.map((item) => Math.min(item.updatedAt ?? item.publishedAt, item.fetchedAt))),
    },
  }
}

/** Returns what a story's reports say about hubs: evidence on their facets, and claims with verdicts. */
export function observeStory(members: readonly Member[], rules: HubRules): HubObservation {
  return observeMembers(members, rules)
}

/** Most reports, the last ones, used to compute a story's coherence, which compares every pair. */
const COHERENCE_REPORTS = 40

/** Returns the pairs of items joined by meaning: their words need not match, as they are often in two languages. */
function joinedByMeaning(members: readonly Member[]): readonly (readonly [number, number])[] {
  return members.flatMap(({ item, receipt }) =>
    isForItsMeaning(receipt) && receipt.nearestItemId !== undefined ? [[item.id, receipt.nearestItemId] as const] : [],
  )
}

/** Returns `held` for an incoherent story, which is not published as one, and `off-beat` for one that the beat does not cover. */
function storyState(members: readonly Member[], scope: BeatScope): StoryState {
  const reports = members.filter((member) => member.role === 'report').map((member) => member.item)
  const isCoherent = () => coherence(reports.slice(-COHERENCE_REPORTS), joinedByMeaning(members)) >= COHERENCE_FLOOR
  if (reports.length > 2 && !isCoherent()) return 'held'
  return scope.covers(members) ? 'published' : 'off-beat'
}

function isWithdrawn(title: string): boolean {
  return editMark(title) === 'retraction'
}
