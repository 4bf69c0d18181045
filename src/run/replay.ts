import type { Gazetteer } from '../entity/types.ts'
import { HOUR_MS, type Instant } from '../lib/instant.ts'
import type { Store } from '../store/types.ts'
import type { ClusterSettings } from '../story/cluster-settings.ts'
import { createClusterer } from '../story/clusterer.ts'
import { comparePartitions, type PartitionChange } from '../story/compare-partitions.ts'
import { Grouping } from '../story/grouping.ts'
import type { WordTranslations } from '../story/translation/word-translations.ts'
import { Arrivals } from './embedding/arrivals.ts'
import type { Meanings } from './embedding/meanings.ts'
import { ItemReader } from './item-reader.ts'

export interface ReplayOptions {
  readonly store: Store
  readonly gazetteer: Gazetteer
  /** Items first seen since then are compared; those of one story window before only warm up the engine. */
  readonly since: Instant
  readonly storyWindowHours: number
  /** The settings that differ from those in force. */
  readonly changed: Partial<ClusterSettings>
  /** Used by both runs. */
  readonly translations?: WordTranslations
  /** Used by both runs. */
  readonly meanings?: Meanings
}

export interface Replay {
  readonly items: number
  readonly storiesBefore: number
  readonly storiesAfter: number
  /** With the story numbers that readers know. */
  readonly changes: readonly PartitionChange[]
}

const READ_AT_ONCE = 500

/**
 * Runs stored items through the clusterer twice, with the settings in force and with changed ones, and returns the differences. No stories
 * are written. Both runs start empty and get the same items, so that only the settings make a difference. Items that an operator moved by
 * hand are not compared, as the engine does not move them; nor are items that still wait for their story.
 */
export async function replay(options: ReplayOptions): Promise<Replay> {
  const { store, gazetteer, since, storyWindowHours, changed, translations, meanings } = options
  const reader = new ItemReader(store, gazetteer)
  await reader.loadPublishers()
  const arrivals = new Arrivals(store, reader, meanings)
  const windowHours = changed.windowHours ?? storyWindowHours
  const runs = [{ windowHours: storyWindowHours }, { ...changed, windowHours }].map((settings) => ({
    clusterer: createClusterer({
      nextStoryId: 1,
      settings,
      entityOf: (id) => gazetteer.entity(id),
      translations,
      meaningSpace: meanings?.space,
    }),
    grouping: new Grouping(),
  }))
  const warmUpFrom = since - Math.max(storyWindowHours, windowHours) * HOUR_MS
  const compared = new Set<number>()
  const { cursor } = await store.engineState()
  for (let seq = 0; seq < cursor; ) {
    const revisions = (await store.revisionsAfter(seq, READ_AT_ONCE)).filter((revision) => revision.seq <= cursor)
    if (revisions.length === 0) break
    seq = revisions.at(-1)!.seq
    const items = revisions.filter(({ isNew, item }) => isNew && item.firstSeenAt >= warmUpFrom).map(({ item }) => item)
    for (const { id, firstSeenAt } of items) if (firstSeenAt >= since) compared.add(id)
    for (const arrival of (await arrivals.fresh(items)).values()) {
      for (const { clusterer, grouping } of runs) grouping.note(clusterer.assign(arrival))
    }
  }
  for (const { itemId, receipt } of await store.membersSince(warmUpFrom)) {
    if (receipt.rule === 'operator') compared.delete(itemId)
  }
  return compare(store, runs[0]!.grouping, runs[1]!.grouping, compared)
}

/** Compares the two runs. Names each group of the first run by the stored story that has most of its items. */
async function compare(
  store: Store,
  before: Grouping,
  after: Grouping,
  compared: ReadonlySet<number>,
): Promise<Replay> {
  const stories = await store.storiesOfItems([...compared])
  const [grouped, regrouped] = [new Map<number, number>(), new Map<number, number>()]
  const votes = new Map<number, Map<number, number>>()
  for (const itemId of compared) {
    const group = before.storyOf(itemId)
    const story = stories.get(itemId)
    if (group === undefined || story === undefined) continue
    grouped.set(itemId, group)
    regrouped.set(itemId, after.storyOf(itemId)!)
    const count = votes.get(group) ?? new Map<number, number>()
    votes.set(group, count.set(story, (count.get(story) ?? 0) + 1))
  }
  const nameOf = (group: number): number =>
    [...votes.get(group)!].sort(([a, itemsA], [b, itemsB]) => itemsB - itemsA || a - b)[0]![0]
  return {
    items: grouped.size,
    storiesBefore: new Set(grouped.values()).size,
    storiesAfter: new Set(regrouped.values()).size,
    changes: comparePartitions(grouped, regrouped).flatMap((change) => asReadersKnow(change, nameOf)),
  }
}

/** Translates a change into readers' story numbers. Drops it if readers already see one story where the first run has two. */
function asReadersKnow(change: PartitionChange, nameOf: (group: number) => number): readonly PartitionChange[] {
  if (change.type === 'split') return [{ ...change, story: nameOf(change.story) }]
  if (change.type === 'move') {
    const [from, into] = [nameOf(change.from), nameOf(change.into)]
    return from === into ? [] : [{ ...change, from, into }]
  }
  const stories = [...new Set(change.stories.map(nameOf))].sort((a, b) => a - b)
  return stories.length < 2 ? [] : [{ ...change, stories }]
}
