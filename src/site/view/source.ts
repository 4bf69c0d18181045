import type { Instant } from '../../lib/instant.ts'
import { mapInTurns } from '../../lib/turn.ts'
import { streamAddress } from '../../source/clients/mastodon-stream.ts'
import { isSetAside } from '../../source/schedule.ts'
import type { StreamState } from '../../source/timeline-streams.ts'
import type { Source } from '../../source/types.ts'
import type { SourceHealth, SourceRecord } from '../../store/feed-types.ts'
import type { StoredItem } from '../../store/item-types.ts'
import type { Store } from '../../store/types.ts'
import type { Subscription } from '../../store/web-sub-types.ts'
import type { SiteDeps } from '../deps.ts'

/** `aside`: it has failed for so long that it is only tried now and then. */
export type HealthState = 'answers' | 'fails' | 'aside' | 'unread' | 'off'

export interface SourceLine extends SourceHealth {
  readonly health: HealthState
  readonly lastReadAt?: Instant
}

export interface SourcesView {
  readonly page: 'sources'
  /** By tier, then name. */
  readonly sources: readonly SourceLine[]
}

export interface SourceView {
  readonly page: 'source'
  readonly line: SourceLine
  /** Other sources of the same owner. */
  readonly family: readonly { readonly id: string; readonly name: string }[]
  readonly record: SourceRecord
  /** Of its feeds at their hubs (WebSub). */
  readonly subscriptions: readonly Subscription[]
  /** Of its feeds that have one, by the feed's address; undefined where none was opened yet. */
  readonly streams: ReadonlyMap<string, StreamState | undefined>
  /** Newest first. */
  readonly items: readonly (StoredItem & { readonly storyId?: number })[]
}

const ITEMS_SHOWN = 30
/** Ten times as fast as `localeCompare`, which looks for its rules each time. */
const BY_NAME = new Intl.Collator('en')

export async function sourcesView({ store }: SiteDeps, now: Instant): Promise<SourcesView> {
  const lines = await mapInTurns(await store.sourceHealth(now), (health) => sourceLine(health, now))
  return {
    page: 'sources',
    sources: lines.sort((a, b) => a.source.tier - b.source.tier || BY_NAME.compare(a.source.name, b.source.name)),
  }
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

/** A source answers if one of its feeds does: the others are fallbacks or sisters. */
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
