import { compareText } from '../../lib/compare-text.ts'
import type { Instant } from '../../lib/instant.ts'
import { mapInTurns } from '../../lib/turn.ts'
import { streamAddress } from '../../source/clients/mastodon-stream.ts'
import { isSetAside } from '../../source/schedule.ts'
import type { StreamState } from '../../source/timeline-streams.ts'
import type { Source } from '../../source/types.ts'
import type { SourceHealth, SourceRecord } from '../../store/feed-types.ts'
import type { StoredItem } from '../../store/item-types.ts'
import { foldAccents } from '../../store/search-tokens.ts'
import type { Store } from '../../store/types.ts'
import type { Subscription } from '../../store/web-sub-types.ts'
import type { SiteDeps } from '../deps.ts'
import { paths, withQuery } from '../paths.ts'
import { type Balance, balanceOf } from './balance.ts'

/** `aside`: it has failed for so long that it is tried only rarely; `unread`: never read successfully yet. */
export type HealthState = 'answers' | 'fails' | 'aside' | 'unread' | 'off'

export interface SourceLine extends SourceHealth {
  readonly health: HealthState
  readonly lastReadAt?: Instant
}

/** Query of the list of sources; every field is a parameter of its address. */
export interface SourcesQuery {
  /** Part of a name, id or owner's name. */
  readonly find?: string
  /** From 1. */
  readonly page?: number
}

export interface SourcesView {
  readonly page: 'sources'
  readonly query: SourcesQuery
  /** Sources on this page, by tier, then name. */
  readonly sources: readonly SourceLine[]
  /** Number of sources that match. */
  readonly total: number
  /** Number of enabled sources, matching or not. */
  readonly enabled: number
  readonly hasNext: boolean
  /** Balance of all enabled sources, matching or not. */
  readonly balance: Balance
  /** Whether there are more sources than fit on one page, or a search is on; the page then shows its search form. */
  readonly isLong: boolean
}

export interface SourceView {
  readonly page: 'source'
  readonly line: SourceLine
  /** Other sources of the same owner. */
  readonly family: readonly { readonly id: string; readonly name: string }[]
  readonly record: SourceRecord
  /** WebSub subscriptions of its feeds at their hubs. */
  readonly subscriptions: readonly Subscription[]
  /** States of its feeds' streams, by feed URL; undefined for a stream that was never opened. */
  readonly streams: ReadonlyMap<string, StreamState | undefined>
  /** Newest first. */
  readonly items: readonly (StoredItem & { readonly storyId?: number })[]
}

const ITEMS_SHOWN = 30
/** The shipped catalogue fits on one page. Ten thousand sources on one took 3.4 MB and delayed other requests by 60 ms. */
export const SOURCES_ON_PAGE = 400

export async function sourcesView(deps: SiteDeps, query: SourcesQuery, now: Instant): Promise<SourcesView> {
  const { store } = deps
  const all = await store.sources()
  const found = await findSources(all, query.find)
  found.sort(
    (a, b) => a.source.tier - b.source.tier || compareText(a.key, b.key) || compareText(a.source.id, b.source.id),
  )
  const offset = ((query.page ?? 1) - 1) * SOURCES_ON_PAGE
  const ids = found.slice(offset, offset + SOURCES_ON_PAGE).map(({ source }) => source.id)
  const health = new Map((await store.healthOfSources(ids, now)).map((each) => [each.source.id, each]))
  return {
    page: 'sources',
    query,
    sources: ids.flatMap((id) => {
      const known = health.get(id)
      return known ? [sourceLine(known, now)] : []
    }),
    total: found.length,
    enabled: all.filter(({ isEnabled }) => isEnabled).length,
    balance: await balanceOf(deps, now),
    hasNext: found.length > offset + SOURCES_ON_PAGE,
    isLong: all.length > SOURCES_ON_PAGE || query.find !== undefined,
  }
}

/**
 * Finds sources by part of a name, id or owner's name; all for an empty search.
 *
 * @returns each with a sort key of its name; sorting ten thousand names with an `Intl.Collator` takes ten times as long
 */
export async function findSources(
  sources: readonly Source[],
  find = '',
): Promise<{ readonly source: Source; readonly key: string }[]> {
  const wanted = folded(find)
  const keyed = await mapInTurns(sources, (source) => ({ source, key: folded(source.name) }))
  return keyed.filter(
    ({ source: { id, family }, key }) => key.includes(wanted) || id.includes(wanted) || folded(family).includes(wanted),
  )
}

/** Removes letter case and accents. */
function folded(text: string): string {
  return foldAccents(text.toLowerCase())
}

/** Returns the address of the list of sources for a query. */
export function sourcesPath({ find, page }: SourcesQuery): string {
  return withQuery(paths.sources, { find, page })
}

export async function sourceView(store: Store, id: string, now: Instant): Promise<SourceView | undefined> {
  const found = await store.healthOfSource(id, now)
  if (!found) return undefined
  const { family } = found.source
  return {
    page: 'source',
    line: sourceLine(found, now),
    family: (await store.sources())
      .filter((source) => source.family === family && source.id !== id)
      .map(({ id: sister, name }) => ({ id: sister, name })),
    record: await store.sourceRecord(id, now),
    subscriptions: (await store.webSub.all()).filter(({ sourceId, wants }) => sourceId === id && wants === 'subscribe'),
    streams: await streamsOf(store, found.source),
    items: await store.itemsOfSource(id, ITEMS_SHOWN),
  }
}

async function streamsOf(store: Store, { kind, feeds }: Source): Promise<SourceView['streams']> {
  const addresses = feeds.flatMap(({ url }) => {
    const stream = streamAddress({ kind, url })
    return stream === undefined ? [] : [[url, stream] as const]
  })
  const known = addresses.length === 0 ? [] : await store.streams.all()
  return new Map(addresses.map(([feedUrl, stream]) => [feedUrl, known.find(({ url }) => url === stream)]))
}

/** Determines a source's health. One feed that answers is enough: the others may be fallbacks. */
function sourceLine(health: SourceHealth, now: Instant): SourceLine {
  const { feeds, source } = health
  const read = feeds.map(({ lastSuccessAt }) => lastSuccessAt ?? 0)
  const lastReadAt = Math.max(0, ...read) || undefined
  const isFailing = feeds.length > 0 && feeds.every(({ failuresInARow }) => failuresInARow > 0)
  const isAside = isFailing && feeds.every((feed) => isSetAside(feed, now))
  const failing = isAside ? 'aside' : 'fails'
  const state = !source.isEnabled ? 'off' : isFailing ? failing : lastReadAt === undefined ? 'unread' : 'answers'
  return { ...health, health: state, lastReadAt }
}
