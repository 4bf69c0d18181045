import type { Atlas } from '../../hub/atlas-types.ts'
import type { Instant } from '../../lib/instant.ts'
import type { RankMove } from '../../rank/reason.ts'
import type { Source } from '../../source/types.ts'
import type { StoredClaim } from '../../store/evidence-types.ts'
import type { StoredItem } from '../../store/item-types.ts'
import type { StoryLookup } from '../../store/query-types.ts'
import type { StoredMember, StoryEvent, StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import { type CommunitySignal, communitySignal } from '../../story/community-signal.ts'
import type { Role } from '../../story/types.ts'
import type { SiteDeps } from '../deps.ts'
import { movesOf } from './rank-again.ts'
import { type StoryAsOf, storyAsOf } from './story-as-of.ts'
import { type StoryParts, storyParts } from './story-parts.ts'

/** An item of a story as its page shows it. */
export interface CoverageEntry {
  /** What citations call it: `[2]`. From 1, in the order shown. */
  readonly number: number
  readonly item: StoredItem
  /** Undefined once a source was taken out of the catalogue. */
  readonly source?: Source
  readonly role: Role
  readonly of?: number
  readonly tier: 1 | 2 | 3 | 4
  readonly receipt: StoredMember['receipt']
  readonly joinedAt: Instant
  /** A report that adds to the count of independent ones (its family counted once). */
  readonly isIndependent: boolean
  /** A report of an owner whose earlier report was already counted. */
  readonly isSameFamily: boolean
}

export interface StoryView extends Omit<StoryParts, 'sources'> {
  readonly page: 'story'
  readonly story: StoryRecord
  /** Reports by tier and time, then copies, echoes, mentions by time. */
  readonly coverage: readonly CoverageEntry[]
  /** Read this first; never an echo if there is a report. */
  readonly original?: CoverageEntry
  readonly moves: readonly RankMove[]
  /** Points and replies where its submissions and posts have them. */
  readonly community?: CommunitySignal
  /** What it claims of hubs, with verdicts; in the order found. */
  readonly claims: readonly StoredClaim[]
  readonly atlas: Atlas
  /** Errors that readers reported and nobody has looked at yet. */
  readonly openReports: number
  /** Newest first; undefined for a reader of whom nothing is remembered. */
  readonly since?: readonly StoryEvent[]
  readonly asOf?: StoryAsOf
  /** What would translate it; undefined where no model is set. */
  readonly model?: string
}

/** Of the reader: numbers of events, what was seen last and as of when the story is asked for. */
export interface StoryTimes {
  readonly since?: number
  readonly at?: number
}

const ROLE_ORDER: readonly Role[] = ['report', 'copy', 'echo', 'mention']

/** Reads the rest of what a story page shows. */
export async function storyView(
  { store, settings, atlas }: SiteDeps,
  found: Extract<StoryLookup, { type: 'story' }>,
  now: Instant,
  times: StoryTimes = {},
): Promise<StoryView> {
  const { story, members } = found
  const [{ sources, ...parts }, claims, openReports] = await Promise.all([
    storyParts(store, found),
    store.evidence.claimsOfStory(story.id),
    store.reports.count({ storyId: story.id, isOpen: true }),
  ])
  const coverage = coverageEntries(members, sources)
  return {
    page: 'story',
    story,
    coverage,
    original: coverage.find(({ item }) => item.id === story.coverage.originalItemId),
    community: communitySignal(members.map(({ item }) => item)),
    moves: movesOf(story, now, settings.weights),
    claims,
    atlas,
    ...parts,
    openReports,
    model: settings.model,
    since: times.since === undefined ? undefined : parts.events.filter(({ seq }) => seq > times.since!),
    asOf: times.at === undefined ? undefined : await asOfEvent(store, story, members.length, times.at),
  }
}

/** Events that are gone back over; a story has some hundreds. */
const MOST_GONE_BACK = 5_000

async function asOfEvent(store: Store, story: StoryRecord, items: number, seq: number): Promise<StoryAsOf | undefined> {
  const events = await store.events({ storyId: story.id, afterSeq: seq, limit: MOST_GONE_BACK })
  return events.length === MOST_GONE_BACK ? undefined : storyAsOf(story, items, events, seq)
}

type MemberWithItem = Extract<StoryLookup, { type: 'story' }>['members'][number]

export function coverageEntries(
  members: readonly MemberWithItem[],
  sources: ReadonlyMap<string, Source>,
): readonly CoverageEntry[] {
  const sorted = [...members].sort(
    (a, b) =>
      ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
      (a.role === 'report' ? a.tier - b.tier : 0) ||
      a.item.publishedAt - b.item.publishedAt ||
      a.itemId - b.itemId,
  )
  const counted = new Set<string>()
  return sorted.map((member, index) => {
    const source = sources.get(member.item.sourceId)
    const family = source?.family ?? member.item.sourceId
    const counts = member.role === 'report' && (source?.countsAsIndependent ?? true)
    const isSameFamily = counts && counted.has(family)
    if (counts) counted.add(family)
    return {
      number: index + 1,
      item: member.item,
      source,
      role: member.role,
      of: member.of,
      tier: member.tier,
      receipt: member.receipt,
      joinedAt: member.joinedAt,
      isIndependent: counts,
      isSameFamily,
    }
  })
}

/** A story that is not there: `gone` was removed by age, `unknown` never was. */
export interface MissingStoryView {
  readonly page: 'missingStory'
  readonly id: number
  readonly reason: 'gone' | 'unknown'
  /** Highest number among the newest events: the newest story, but for a long quiet. */
  readonly newestId: number
}

export async function missingStoryView(
  store: Store,
  id: number,
  reason: MissingStoryView['reason'],
): Promise<MissingStoryView> {
  const newest = await store.events({ limit: 200, newestFirst: true })
  return {
    page: 'missingStory',
    id,
    reason,
    newestId: newest.reduce((most, event) => Math.max(most, event.storyId), 0),
  }
}
