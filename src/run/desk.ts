import type { HubRules } from '../hub/observe.ts'
import type { BeatScope } from '../rank/beat-scope.ts'
import type { Weights } from '../rank/weights.ts'
import type { ItemRevision } from '../store/item-types.ts'
import type { StoryCommit } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import { assessCoverage } from '../story/coverage.ts'
import type { ClusterInput } from '../story/types.ts'
import { modelInput } from '../summary/model/input.ts'
import { ActRefusedError } from './act-refused-error.ts'
import { Batch } from './batch.ts'
import { ClustererMemory, type ClustererMemoryOptions, isPlaced } from './clusterer-memory.ts'
import { DeskStories, type DeskStory } from './desk-stories.ts'
import { Arrivals } from './embedding/arrivals.ts'
import { ItemReader } from './item-reader.ts'
import { applyAct } from './operator-acts.ts'
import type { OperatorHands } from './operator-hands.ts'
import { RerankAll } from './rerank-all.ts'
import { rerankTop } from './rerank-top.ts'
import { reservedSources } from './reserved-sources.ts'
import { StoryChanges } from './story-changes.ts'
import { Teller } from './teller.ts'

export interface DeskOptions extends ClustererMemoryOptions {
  readonly store: Store
  readonly scope: BeatScope
  /** Rules that extract observations about hubs from the stories. */
  readonly hubRules: HubRules
  readonly weights: Weights
  readonly briefWindowHours: number
  /** Removes the sources of an import from the operator's catalogue; undefined if there is no catalogue. @throws ActRefusedError */
  readonly dropImported?: OperatorHands['dropImported']
}

/** Number of revisions read at once: enough to amortise the cost of a read. */
export const READ_BLOCK = 200

/**
 * Turns newly stored items into stories, a batch at a time. Each batch and its cursor are committed in one transaction, so that the
 * desk can crash at any point: what was not committed is processed again.
 */
export class Desk {
  readonly #options: DeskOptions
  readonly #reader: ItemReader
  readonly #arrivals: Arrivals
  readonly #stories: DeskStories
  readonly #teller: Teller
  readonly #memory: ClustererMemory
  readonly #changes: StoryChanges
  readonly #rerankAll: RerankAll
  #cursor: number

  private constructor(options: DeskOptions, parts: DeskParts, cursor: number) {
    this.#options = options
    this.#reader = parts.reader
    this.#arrivals = parts.arrivals
    this.#stories = parts.stories
    this.#teller = parts.teller
    this.#memory = parts.memory
    this.#changes = new StoryChanges({ store: options.store, ...parts })
    this.#rerankAll = parts.rerankAll
    this.#cursor = cursor
  }

  /** Opens a desk that resumes after the last commit. */
  static async open(options: DeskOptions): Promise<Desk> {
    const { store, gazetteer, now, meanings } = options
    const state = await store.engineState()
    const reader = new ItemReader(store, gazetteer)
    await reader.loadPublishers()
    const stories = new DeskStories(store, reader)
    const teller = new Teller({ ...options, stories })
    await teller.recall(now())
    const arrivals = new Arrivals(store, reader, meanings)
    const memory = await ClustererMemory.open(options, arrivals, state)
    const rerankAll = await RerankAll.open(store, options.weights)
    return new Desk(options, { reader, arrivals, stories, teller, memory, rerankAll }, state.cursor)
  }

  /**
   * Processes up to `limit` revisions: arrivals, edits and withdrawals.
   *
   * @param enough number of changed stories after which the batch ends, once the current block of `READ_BLOCK` revisions is done
   * @returns the number of revisions processed; less than both `limit` and `READ_BLOCK` means that none is waiting
   */
  async workOff(limit: number, enough = Number.POSITIVE_INFINITY): Promise<number> {
    const batch = new Batch(this.#options.now())
    let worked = 0
    let cursor = this.#cursor
    while (worked < limit && batch.touched.size < enough) {
      const asked = Math.min(READ_BLOCK, limit - worked)
      const revisions = await this.#options.store.revisionsAfter(cursor, asked)
      if (revisions.length > 0) cursor = await this.#placeAll(revisions, batch)
      worked += revisions.length
      if (revisions.length < asked) break
    }
    if (worked === 0) return 0
    await this.#tellTouched(batch)
    await this.#commit(batch, {
      cursor,
      // The text of a withdrawn item is erased and cannot be replayed, so a snapshot is saved with the batch.
      engineSnapshot: batch.isWithdrawing ? this.#memory.snapshot() : this.#memory.snapshotIfDue(worked),
    })
    this.#cursor = cursor
    this.#stories.evict(batch.touched)
    return worked
  }

  /** Stores the changes of a batch, and `more`, in one transaction. */
  async #commit(batch: Batch, more: Partial<StoryCommit>): Promise<void> {
    await this.#options.store.commitStories({
      cursor: this.#cursor,
      stories: batch.stories,
      members: batch.members,
      observations: batch.observations,
      merges: batch.finalMerges(),
      revivals: batch.revivals,
      events: batch.events,
      emptied: batch.emptied,
      redactions: batch.isWithdrawing ? batch.redactions : undefined,
      ...more,
    })
  }

  /** @returns the sequence number of the last revision */
  async #placeAll(revisions: readonly ItemRevision[], batch: Batch): Promise<number> {
    const placed = revisions.filter(isPlaced).map(({ item }) => item)
    if (placed.some(({ sourceId }) => !this.#reader.knowsPublisher(sourceId))) await this.#reader.loadPublishers()
    const arrivals = await this.#arrivals.fresh(placed, revisions[0]!.seq)
    for (const revision of revisions) {
      if (revision.item.withdrawnAt !== undefined) await this.#changes.withdraw(revision.item.id, batch)
      else if (revision.isNew) await this.#changes.place(revision, arrivals.get(revision.item.id)!, batch)
      else await this.#changes.revise(revision, batch)
    }
    return revisions.at(-1)!.seq
  }

  async #tellTouched(batch: Batch): Promise<void> {
    await this.#teller.unlink(batch)
    for (const id of [...batch.touched].sort((a, b) => a - b)) {
      await this.#teller.tell(await this.#stories.load(id), batch)
    }
  }

  /**
   * Applies up to 100 waiting acts of operators, each in its own transaction. The transaction includes a snapshot of the clusterer, so
   * that no replay repeats a decision made before the act.
   *
   * @returns the number of acts
   */
  async applyActs(): Promise<number> {
    const { store, now } = this.#options
    const waiting = await store.operator.acts({ state: 'waiting', limit: 100 })
    for (const asked of waiting) {
      const batch = new Batch(now())
      const act = await applyAct(asked, this.#hands(batch))
      await this.#tellTouched(batch)
      await this.#commit(batch, { engineSnapshot: this.#memory.snapshot(), act })
      this.#stories.evict(batch.touched)
    }
    return waiting.length
  }

  /**
   * Publishes up to 100 summaries written by models, each in its own transaction. A summary whose story has changed since is discarded
   * as stale.
   *
   * @returns the number of answers processed, stale ones included
   */
  async applyModelAnswers(): Promise<number> {
    const { store, now } = this.#options
    const waiting = await store.models.waiting(100)
    if (waiting.length === 0) return 0
    const reserved = await reservedSources(store)
    for (const { id, storyId, inputHash, summary } of waiting) {
      const batch = new Batch(now())
      const found = await store.story(storyId)
      const story = found?.type === 'story' ? await this.#stories.load(storyId) : undefined
      const isCurrent = story !== undefined && inputHashOf(story, reserved) === inputHash
      if (isCurrent) {
        story.byModel = summary
        await this.#teller.tell(story, batch)
      }
      await this.#commit(batch, { modelAnswer: { id, state: isCurrent ? 'applied' : 'stale' } })
      this.#stories.evict(new Set([storyId]))
    }
    return waiting.length
  }

  /** Saves a snapshot of the clusterer if needed, so that the next start has nothing to replay. */
  async close(): Promise<void> {
    if (this.#memory.isSaved) return
    await this.#commit(new Batch(this.#options.now()), { engineSnapshot: this.#memory.snapshot() })
  }

  /** Ages the scores of the top stories. @returns the number of stories whose score changed */
  rerank(): Promise<number> {
    const at = this.#options.now()
    this.#teller.forget(at)
    return rerankTop(this.#options.store, at, this.#options)
  }

  /** Ranks the next stories that have a score of other weights, as after the operator changed them. @returns whether more are left to look at */
  async rerankNext(): Promise<boolean> {
    await this.#rerankAll.next(this.#options.now())
    return !this.#rerankAll.isDone
  }

  /** Returns the operations that an operator's act may use. */
  #hands(batch: Batch): OperatorHands {
    return {
      batch,
      gazetteer: this.#options.gazetteer,
      store: this.#options.store,
      clusterer: this.#memory.clusterer,
      stories: this.#stories,
      inputs: (story) => this.#inputs(story),
      merge: (from, into, receipt, more) => this.#changes.merge(from, into, receipt, batch, more),
      dropImported: this.#options.dropImported ?? noCatalogue,
      reread: (source) => {
        this.#reader.setPublisher(source)
        this.#stories.forgetSource(source.id)
      },
    }
  }

  /** Returns a story's items as the clusterer saw them, by ascending id. */
  async #inputs(story: DeskStory): Promise<readonly ClusterInput[]> {
    const ids = [...story.items.keys()].sort((a, b) => a - b)
    return [...(await this.#arrivals.known(await this.#options.store.items(ids))).values()]
  }
}

function noCatalogue(): Promise<never> {
  return Promise.reject(new ActRefusedError('There is no catalogue here; undo it where the feeds are read.'))
}

interface DeskParts {
  readonly reader: ItemReader
  readonly arrivals: Arrivals
  readonly stories: DeskStories
  readonly teller: Teller
  readonly memory: ClustererMemory
  readonly rerankAll: RerankAll
}

function inputHashOf({ items, receipts }: DeskStory, reserved: ReadonlySet<string>): string | undefined {
  return modelInput(assessCoverage([...items.values()], receipts).members, reserved)?.hash
}
