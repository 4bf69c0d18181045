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
import { independenceAmong } from '../../story/independence.ts'
import type { Role } from '../../story/types.ts'
import type { SiteDeps } from '../deps.ts'
import { movesOf } from './rank-again.ts'
import { type StoryAsOf, storyAsOf } from './story-as-of.ts'
import { type StoryParts, storyParts } from './story-parts.ts'

/** An item of a story as its page shows it. */
export interface CoverageEntry {
  /** Number that citations use, as in `[2]`: from 1, in display order. */
  readonly number: number
  readonly item: StoredItem
  /** Undefined if the source is no longer in the catalogue. */
  readonly source?: Source
  readonly role: Role
  readonly of?: number
  readonly tier: 1 | 2 | 3 | 4
  readonly receipt: StoredMember['receipt']
  readonly joinedAt: Instant
  /** Whether it is a report that counts as independent in this story. Later reports of its owner are also `isSameFamily`. */
  readonly isIndependent: boolean
  /** Whether an earlier entry already counts for its owner. */
  readonly isSameFamily: boolean
}

export interface StoryView extends Omit<StoryParts, 'sources'> {
  readonly page: 'story'
  readonly story: StoryRecord
  /** Reports by tier and time, then copies, echoes, mentions by time. */
  readonly coverage: readonly CoverageEntry[]
  /** The item to read first; never an echo if there is a report. */
  readonly original?: CoverageEntry
  readonly moves: readonly RankMove[]
  /** Points and replies of its community submissions and posts, if they have any. */
  readonly community?: CommunitySignal
  /** Claims about hubs that the story makes, with verdicts, in the order found. */
  readonly claims: readonly StoredClaim[]
  readonly atlas: Atlas
  /** Number of readers' error reports that are still open. */
  readonly openReports: number
  /** Changes since the reader's last visit, newest first; undefined unless the reader asked the site to remember it. */
  readonly since?: readonly StoryEvent[]
  readonly asOf?: StoryAsOf
  /** Name of the model that would translate it; undefined if none is configured. */
  readonly model?: string
}

/** Event numbers: `since`, the last one that the reader saw; `at`, the one as of which the story is shown. */
export interface StoryTimes {
  readonly since?: number
  readonly at?: number
}

const ROLE_ORDER: readonly Role[] = ['report', 'copy', 'echo', 'mention']

/** Reads what a story page shows besides the story and its members. */
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

/** Maximum number of events to undo; a story has some hundreds. */
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
  const isIndependent = independenceAmong(members.filter(({ role }) => role === 'report'))
  return sorted.map((member, index) => {
    const source = sources.get(member.item.sourceId)
    const family = source?.family ?? member.item.sourceId
    const isCounted = source?.countsAsIndependent ?? true
    const counts = member.role === 'report' && isIndependent({ tier: member.tier, isCounted })
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

/** A missing story: `gone` was removed, for its age or because its items were withdrawn; `unknown` never existed. */
export interface MissingStoryView {
  readonly page: 'missingStory'
  readonly id: number
  readonly reason: 'gone' | 'unknown'
  /** Highest story id among the last 200 events, in practice the newest story. */
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
