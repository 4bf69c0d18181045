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
import { rerankTop } from './rerank-top.ts'
import { reservedSources } from './reserved-sources.ts'
import { StoryChanges } from './story-changes.ts'
import { Teller } from './teller.ts'

export interface DeskOptions extends ClustererMemoryOptions {
  readonly store: Store
  readonly scope: BeatScope
  /** What is read about hubs in the stories told. */
  readonly hubRules: HubRules
  readonly weights: Weights
  readonly briefWindowHours: number
  /** Takes the sources of an import out of the operator's catalogue again; undefined where there is none. @throws ActRefusedError */
  readonly dropImported?: OperatorHands['dropImported']
}

/** Revisions read at once: large enough that a read costs little each. */
export const READ_BLOCK = 200

/**
 * Turns newly stored items into stories, a batch at a time. All its results go to the store in one transaction with its
 * cursor, so that it can die at any instruction: what was not committed is worked off again.
 */
export class Desk {
  readonly #options: DeskOptions
  readonly #reader: ItemReader
  readonly #arrivals: Arrivals
  readonly #stories: DeskStories
  readonly #teller: Teller
  readonly #memory: ClustererMemory
  readonly #changes: StoryChanges
  #cursor: number

  private constructor(options: DeskOptions, parts: DeskParts, cursor: number) {
    this.#options = options
    this.#reader = parts.reader
    this.#arrivals = parts.arrivals
    this.#stories = parts.stories
    this.#teller = parts.teller
    this.#memory = parts.memory
    this.#changes = new StoryChanges({ store: options.store, ...parts })
    this.#cursor = cursor
  }

  /** Picks up where the last commit ended. */
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
    return new Desk(options, { reader, arrivals, stories, teller, memory }, state.cursor)
  }

  /**
   * Works off up to `limit` arrivals and edits.
   *
   * @param enough how many stories a batch may change, after which it ends with the block of `READ_BLOCK` revisions it is in
   * @returns how many there were; less than `limit` and than `READ_BLOCK` means that none is waiting
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
      // What was withdrawn cannot be replayed, its words are gone: the memory is saved with the batch that let go of it.
      engineSnapshot: batch.isWithdrawing ? this.#memory.snapshot() : this.#memory.snapshotIfDue(worked),
    })
    this.#cursor = cursor
    this.#stories.evict(batch.touched)
    return worked
  }

  /** Stores what a batch changed, with what is to be stored beside it; all or nothing. */
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

  /** @returns the last revision's number */
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
   * Applies what operators asked for, each act in a transaction of its own. The clusterer's memory goes with it, so that no
   * replay comes to a decision of before the act again.
   *
   * @returns how many acts
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
   * Publishes what models wrote of stories that still are what they were written of, each in a transaction of its own.
   *
   * @returns how many answers were worked off
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

  /** Saves the clusterer's memory, so that the next start replays nothing. */
  async close(): Promise<void> {
    if (this.#memory.isSaved) return
    await this.#commit(new Batch(this.#options.now()), { engineSnapshot: this.#memory.snapshot() })
  }

  /** Ages the scores of the stories that readers see first. @returns stories whose score changed */
  rerank(): Promise<number> {
    const at = this.#options.now()
    this.#teller.forget(at)
    return rerankTop(this.#options.store, at, this.#options)
  }

  /** What an operator's act may do with stories. */
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

  /** A story's items as the clusterer saw them. */
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
}

function inputHashOf({ items, receipts }: DeskStory, reserved: ReadonlySet<string>): string | undefined {
  return modelInput(assessCoverage([...items.values()], receipts).members, reserved)?.hash
}
