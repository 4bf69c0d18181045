import { BriefDateError, type BriefWindow, briefDate, briefWindow } from '../brief/brief-window.ts'
import {
  type CitedSource,
  type Edition,
  type EditionCorrection,
  editionChanges,
  growingStories,
} from '../brief/edition.ts'
import { selectStories } from '../brief/select.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'
import { mapInTurns } from '../lib/turn.ts'
import { rankStory } from '../rank/rank.ts'
import { parseWeights } from '../rank/weights.ts'
import { StoreReadonlyError } from '../store/errors/store-readonly-error.ts'
import type { StoredEdition } from '../store/post-types.ts'
import type { StoryRecord } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import { everySummary } from '../summary/summaries-in.ts'
import { amendment, amendmentsOf } from './amendments.ts'

export type DayEdition = Edition<StoryRecord>

export interface EditionOptions {
  readonly store: Store
  /** IANA name of the zone in which days begin. */
  readonly timeZone: string
  /** Ranking weights in the format of the settings; empty: the defaults. */
  readonly weights?: string
  /** Whether the edition of a day that is over is stored, so that it is never built again. */
  readonly isKept: boolean
}

/** Top stories considered for one edition; a day has about 1,200, and lower-ranked ones never make it. */
const MOST_READ = 500
/** Days after the edition's day within which a story's newest item may lie: stories stay open that long. */
const STILL_OPEN_DAYS = 4
/** Delay after the end of a day before its edition is stored: the day's last items are still being fetched. */
export const KEPT_AFTER_MS = 10 * MINUTE_MS
const MOST_CORRECTIONS = 20
/** Recent editions whose stories' merges and splits are reported as corrections. */
const EDITIONS_PUT_RIGHT = 7

/**
 * Returns the edition of a day. For a day that is over it is built once, ranked as of the day's end, and stored: later reports change
 * its stories, not the edition. Today's is built on each call, ranked as of the start of the current minute, so that a client that asks
 * again within it can be told that nothing changed.
 *
 * @returns undefined if `date` is not a day, or is in the future
 * @throws RangeError for an unknown time zone
 */
export async function dayEdition(options: EditionOptions, date: string, now: Instant): Promise<DayEdition | undefined> {
  const { store, timeZone, isKept } = options
  const window = windowOf(date, timeZone)
  if (!window || window.from > now) return undefined
  const kept = await store.editions.find(date, timeZone)
  if (kept) return amended(store, kept)
  const minute = now - (now % MINUTE_MS)
  const edition = await buildEdition(options, date, window, Math.min(Math.max(minute, window.from), window.to))
  if (!isKept || now < window.to + KEPT_AFTER_MS) return edition
  const content = JSON.stringify(edition)
  try {
    return await amended(store, await store.editions.keep({ date, timeZone, builtAt: now, content }))
  } catch (error) {
    // A site on a read-only database stores nothing, and shows the edition regardless.
    if (error instanceof StoreReadonlyError) return edition
    throw error
  }
}

/** Returns a stored edition with what became of its stories since. */
async function amended(store: Store, { content, builtAt }: StoredEdition): Promise<DayEdition> {
  const edition = JSON.parse(content) as DayEdition
  return { ...edition, amendments: await amendmentsOf(store, storiesIn(edition), { since: builtAt }) }
}

function storiesIn({ stories, also, toWatch }: DayEdition): readonly number[] {
  return [...stories.map(({ story }) => story.id), ...also.map(({ id }) => id), ...toWatch.map(({ story }) => story.id)]
}

/** @param asOf instant as of which stories are ranked, within the window */
async function buildEdition(
  { store, timeZone, weights = '' }: EditionOptions,
  date: string,
  window: BriefWindow,
  asOf: Instant,
): Promise<DayEdition> {
  const { stories } = await store.listStories({
    state: 'published',
    since: window.from,
    until: window.to + STILL_OPEN_DAYS * DAY_MS,
    order: 'score',
    limit: MOST_READ,
  })
  const inForce = parseWeights(weights)
  const ranked = await mapInTurns(stories, (story): StoryRecord => {
    const explanation = rankStory(story.rankInput, asOf, inForce)
    return { ...story, explanation, score: explanation.value, rankedAt: asOf }
  })
  const brief = selectStories(ranked, window)
  const told = new Set(brief.stories.map(({ story }) => story.id))
  const toWatch = growingStories(ranked, told, asOf)
  const watched = new Set(toWatch.map(({ story }) => story.id))
  const before = await store.editions.find(briefDate(window.from - 1, timeZone), timeZone)
  return {
    date,
    timeZone,
    ...brief,
    also: brief.also.filter(({ id }) => !watched.has(id)),
    toWatch,
    corrections: await correctionsIn(store, window, timeZone),
    changes: editionChanges(before && (JSON.parse(before.content) as DayEdition), brief.stories),
    sources: await citedSources(
      store,
      brief.stories.map(({ story }) => story),
    ),
  }
}

/** Returns the day's corrections, newest first, each story once; merges and splits only of stories that a recent edition had. */
async function correctionsIn(
  store: Store,
  { from, to }: BriefWindow,
  timeZone: string,
): Promise<readonly EditionCorrection[]> {
  const before = (await store.editions.latest(timeZone, EDITIONS_PUT_RIGHT)).map(
    ({ content }) => JSON.parse(content) as DayEdition,
  )
  const told = [...new Set(before.filter(({ window }) => window.to <= from).flatMap(storiesIn))]
  const events = await store.events({
    ...{ isCorrecting: true, since: from, until: to, newestFirst: true },
    limit: 5 * MOST_CORRECTIONS,
  })
  const found = await Promise.all(events.map((event) => amendment(store, event)))
  const newestFirst = [...found, ...(await amendmentsOf(store, told, { since: from, until: to }))]
    .filter(({ headline }) => headline !== '')
    .sort((one, other) => other.at - one.at)
  const corrections = new Map<number, EditionCorrection>()
  for (const { at, ...each } of newestFirst) if (!corrections.has(each.storyId)) corrections.set(each.storyId, each)
  return [...corrections.values()].slice(0, MOST_CORRECTIONS)
}

/** Returns the sources of the items that the stories' sentences cite, by item id. */
async function citedSources(
  store: Store,
  stories: readonly StoryRecord[],
): Promise<Readonly<Record<number, CitedSource>>> {
  const sentences = stories.flatMap(({ summary }) =>
    everySummary(summary).flatMap(({ sentences, impact }) => [...sentences, ...(impact ? [impact] : [])]),
  )
  const ids = new Set(sentences.flatMap(({ citations }) => citations.map(({ itemId }) => itemId)))
  const items = await store.items([...ids])
  const sources = await store.sourcesById(items.map(({ sourceId }) => sourceId))
  const names = new Map(sources.map((source) => [source.id, source.name]))
  return Object.fromEntries(
    items.map(({ id, sourceId, title, url }) => [id, { publisher: names.get(sourceId) ?? sourceId, title, url }]),
  )
}

function windowOf(date: string, timeZone: string): BriefWindow | undefined {
  try {
    return briefWindow(date, timeZone)
  } catch (error) {
    if (error instanceof BriefDateError) return undefined
    throw error
  }
}
