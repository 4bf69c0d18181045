import type { Instant } from '../../lib/instant.ts'
import type { SourceHealth, SourceRecord, Store, StoredItem } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'

export type HealthState = 'answers' | 'fails' | 'unread' | 'off'

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
  /** Newest first. */
  readonly items: readonly (StoredItem & { readonly storyId?: number })[]
}

const ITEMS_SHOWN = 30

export async function sourcesView({ store }: SiteDeps, now: Instant): Promise<SourcesView> {
  const lines = (await store.sourceHealth(now)).map(sourceLine)
  return {
    page: 'sources',
    sources: lines.sort((a, b) => a.source.tier - b.source.tier || a.source.name.localeCompare(b.source.name, 'en')),
  }
}

export async function sourceView(store: Store, id: string, now: Instant): Promise<SourceView | undefined> {
  const all = await store.sourceHealth(now)
  const found = all.find(({ source }) => source.id === id)
  if (!found) return undefined
  return {
    page: 'source',
    line: sourceLine(found),
    family: all
      .filter(({ source }) => source.family === found.source.family && source.id !== id)
      .map(({ source }) => ({ id: source.id, name: source.name })),
    record: await store.sourceRecord(id, now),
    items: await store.itemsOfSource(id, ITEMS_SHOWN),
  }
}

/** A source answers if one of its feeds does: the others are fallbacks or sisters. */
export function sourceLine(health: SourceHealth): SourceLine {
  const { feeds, source } = health
  const read = feeds.map(({ lastSuccessAt }) => lastSuccessAt ?? 0)
  const lastReadAt = Math.max(0, ...read) || undefined
  const isFailing = feeds.length > 0 && feeds.every(({ failuresInARow }) => failuresInARow > 0)
  const state = !source.isEnabled ? 'off' : isFailing ? 'fails' : lastReadAt === undefined ? 'unread' : 'answers'
  return { ...health, health: state, lastReadAt }
}
