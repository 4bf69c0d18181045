import type { Gazetteer } from '../entity/types.ts'
import type { HubRules } from '../hub/observe.ts'
import type { Instant } from '../lib/instant.ts'
import { observeStory, tellStory } from '../pipeline.ts'
import type { BeatScope } from '../rank/beat-scope.ts'
import { rankStory } from '../rank/rank.ts'
import type { Weights } from '../rank/weights.ts'
import type { StoryOpening, StoryRecord } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import { SAGA_WINDOW_MS } from '../story/instalments.ts'
import type { Batch } from './batch.ts'
import { contradictedSentences } from './contradicted.ts'
import type { DeskStories, DeskStory } from './desk-stories.ts'
import { NOVELTY_WINDOW_MS, NoveltyIndex } from './novelty-index.ts'
import { readSince } from './read-since.ts'
import { withRulings } from './rulings.ts'
import { SagaIndex } from './saga-index.ts'
import { mainEntities, storyOpening } from './story-opening.ts'

/** Minimum change of a score that is logged: on the demo's day, 104 changes beside 184 items that joined. */
const LOGGED_SCORE_MOVE = 5

/**
 * Number of stories told after which old ones are forgotten without waiting for the next rerank. A feed read for the first time may go
 * back for years: twenty thousand such stories were held within one minute.
 */
const FORGET_EVERY = 2_000

export interface TellerOptions {
  readonly store: Pick<Store, 'storiesNow' | 'storiesSince' | 'events' | 'polledDays'>
  readonly stories: DeskStories
  readonly gazetteer: Gazetteer
  readonly scope: BeatScope
  /** Rules that extract observations about hubs from the stories. */
  readonly hubRules: HubRules
  readonly weights: Weights
}

/** Tells stories into a batch, and remembers recent ones to determine how novel a story is and which one it continues. */
export class Teller {
  readonly #options: TellerOptions
  readonly #novelty = new NoveltyIndex()
  readonly #saga: SagaIndex
  #toldSinceForgetting = 0
  /** Since when feeds have been read every day. */
  #readSince: Instant | undefined

  constructor(options: TellerOptions) {
    this.#options = options
    this.#saga = new SagaIndex(options.gazetteer)
  }

  /** Loads recent stories from the store. */
  async recall(now: Instant): Promise<void> {
    const [first] = await this.#options.store.events({ limit: 1 })
    this.#readSince = readSince(await this.#options.store.polledDays(), first?.at, now)
    for await (const story of this.#options.store.storiesSince(now - SAGA_WINDOW_MS)) {
      const opening = story.opening ?? asOpened(story, this.#options.gazetteer)
      if (opening.at >= now - 2 * NOVELTY_WINDOW_MS) this.#novelty.put(story.id, opening)
      this.#saga.put(story)
    }
  }

  /** Notes a new story when its first item is placed, and counts similar earlier stories. */
  open(story: DeskStory): NonNullable<DeskStory['opening']> {
    const [first] = story.items.values()
    const opening = storyOpening(first!, story.receipts, this.#options.gazetteer)
    story.opening = { ...opening, earlierStories: this.#novelty.countEarlier(story.id, opening) }
    this.#novelty.put(story.id, opening)
    return story.opening
  }

  /** Lets a story begin as one that was merged into it did. */
  openAs(story: DeskStory, opening: NonNullable<DeskStory['opening']>): void {
    story.opening = opening
    this.#novelty.put(story.id, opening)
  }

  /** Forgets a removed story and notes in the batch which story no longer has it as the next instalment. */
  remove({ id, record }: Pick<DeskStory, 'id' | 'record'>, batch: Batch): void {
    this.#novelty.remove(id)
    this.#saga.remove(id)
    if (record?.previously) batch.unlinked.push({ before: record.previously.storyId, next: id })
  }

  /** Forgets stories too old to be compared with new ones. */
  forget(now: Instant): void {
    this.#toldSinceForgetting = 0
    this.#novelty.forget(now - 2 * NOVELTY_WINDOW_MS)
    this.#saga.forget(now - 2 * SAGA_WINDOW_MS)
  }

  /** Unlinks removed stories from those that they continued. Call after all changes of the batch and before any story is told. */
  async unlink(batch: Batch): Promise<void> {
    for (const { before, next } of batch.unlinked) await this.#setNext(before, next, false, batch)
  }

  async tell(story: DeskStory, batch: Batch): Promise<void> {
    const { gazetteer, scope, weights, hubRules } = this.#options
    if (++this.#toldSinceForgetting > FORGET_EVERY) this.forget(batch.at)
    this.#readSince ??= batch.at
    const weekKnownFrom = this.#readSince + NOVELTY_WINDOW_MS
    const items = [...story.items.values()]
    const previous = story.record
    const { id, receipts, byModel } = story
    // A story made by an operator or by an older version is opened when it is told.
    const { earlierStories, ...opening } = story.opening ?? this.open(story)
    const { record: told, members } = tellStory(
      {
        ...{ id, items, receipts, earlierStories, createdAt: previous?.createdAt, byModel },
        isWeekKnown: opening.at >= weekKnownFrom,
      },
      { gazetteer, scope, now: batch.at, weights },
    )
    const ruled = withRulings({ ...told, opening }, story.rulings, items, { gazetteer })
    const chapter = this.#saga.put(ruled)
    const previously = chapter && this.#saga.findPrevious(chapter)
    const record = { ...ruled, previously, next: previous ? previous.next : story.next }
    if (previous) {
      for (const lost of contradictedSentences(previous, story.items)) batch.log(story.id, 'corrected', { ...lost })
      logDifferences(previous, record, batch, weights)
    }
    // A retraction is logged by its act.
    if (!previous && (record.state === 'held' || record.state === 'off-beat')) batch.log(story.id, record.state, {})
    story.record = record
    story.byModel = record.byModel
    batch.putStory(record)
    const before = previous?.previously
    if (previously?.storyId !== before?.storyId) {
      if (before) await this.#setNext(before.storyId, id, false, batch)
      if (previously) await this.#setNext(previously.storyId, id, true, batch)
    }
    batch.observations.push({ storyId: story.id, ...observeStory(members, hubRules) })
    for (const { item, role, of, tier, receipt } of members) {
      const joinedAt = story.joinedAt.get(item.id) ?? batch.at
      batch.members.push({ storyId: story.id, itemId: item.id, role, of, tier, receipt, joinedAt })
    }
  }

  /** Adds a next instalment to the story `before`, or removes it. */
  async #setNext(before: number, next: number, isNext: boolean, batch: Batch): Promise<void> {
    const id = batch.survivorOf(before)
    if (batch.emptied.includes(id)) return
    const held = this.#options.stories.held(id)
    // A story that is not held may have changed in this batch, for instance got another next one, which the store does not have yet.
    const known = held?.record ?? batch.storyOf(id)
    const record = known ?? (await this.#options.store.storiesNow([id])).get(id)
    if (record && record.id !== id) return this.#setNext(record.id, next, isNext, batch)
    // Without a record, retention has removed it, and the page of the next instalment omits it.
    if (!record || (record.next ?? []).includes(next) === isNext) return
    const others = (record.next ?? []).filter((each) => each !== next)
    const all = isNext ? [...others, next].sort((a, b) => a - b) : others
    const explanation = rankStory(record.rankInput, batch.at, this.#options.weights)
    const ranked = { ...record, explanation, score: explanation.value, rankedAt: batch.at }
    const linked = { ...ranked, next: all.length > 0 ? all : undefined }
    if (held) held.record = linked
    batch.putStory(linked)
  }
}

/** Derives what a story of an older version was about when it opened, as far as its record tells. */
function asOpened({ kind, entityIds, coverage }: StoryRecord, gazetteer: Gazetteer): StoryOpening {
  return { kind, entityIds: mainEntities(entityIds, gazetteer), at: coverage.firstPublishedAt }
}

function logDifferences(
  before: Omit<StoryRecord, 'revision'>,
  after: Omit<StoryRecord, 'revision'>,
  batch: Batch,
  weights: Weights,
): void {
  if (before.headline.text !== after.headline.text) {
    batch.log(after.id, 'headline', { from: before.headline.text, to: after.headline.text })
  }
  if (before.kind !== after.kind) batch.log(after.id, 'kind', { from: before.kind, to: after.kind })
  const from = before.summary.sentences.map((sentence) => sentence.text).join(' ')
  const to = after.summary.sentences.map((sentence) => sentence.text).join(' ')
  if (from !== to) batch.log(after.id, 'summary', { from, to })
  // Both scores are as of now, so that ageing alone does not count as a change.
  const fromScore = rankStory(before.rankInput, batch.at, weights).value
  if (Math.abs(after.score - fromScore) >= LOGGED_SCORE_MOVE) {
    batch.log(after.id, 'rank', { from: fromScore, to: after.score })
  }
  if (before.state !== after.state && after.state !== 'retracted') {
    batch.log(after.id, after.state, {})
  }
}
