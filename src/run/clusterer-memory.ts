import type { Gazetteer } from '../entity/types.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'
import type { ItemRevision } from '../store/item-types.ts'
import type { Store } from '../store/types.ts'
import { type ClustererOptions, createClusterer, type OnlineClusterer, restoreClusterer } from '../story/clusterer.ts'
import { SnapshotError } from '../story/clusterer-snapshot.ts'
import { Grouping } from '../story/grouping.ts'
import type { WordTranslations } from '../story/translation/word-translations.ts'
import type { Arrivals } from './embedding/arrivals.ts'
import type { Meanings } from './embedding/meanings.ts'

/** Number of items after which a snapshot is saved. A snapshot after each batch wrote more bytes than the items themselves. */
const SNAPSHOT_EVERY_ITEMS = 10_000
const SNAPSHOT_EVERY_MS = 2 * MINUTE_MS
/** Number of items or revisions read from the store at once. */
const PORTION = 500

export interface ClustererMemoryOptions {
  readonly store: Pick<
    Store,
    'engineState' | 'revisionsAfter' | 'storiesOfItems' | 'placesSince' | 'storiesSince' | 'items'
  >
  readonly gazetteer: Gazetteer
  readonly now: () => Instant
  readonly storyWindowHours: number
  /** Translations of words into English; without them, stories in two languages match by names and figures only. */
  readonly translations?: WordTranslations
  /** Embeddings of items; without them, items are clustered by their words alone. */
  readonly meanings?: Meanings
}

/** The clusterer and its persistence: restores it at a start and takes snapshots of it. */
export class ClustererMemory {
  readonly #options: ClustererMemoryOptions
  readonly #arrivals: Arrivals
  #clusterer: OnlineClusterer
  /** Items processed since the last snapshot. */
  #unsavedItems = 0
  #lastSavedAt: Instant

  private constructor(options: ClustererMemoryOptions, arrivals: Arrivals, clusterer: OnlineClusterer) {
    this.#options = options
    this.#arrivals = arrivals
    this.#clusterer = clusterer
    this.#lastSavedAt = options.now()
  }

  /** Restores the clusterer to its state at the last commit: from the snapshot and a replay, or else from the stored memberships. */
  static async open(
    options: ClustererMemoryOptions,
    arrivals: Arrivals,
    state: Awaited<ReturnType<Store['engineState']>>,
  ): Promise<ClustererMemory> {
    const clustererOptions = clustererOptionsOf(options)
    const restored = state.snapshot && restoreOrForget(state.snapshot, clustererOptions)
    const memory = new ClustererMemory(options, arrivals, restored ?? createClusterer(clustererOptions))
    // A snapshot of another version cannot be read, and all items ever placed are too many to replay.
    const isForgotten = state.snapshot !== undefined && restored === undefined
    const isExact = !isForgotten && (await memory.#replay(restored ? state.snapshotCursor : 0, state.cursor))
    if (!isExact) await memory.#rebuild()
    memory.#clusterer.numberAfter(state.lastStoryId)
    return memory
  }

  get clusterer(): OnlineClusterer {
    return this.#clusterer
  }

  /** Whether the last snapshot is up to date, so that the next start has nothing to replay. */
  get isSaved(): boolean {
    return this.#unsavedItems === 0
  }

  /** Returns a snapshot, to be stored with the next commit. */
  snapshot(): Iterable<Uint8Array> {
    this.#unsavedItems = 0
    this.#lastSavedAt = this.#options.now()
    return this.#clusterer.snapshot()
  }

  /**
   * Returns a snapshot if one is due.
   *
   * @param items number of items processed since the last call
   */
  snapshotIfDue(items: number): Iterable<Uint8Array> | undefined {
    this.#unsavedItems += items
    const isDue =
      this.#unsavedItems >= SNAPSHOT_EVERY_ITEMS || this.#options.now() - this.#lastSavedAt >= SNAPSHOT_EVERY_MS
    return isDue ? this.snapshot() : undefined
  }

  /**
   * Replays what the clusterer saw between its last snapshot and the last commit.
   *
   * @returns whether its decisions match the stored ones; those of another program version may not
   */
  async #replay(from: number, to: number): Promise<boolean> {
    const grouping = new Grouping()
    const replayed: number[] = []
    for (let seq = from; seq < to; ) {
      const revisions = (await this.#options.store.revisionsAfter(seq, PORTION)).filter(
        (revision) => revision.seq <= to,
      )
      if (revisions.length === 0) break
      seq = revisions.at(-1)!.seq
      const placed = revisions.filter(isPlaced)
      for (const arrival of (await this.#arrivals.placed(placed)).values()) {
        this.#unsavedItems++
        grouping.note(this.#clusterer.assign(arrival))
        replayed.push(arrival.id)
      }
    }
    const stored = await this.#options.store.storiesOfItems(replayed)
    return replayed.every((itemId) => stored.get(itemId) === grouping.storyOf(itemId))
  }

  /** Rebuilds the clusterer from the memberships in the store, which take precedence over what it would decide today. */
  async #rebuild(): Promise<void> {
    const { store, now, storyWindowHours } = this.#options
    const members = await store.placesSince(now() - storyWindowHours * HOUR_MS)
    const storyOf = new Map(members.map((member) => [member.itemId, member.storyId]))
    this.#clusterer = createClusterer(clustererOptionsOf(this.#options))
    const ids = [...storyOf.keys()].sort((a, b) => a - b)
    for (let start = 0; start < ids.length; start += PORTION) {
      const items = await store.items(ids.slice(start, start + PORTION))
      for (const arrival of (await this.#arrivals.known(items)).values()) {
        this.#clusterer.adopt(arrival, storyOf.get(arrival.id)!)
      }
    }
    for await (const { id, rulings } of store.storiesSince(now() - storyWindowHours * HOUR_MS)) {
      if (rulings?.isFixed) this.#clusterer.fix(id)
    }
  }
}

function clustererOptionsOf({
  gazetteer,
  storyWindowHours,
  translations,
  meanings,
}: ClustererMemoryOptions): ClustererOptions {
  return {
    settings: { windowHours: storyWindowHours },
    entityOf: (id) => gazetteer.entity(id),
    translations,
    meaningSpace: meanings?.space,
  }
}

/** Whether the clusterer places the revision: it is neither an edit nor of an item withdrawn since. */
export function isPlaced({ isNew, item }: ItemRevision): boolean {
  return isNew && item.withdrawnAt === undefined
}

/** @returns undefined for a snapshot that this version of the program cannot read */
function restoreOrForget(snapshot: Iterable<Uint8Array>, options: ClustererOptions): OnlineClusterer | undefined {
  try {
    return restoreClusterer(snapshot, options)
  } catch (error) {
    if (error instanceof SnapshotError) return undefined
    throw error
  }
}
