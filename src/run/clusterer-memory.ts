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

/** Items after which the memory is saved. Saving after each batch wrote more bytes than the items themselves. */
const SNAPSHOT_EVERY_ITEMS = 10_000
const SNAPSHOT_EVERY_MS = 2 * MINUTE_MS
/** Items read from the store at once. */
const PORTION = 500

export interface ClustererMemoryOptions {
  readonly store: Pick<
    Store,
    'engineState' | 'revisionsAfter' | 'storiesOfItems' | 'placesSince' | 'storiesSince' | 'items'
  >
  readonly gazetteer: Gazetteer
  readonly now: () => Instant
  readonly storyWindowHours: number
  /** What words mean in English; without, stories in two languages meet by names and figures alone. */
  readonly translations?: WordTranslations
  /** What items mean, by a model; without, their words decide alone. */
  readonly meanings?: Meanings
}

/** The clusterer, and what it remembers from one start of the program to the next. */
export class ClustererMemory {
  readonly #options: ClustererMemoryOptions
  readonly #arrivals: Arrivals
  #clusterer: OnlineClusterer
  /** Placed since the memory was last saved. */
  #unsavedItems = 0
  #lastSavedAt: Instant

  private constructor(options: ClustererMemoryOptions, arrivals: Arrivals, clusterer: OnlineClusterer) {
    this.#options = options
    this.#arrivals = arrivals
    this.#clusterer = clusterer
    this.#lastSavedAt = options.now()
  }

  /** Brings the clusterer to where the last commit left it. */
  static async open(
    options: ClustererMemoryOptions,
    arrivals: Arrivals,
    state: Awaited<ReturnType<Store['engineState']>>,
  ): Promise<ClustererMemory> {
    const clustererOptions = clustererOptionsOf(options)
    const restored = state.snapshot && restoreOrForget(state.snapshot, clustererOptions)
    const memory = new ClustererMemory(options, arrivals, restored ?? createClusterer(clustererOptions))
    // A memory that another version wrote holds all that was ever placed: too much to place again.
    const isForgotten = state.snapshot !== undefined && restored === undefined
    const isExact = !isForgotten && (await memory.#replay(restored ? state.snapshotCursor : 0, state.cursor))
    if (!isExact) await memory.#rebuild()
    memory.#clusterer.numberAfter(state.lastStoryId)
    return memory
  }

  get clusterer(): OnlineClusterer {
    return this.#clusterer
  }

  /** Whether a start would have nothing to replay. */
  get isSaved(): boolean {
    return this.#unsavedItems === 0
  }

  /** The memory, to be stored with the next commit. */
  snapshot(): Iterable<Uint8Array> {
    this.#unsavedItems = 0
    this.#lastSavedAt = this.#options.now()
    return this.#clusterer.snapshot()
  }

  /**
   * The memory, where it is time to store it again.
   *
   * @param items worked off since the last call
   */
  snapshotIfDue(items: number): Iterable<Uint8Array> | undefined {
    this.#unsavedItems += items
    const isDue =
      this.#unsavedItems >= SNAPSHOT_EVERY_ITEMS || this.#options.now() - this.#lastSavedAt >= SNAPSHOT_EVERY_MS
    return isDue ? this.snapshot() : undefined
  }

  /**
   * Takes the clusterer through what it saw between its last saved memory and the last commit.
   *
   * @returns whether it decided as it did then; another version of the program may not
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

  /** Starts the clusterer's memory anew from the memberships in the store, which win over what it would decide today. */
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

/** Neither an edit nor taken back since: the clusterer places it. */
export function isPlaced({ isNew, item }: ItemRevision): boolean {
  return isNew && item.withdrawnAt === undefined
}

/** @returns undefined for a memory that this version of the program cannot read */
function restoreOrForget(snapshot: Iterable<Uint8Array>, options: ClustererOptions): OnlineClusterer | undefined {
  try {
    return restoreClusterer(snapshot, options)
  } catch (error) {
    if (error instanceof SnapshotError) return undefined
    throw error
  }
}
