import { foundAs, soughtLanguage } from '../../lib/expected-language.ts'
import { HOUR_MS, type Instant } from '../../lib/instant.ts'
import { capDiversity } from '../../rank/diversity.ts'
import { endOfShown } from '../../store/fill-page.ts'
import type { IsShown, StoryFilter, StoryOrder } from '../../store/query-types.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'
import { type FrontQuery, hasFilter } from '../front-query.ts'
import type { ParameterFault } from '../query-parameters.ts'
import { storiesBefore } from './instalments.ts'
import { rankWith } from './rank-again.ts'
import { type SinceView, sinceView } from './since.ts'

export const PAGE_SIZE = 30
/** Maximum number of stories to page through; a filter or a day's brief reaches the others. A reader's weights re-rank all of them (7 ms). */
export const MOST_LISTED = 300
/** Number of leading stories that the diversity caps reorder to fill the top ten; later stories keep their places. */
const CAPPED = 40
const MOST_PINNED = 3

export interface FrontView {
  readonly page: 'front'
  readonly query: FrontQuery
  /** Invalid query parameters. Programs get an error, readers a notice on the page. */
  readonly faults?: readonly ParameterFault[]
  readonly windowHours: number
  readonly order: StoryOrder
  /** `loading`: the first poll of all feeds is not done and no story exists yet; `noMatch`: the filters match none. */
  readonly state: 'stories' | 'empty' | 'noMatch' | 'loading'
  readonly stories: readonly StoryRecord[]
  /** Number of stories on earlier pages, including hidden ones. */
  readonly offset: number
  /** Number of stories that match the query, listed or not. */
  readonly total: number
  readonly hasNext: boolean
  readonly counts: FrontCounts
  readonly hubs: readonly { readonly hub: string; readonly stories: number }[]
  readonly entities: readonly { readonly entityId: string; readonly stories: number }[]
  /** Shown above the others on the unfiltered first page; chosen by an operator, not by rank. */
  readonly pinned: readonly StoryRecord[]
  /** For an empty list filtered by language: the number of enabled sources in that language. */
  readonly sourcesInLanguage?: number
  /** By story id: the story that it continues. */
  readonly before: ReadonlyMap<number, StoryRecord>
  /** Undefined unless the reader asked the site to remember what they saw. */
  readonly since?: SinceView
}

export interface FrontCounts {
  readonly items: number
  readonly stories: number
  readonly held: number
  /** Stories of the window outside the beat. */
  readonly offBeat: number
  readonly feeds: number
  readonly feedsAnswering: number
  readonly backlog: number
}

/** Reads what the front page shows. The list is read once and divided into pages here. */
export async function frontView(
  deps: SiteDeps,
  query: FrontQuery,
  now: Instant,
  { sinceSeq, isShown }: { readonly sinceSeq?: number; readonly isShown: IsShown },
): Promise<FrontView> {
  const { store, settings } = deps
  const windowHours = query.hours ?? settings.windowHours
  const since = now - windowHours * HOUR_MS
  const order = query.order ?? 'score'
  const filter = storyFilter(query, since)
  const [listed, total, counts, held, offBeat, { entities, hubs }] = await Promise.all([
    store.listStories({ ...filter, order, limit: candidates(query), isShown }),
    store.countStories(filter),
    store.counts(now),
    store.countStories({ state: 'held', since }),
    store.countStories({ state: 'off-beat', since }),
    store.topNamed(since, { entities: 12, hubs: settings.hasHubs === false ? 0 : 8 }),
  ])
  const isWholeFront = query.page === undefined && !hasFilter(query)
  const pinned = isWholeFront
    ? await store.listStories({ isPinned: true, order: 'score', limit: MOST_PINNED })
    : undefined
  const ranked = inOrder(listed.stories.slice(0, MOST_LISTED), query, order, { now, inForce: settings.weights })
  const { page = 1 } = query
  const offset = page === 1 ? 0 : endOfShown(ranked, (page - 1) * PAGE_SIZE, isShown)
  const end = endOfShown(ranked, page * PAGE_SIZE, isShown)
  const stories = ranked.slice(offset, end)
  const { feedsTried, feedsTotal } = deps.status()
  const isFirstReading = feedsTried < feedsTotal || counts.backlog > 0
  const stateWithout = hasFilter(query) ? 'noMatch' : isFirstReading && counts.stories === 0 ? 'loading' : 'empty'
  const state = stories.length > 0 ? 'stories' : stateWithout
  return {
    page: 'front',
    query,
    windowHours,
    order,
    state,
    ...(state === 'noMatch' && query.language && { sourcesInLanguage: await sourcesIn(store, query.language) }),
    stories,
    offset,
    total,
    hasNext: end < ranked.length,
    counts: { ...counts, held, offBeat },
    hubs,
    entities,
    pinned: pinned?.stories ?? [],
    before: await storiesBefore(store, stories),
    since: isWholeFront && sinceSeq !== undefined ? await sinceView(store, sinceSeq, isShown) : undefined,
  }
}

/** Counts the enabled sources that a filter by language would find. */
async function sourcesIn(store: Store, language: string): Promise<number> {
  return (await store.sources()).filter(
    (source) => source.isEnabled && foundAs(soughtLanguage(source.language)).includes(language),
  ).length
}

/** Returns how many stories to read: all that can be listed if they are re-ranked, else enough for the page and the caps. */
function candidates({ weights, page = 1 }: FrontQuery): number {
  return weights ? MOST_LISTED : Math.min(MOST_LISTED, Math.max(CAPPED, page * PAGE_SIZE + 1))
}

export function storyFilter(query: FrontQuery, since: Instant): StoryFilter {
  return {
    kind: query.kind,
    maxTier: query.tier,
    language: query.language,
    entityId: query.entity,
    hub: query.hub,
    state: 'published',
    since,
  }
}

/**
 * Sorts stories by score, re-ranked if the reader has weights of their own. Without a filter, the diversity caps of `rank/` keep
 * any one owner, name or kind from filling the top.
 */
function inOrder(
  stories: readonly StoryRecord[],
  query: FrontQuery,
  order: StoryOrder,
  { now, inForce }: { readonly now: Instant; readonly inForce: string | undefined },
): readonly StoryRecord[] {
  if (order !== 'score') return stories
  const ranked = query.weights ? rankWith(query.weights, inForce, stories, now) : stories
  if (hasFilter(query)) return ranked
  const top = capDiversity(ranked.slice(0, CAPPED)).map(({ story }) => story)
  return [...top, ...ranked.slice(CAPPED)]
}
