import type { Gazetteer } from '../entity/types.ts'
import type { HubRules } from '../hub/observe.ts'
import { editMark } from '../item/edit-mark.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'
import { rankStory } from '../rank/rank.ts'
import type { Weights } from '../rank/weights.ts'
import type { ItemRevision, Store } from '../store/types.ts'
import { type ClustererOptions, createClusterer, type OnlineClusterer, restoreClusterer } from '../story/clusterer.ts'
import { SnapshotError } from '../story/clusterer-snapshot.ts'
import { assessCoverage } from '../story/coverage.ts'
import { Grouping } from '../story/grouping.ts'
import type { WordTranslations } from '../story/translation/word-translations.ts'
import type { ClusterInput, Receipt, StoryChange } from '../story/types.ts'
import { modelInput } from '../summary/model/input.ts'
import { Batch } from './batch.ts'
import { DeskStories, type DeskStory } from './desk-stories.ts'
import { Arrivals } from './embedding/arrivals.ts'
import type { Meanings } from './embedding/meanings.ts'
import { ItemReader } from './item-reader.ts'
import { applyAct, type EventData, type OperatorHands } from './operator-acts.ts'
import { redactEvents } from './redact-events.ts'
import { reservedSources } from './reserved-sources.ts'
import { Teller } from './teller.ts'

/** Items after which the clusterer's memory is saved. Saving after each batch wrote more bytes than the items themselves. */
const SNAPSHOT_EVERY_ITEMS = 10_000
const SNAPSHOT_EVERY_MS = 2 * MINUTE_MS
/** Events of a story looked through for the words of an item that was taken back: more than any story has. */
const REDACTED_EVENTS = 10_000
/** Stories ranked again at once. Ageing never raises a score, so that a stored score is an upper bound: the top is enough. */
const RERANKED_STORIES = 600

export interface DeskOptions {
  readonly store: Store
  readonly gazetteer: Gazetteer
  /** What is read about hubs in the stories told. */
  readonly hubRules: HubRules
  readonly now: () => Instant
  readonly weights: Weights
  readonly storyWindowHours: number
  readonly briefWindowHours: number
  /** What words mean in English; without, stories in two languages meet by names and figures alone. */
  readonly translations?: WordTranslations
  /** What items mean, by a model; without, their words decide alone. */
  readonly meanings?: Meanings
}

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
  #clusterer: OnlineClusterer
  #cursor = 0
  #itemsSinceSnapshot = 0
  #lastSnapshotAt: Instant

  private constructor(options: DeskOptions, clusterer: OnlineClusterer, cursor: number) {
    this.#options = options
    this.#clusterer = clusterer
    this.#cursor = cursor
    this.#reader = new ItemReader(options.store, options.gazetteer)
    this.#arrivals = new Arrivals(options.store, this.#reader, options.meanings)
    this.#stories = new DeskStories(options.store, this.#reader)
    this.#teller = new Teller({ ...options, stories: this.#stories })
    this.#lastSnapshotAt = options.now()
  }

  /** Picks up where the last commit ended. */
  static async open(options: DeskOptions): Promise<Desk> {
    const { store } = options
    const state = await store.engineState()
    const clustererOptions = clustererOptionsOf(options)
    const restored = state.snapshot && restoreOrForget(state.snapshot, clustererOptions)
    const clusterer = restored ?? createClusterer(clustererOptions)
    const desk = new Desk(options, clusterer, state.cursor)
    await desk.#reader.loadPublishers()
    await desk.#teller.recall(options.now())
    // A memory that another version wrote holds all that was ever placed: too much to place again.
    const isForgotten = state.snapshot !== undefined && restored === undefined
    const isExact = !isForgotten && (await desk.#replay(restored ? state.snapshotCursor : 0, state.cursor))
    if (!isExact) await desk.#rebuild()
    desk.#clusterer.numberAfter(state.lastStoryId)
    return desk
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
      const revisions = (await this.#options.store.revisionsAfter(seq, 500)).filter((revision) => revision.seq <= to)
      if (revisions.length === 0) break
      seq = revisions.at(-1)!.seq
      const placed = revisions.filter(isPlaced)
      for (const arrival of (await this.#arrivals.placed(placed)).values()) {
        this.#itemsSinceSnapshot++
        grouping.note(this.#clusterer.assign(arrival))
        replayed.push(arrival.id)
      }
    }
    for (const itemId of replayed) {
      if ((await this.#options.store.storyOfItem(itemId)) !== grouping.storyOf(itemId)) return false
    }
    return true
  }

  /** Starts the clusterer's memory anew from the memberships in the store, which win over what it would decide today. */
  async #rebuild(): Promise<void> {
    const { store, now, storyWindowHours } = this.#options
    const members = await store.membersSince(now() - storyWindowHours * HOUR_MS)
    const storyOf = new Map(members.map((member) => [member.itemId, member.storyId]))
    this.#clusterer = createClusterer(clustererOptionsOf(this.#options))
    const ids = [...storyOf.keys()].sort((a, b) => a - b)
    for (let start = 0; start < ids.length; start += 500) {
      const items = await store.items(ids.slice(start, start + 500))
      for (const arrival of (await this.#arrivals.known(items)).values()) {
        this.#clusterer.adopt(arrival, storyOf.get(arrival.id)!)
      }
    }
    for (const { id, rulings } of await store.storiesSince(now() - storyWindowHours * HOUR_MS)) {
      if (rulings?.isFixed) this.#clusterer.fix(id)
    }
  }

  /**
   * Works off up to `limit` arrivals and edits.
   *
   * @returns how many there were; less than `limit` means that none is waiting
   */
  async workOff(limit: number): Promise<number> {
    const revisions = await this.#options.store.revisionsAfter(this.#cursor, limit)
    if (revisions.length === 0) return 0
    const placed = revisions.filter(isPlaced).map(({ item }) => item)
    if (placed.some(({ sourceId }) => !this.#reader.knowsPublisher(sourceId))) await this.#reader.loadPublishers()
    const arrivals = await this.#arrivals.fresh(placed, revisions[0]!.seq)
    const batch = new Batch(this.#options.now())
    for (const revision of revisions) {
      if (revision.item.withdrawnAt !== undefined) await this.#withdraw(revision.item.id, batch)
      else if (revision.isNew) await this.#place(revision, arrivals.get(revision.item.id)!, batch)
      else await this.#revise(revision, batch)
    }
    await this.#tellTouched(batch)
    const cursor = revisions.at(-1)!.seq
    await this.#options.store.commitStories({
      cursor,
      stories: batch.stories,
      members: batch.members,
      observations: batch.observations,
      merges: batch.finalMerges(),
      events: batch.events,
      emptied: batch.emptied,
      redactions: batch.redactions,
      engineSnapshot: this.#snapshotIfDue(revisions.length, batch),
    })
    this.#cursor = cursor
    this.#stories.evict(batch.touched)
    return revisions.length
  }

  async #tellTouched(batch: Batch): Promise<void> {
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
      await store.commitStories({
        cursor: this.#cursor,
        stories: batch.stories,
        observations: batch.observations,
        members: batch.members,
        merges: batch.finalMerges(),
        events: batch.events,
        engineSnapshot: this.#clusterer.snapshot(),
        act,
      })
      this.#itemsSinceSnapshot = 0
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
      await store.commitStories({
        cursor: this.#cursor,
        stories: batch.stories,
        observations: batch.observations,
        members: batch.members,
        merges: [],
        events: batch.events,
        modelAnswer: { id, state: isCurrent ? 'applied' : 'stale' },
      })
      this.#stories.evict(new Set([storyId]))
    }
    return waiting.length
  }

  /** Saves the clusterer's memory, so that the next start replays nothing. */
  async close(): Promise<void> {
    if (this.#itemsSinceSnapshot === 0) return
    await this.#options.store.commitStories({
      cursor: this.#cursor,
      stories: [],
      members: [],
      merges: [],
      events: [],
      engineSnapshot: this.#clusterer.snapshot(),
    })
    this.#itemsSinceSnapshot = 0
  }

  /** Ages the scores of the stories that readers see first. @returns stories whose score changed */
  async rerank(): Promise<number> {
    const { store, now, weights, briefWindowHours } = this.#options
    const at = now()
    this.#teller.forget(at)
    const ranks = []
    for (const community of [false, true]) {
      const { stories } = await store.listStories({
        order: 'score',
        community,
        since: at - 2 * briefWindowHours * HOUR_MS,
        limit: RERANKED_STORIES,
      })
      for (const { id, rankInput, score } of stories) {
        const explanation = rankStory(rankInput, at, weights)
        if (explanation.value !== score) ranks.push({ id, score: explanation.value, explanation, rankedAt: at })
      }
    }
    if (ranks.length > 0) await store.saveRanks(ranks)
    return ranks.length
  }

  /** What an operator's act may do with stories. */
  #hands(batch: Batch): OperatorHands {
    return {
      batch,
      gazetteer: this.#options.gazetteer,
      store: this.#options.store,
      clusterer: this.#clusterer,
      stories: this.#stories,
      inputs: (story) => this.#inputs(story),
      merge: (from, into, receipt, more) => this.#merge(from, into, receipt, batch, more),
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

  async #place(revision: ItemRevision, arrival: ClusterInput, batch: Batch): Promise<void> {
    const item = this.#reader.storyItem(revision.item)
    for (const change of this.#clusterer.assign(arrival)) {
      if (change.type === 'merged') {
        await this.#merge(change.fromStoryId, change.storyId, change.receipt, batch)
        continue
      }
      if (change.type === 'split') {
        await this.#split(change, batch)
        continue
      }
      const story =
        change.type === 'created' ? this.#stories.open(change.storyId) : await this.#stories.load(change.storyId)
      this.#stories.put(story, item, change.receipt, batch.at)
      batch.touched.add(story.id)
      batch.log(story.id, change.type, { itemId: item.id })
      if (editMark(item.title) === 'retraction')
        batch.log(story.id, 'retracted', { itemId: item.id, title: item.title })
      else if (editMark(item.title) === 'correction') {
        batch.log(story.id, 'corrected', { itemId: item.id, title: item.title })
      }
    }
  }

  async #merge(from: number, into: number, receipt: Receipt, batch: Batch, more: EventData = {}): Promise<void> {
    const source = await this.#stories.load(from)
    const target = await this.#stories.load(into)
    for (const [id, item] of source.items) {
      const own = source.receipts.get(id)!
      // What opened a story that is taken in for its meaning is here for that and nothing else.
      const isHereByMeaning = receipt.meaning !== undefined && own.rule === 'opened'
      this.#stories.put(target, item, isHereByMeaning ? receipt : own, source.joinedAt.get(id)!)
    }
    const next = [...(target.record?.next ?? []), ...(source.record?.next ?? [])].filter((id) => id !== into)
    if (target.record && next.length > 0) target.record = { ...target.record, next: [...new Set(next)] }
    this.#stories.forget(from)
    this.#teller.remove(from)
    batch.touched.delete(from)
    batch.touched.add(into)
    batch.merges.push({ from, into })
    logForBoth(batch, 'merged', { ...more, from, into, ...reasonOf([...source.items.keys()], receipt) })
  }

  /** Both stories stand on, each with the event that leads to the other. */
  async #split(change: Extract<StoryChange, { type: 'split' }>, batch: Batch): Promise<void> {
    const { storyId, fromStoryId, itemIds, receipt } = change
    const source = await this.#stories.load(fromStoryId)
    const target = this.#stories.open(storyId)
    // What retention removed is known to the clusterer for some time longer.
    const leaving = itemIds.filter((id) => source.items.has(id))
    for (const id of leaving) {
      this.#stories.put(target, source.items.get(id)!, receipt, source.joinedAt.get(id)!)
      this.#stories.take(source, id)
    }
    for (const { id, items } of [source, target]) if (items.size > 0) batch.touched.add(id)
    logForBoth(batch, 'split', { from: fromStoryId, into: storyId, ...reasonOf(leaving, receipt) })
  }

  async #revise(revision: ItemRevision, batch: Batch): Promise<void> {
    const { id: itemId } = revision.item
    const inBatch = [...batch.touched].find((id) => this.#stories.held(id)?.items.has(itemId))
    const id = inBatch ?? (await this.#options.store.storyOfItem(itemId))
    if (id === undefined) return
    const story = await this.#stories.load(id)
    const item = this.#reader.storyItem(revision.item)
    this.#stories.put(story, item, story.receipts.get(itemId)!, story.joinedAt.get(itemId)!)
    batch.touched.add(id)
    const history = await this.#options.store.itemHistory(itemId)
    const fromTitle = history.find((each) => each.revision === item.revision - 1)?.title ?? ''
    batch.log(id, 'revised', { itemId, fromTitle, toTitle: item.title })
    if (editMark(item.title) === 'retraction' && editMark(fromTitle) !== 'retraction') {
      batch.log(id, 'retracted', { itemId, title: item.title })
    }
  }

  /** Takes an item that its source took back out of its story, and its words out of the story's history. */
  async #withdraw(itemId: number, batch: Batch): Promise<void> {
    const { store } = this.#options
    const inBatch = [...batch.touched].find((touched) => this.#stories.held(touched)?.items.has(itemId))
    const known = inBatch ?? (await store.storyOfItem(itemId))
    const id = known === undefined ? undefined : batch.survivorOf(known)
    if (id === undefined || batch.emptied.includes(id)) return
    const story = await this.#stories.load(id)
    this.#clusterer.withdraw(itemId, id)
    batch.isWithdrawing = true
    this.#stories.take(story, itemId)
    batch.log(id, 'retracted', { itemId })
    batch.log(id, 'left', { itemId })
    const events = await store.events({ storyId: id, limit: REDACTED_EVENTS, newestFirst: true })
    batch.redactions.push(...redactEvents(events, [...story.items.values()], itemId))
    if (story.items.size > 0) {
      batch.touched.add(id)
      return
    }
    batch.touched.delete(id)
    batch.emptied.push(id)
    this.#stories.forget(id)
    this.#teller.remove(id)
  }

  /** What was withdrawn cannot be replayed, its words are gone: the memory is saved with the batch that let go of it. */
  #snapshotIfDue(items: number, { isWithdrawing }: Batch): Iterable<Uint8Array> | undefined {
    this.#itemsSinceSnapshot += items
    const now = this.#options.now()
    const isDue = this.#itemsSinceSnapshot >= SNAPSHOT_EVERY_ITEMS || now - this.#lastSnapshotAt >= SNAPSHOT_EVERY_MS
    if (!isDue && !isWithdrawing) return undefined
    this.#itemsSinceSnapshot = 0
    this.#lastSnapshotAt = now
    return this.#clusterer.snapshot()
  }
}

function logForBoth(batch: Batch, type: 'merged' | 'split', data: EventData & { from: number; into: number }): void {
  batch.log(data.from, type, data)
  batch.log(data.into, type, data)
}

/** Why items changed their story, as the log keeps it. */
function reasonOf(itemIds: readonly number[], receipt: Receipt): EventData {
  const { score, threshold, meaning, sharedEntities, sharedTerms, sharedNumbers } = receipt
  const shared = [...sharedEntities, ...sharedTerms, ...sharedNumbers].join(', ')
  return { items: itemIds.join(' '), score, threshold, ...(meaning !== undefined && { meaning }), shared }
}

function inputHashOf({ items, receipts }: DeskStory, reserved: ReadonlySet<string>): string | undefined {
  return modelInput(assessCoverage([...items.values()], receipts).members, reserved)?.hash
}

function clustererOptionsOf({ gazetteer, storyWindowHours, translations, meanings }: DeskOptions): ClustererOptions {
  return {
    settings: { windowHours: storyWindowHours },
    entityOf: (id) => gazetteer.entity(id),
    translations,
    meaningSpace: meanings?.space,
  }
}

/** Neither an edit nor taken back since: the clusterer places it. */
function isPlaced({ isNew, item }: ItemRevision): boolean {
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
