import type { Instant } from '../lib/instant.ts'
import type { Explanation } from '../rank/types.ts'
import type { FeedState, Reservation, Source } from '../source/types.ts'
import type { AdminRecords } from './admin-types.ts'
import type { EmbeddingRecords } from './embedding-types.ts'
import type { EvidenceRecords } from './evidence-types.ts'
import type { FeedOutcome, FeedUpdate, SourceHealth, SourceRecord } from './feed-types.ts'
import type { ItemDraft, ItemRevision, StoredItem } from './item-types.ts'
import type { ModelRecords } from './model-types.ts'
import type { JudgementRecords, OperatorRecords, ReaderReports } from './operator-types.ts'
import type { DeliveryRecords, EditionRecords, SavedRecords, SubscriberRecords } from './post-types.ts'
import type {
  EventsRequest,
  FoundStories,
  SearchFilter,
  StoryFilter,
  StoryLookup,
  StoryPage,
  StoryPageRequest,
  TopNamed,
} from './query-types.ts'
import type { StoredMember, StoryCommit, StoryEvent, StoryRecord } from './story-types.ts'
import type { StreamRecords } from './stream-types.ts'
import type { TranslationRecords } from './translation-types.ts'
import type { WebSubRecords } from './web-sub-types.ts'

export interface StoreCounts {
  readonly items: number
  readonly stories: number
  readonly sources: number
  readonly feeds: number
  readonly feedsAnswering: number
  readonly lastEventSeq: number
  /** Item revisions that the story step has not processed yet. */
  readonly backlog: number
  readonly lastPollAt?: Instant
}

/**
 * The only access to the database. Behaves the same on SQLite and PostgreSQL, verified by one contract test suite.
 * Every method rejects with a named error that says what to do; none swallows errors.
 */
export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  close(): Promise<void>
  /**
   * Writes a consistent copy while others read and write.
   * @throws BackupUnsupportedError on PostgreSQL, naming `pg_dump`
   * @throws BackupTargetError if the file exists or cannot be written
   */
  backup(file: string): Promise<void>
  /** Removes stories all of whose items were first seen before an instant, with their items; their ids then answer 410. @returns stories removed */
  prune(before: Instant): Promise<number>
  /**
   * Tries to become the one process that clusters. The lock is held until `close` or until the process ends in any way.
   * @returns false while another process holds it: stand by and try again
   */
  tryLockStories(): Promise<boolean>

  /** Adds or replaces sources. Others stay, since their items refer to them. */
  saveSources(sources: readonly Source[]): Promise<void>
  /** Returns all sources, ordered by id, with rulings applied. A large catalogue takes megabytes: prefer `sourcesById`. */
  sources(): Promise<readonly Source[]>
  /** Returns these sources, ordered by id, with rulings applied; unknown ones are omitted. */
  sourcesById(ids: Iterable<string>): Promise<readonly Source[]>
  /** Returns a number that changes whenever a source, or an operator's ruling on one, may have changed. */
  sourcesRevision(): Promise<number>
  feedStates(): Promise<readonly FeedState[]>
  /** Returns the text reservations, as last read, of those of these sources that reserve their texts in at least one feed. */
  reservations(sourceIds: Iterable<string>): Promise<ReadonlyMap<string, Reservation>>
  /**
   * Stores the result of a poll. Drafts with the `(sourceId, key)` or `(sourceId, url)` of a stored item are that item, unless
   * one poll has both as separate entries. With an equal `contentHash` only points and comments are updated; otherwise the item
   * gets its next revision, and the previous text stays in the revisions. Of several drafts with one key the first counts. Items
   * that `prune` removed or the source withdrew earlier count as unchanged. A withdrawal erases the item's words, in its revisions
   * too, and enters the queue like an edit.
   * @throws RangeError if a draft's `sourceId` is not the feed's
   */
  saveFeed(update: FeedUpdate): Promise<FeedOutcome>
  /** @returns those of a poll's drafts that `saveFeed` would insert or revise; only a hint, since others may write in between */
  changedDrafts(sourceId: string, drafts: readonly ItemDraft[]): Promise<ReadonlySet<ItemDraft>>
  /** Returns the health of these sources, ordered by id; unknown ones are omitted. Cost: index entries of a week's items. */
  healthOfSources(sourceIds: readonly string[], now: Instant): Promise<readonly SourceHealth[]>
  /** Returns the health of one source; undefined if it is unknown. */
  healthOfSource(sourceId: string, now: Instant): Promise<SourceHealth | undefined>
  sourceRecord(sourceId: string, now: Instant): Promise<SourceRecord>
  /** Returns the bytes that all polls on the day (UTC) of `now` received. */
  bytesToday(now: Instant): Promise<number>

  /** Returns revisions in order of `seq`, each with its item's current state, which may be a later revision. */
  revisionsAfter(seq: number, limit: number): Promise<readonly ItemRevision[]>
  /** Returns items in the order of `ids`, with their whole texts; unknown and withdrawn ones are omitted. */
  items(ids: readonly number[]): Promise<readonly StoredItem[]>
  /** Returns every revision of an item, oldest first; the last one is its current state. */
  itemHistory(
    itemId: number,
  ): Promise<
    readonly { readonly revision: number; readonly at: Instant; readonly title: string; readonly text: string }[]
  >

  engineState(): Promise<{
    readonly cursor: number
    /** Parts in order. */
    readonly snapshot?: readonly Uint8Array[]
    readonly snapshotCursor: number
    readonly lastStoryId: number
  }>
  /** Returns members (without items) of stories updated since, ordered by story, then item. */
  membersSince(updatedSince: Instant): Promise<readonly StoredMember[]>
  /** Returns only the ids of those members. */
  placesSince(updatedSince: Instant): Promise<readonly Pick<StoredMember, 'storyId' | 'itemId'>[]>
  /** Yields stories updated since, ordered by id. Streamed, since a month of a large catalogue exceeds a thread's memory. */
  storiesSince(updatedSince: Instant): AsyncIterable<StoryRecord>
  /**
   * Stores one batch of the story step. @returns its events with their sequence numbers
   * @throws StoryCommitError if a story's number is retired, a merge has no valid target, or a revived number was not merged
   * @throws StoryLockLostError if this store was refused the lock, or had it and another clusterer has taken over
   * @throws ActAnsweredError if the operator's act was already answered
   */
  commitStories(commit: StoryCommit): Promise<readonly StoryEvent[]>
  saveRanks(
    ranks: readonly {
      readonly id: number
      readonly score: number
      readonly explanation: Explanation
      readonly rankedAt: Instant
    }[],
  ): Promise<void>

  /** Returns the mark of the weights under which all stories are ranked; undefined while they may differ. */
  rankedUnder(): Promise<number | undefined>
  /** @param mark a positive safe integer; undefined: stories may be ranked under different weights */
  noteRankedUnder(mark: number | undefined): Promise<void>

  /** Returns whether the database can be written; changes nothing. */
  canWrite(): Promise<boolean>

  /** Returns a page of stories. @throws BadCursorError */
  listStories(request: StoryPageRequest): Promise<StoryPage>
  countStories(filter: StoryFilter): Promise<number>
  story(id: number): Promise<StoryLookup>
  /** Returns ids of published stories above `after`, community stories included, in ascending order. */
  publishedIds(after: number, limit: number): Promise<readonly number[]>
  /** Returns, by requested id, what each story is now, following merges, without items. Those that are gone are omitted. */
  storiesNow(ids: readonly number[]): Promise<ReadonlyMap<number, StoryRecord>>
  /** Returns the story that an item is in now. */
  storyOfItem(itemId: number): Promise<number | undefined>
  /** Returns item id → story id; items that are in no story are omitted. */
  storiesOfItems(itemIds: readonly number[]): Promise<ReadonlyMap<number, number>>
  /** Searches items' titles and texts in every language; returns published stories, each once, latest update first. @throws BadCursorError */
  searchStories(query: string, limit: number, after?: string, filter?: SearchFilter): Promise<FoundStories>
  events(request: EventsRequest): Promise<readonly StoryEvent[]>
  /** Returns the most frequent entities and hubs of published stories updated since, by number of stories, then id. */
  topNamed(since: Instant, limits: { readonly entities: number; readonly hubs: number }): Promise<TopNamed>
  /** Returns a source's items, latest publication first. */
  itemsOfSource(sourceId: string, limit: number): Promise<readonly (StoredItem & { readonly storyId?: number })[]>
  /** Returns totals. Items and stories are running counts; feeds and sources are counted by row. */
  counts(now: Instant): Promise<StoreCounts>
  /** Returns when any feed was last polled; undefined before the first poll. */
  lastPollAt(): Promise<Instant | undefined>
  /** Returns when any feed last answered, changed or not. */
  lastReadAt(): Promise<Instant | undefined>
  /** Returns the days (UTC, since 1970) of the last month on which any feed was polled, ascending; older days may be included. */
  polledDays(): Promise<readonly number[]>

  readonly operator: OperatorRecords
  readonly reports: ReaderReports
  readonly labels: JudgementRecords
  readonly admin: AdminRecords
  readonly editions: EditionRecords
  readonly subscribers: SubscriberRecords
  readonly evidence: EvidenceRecords
  readonly deliveries: DeliveryRecords
  readonly savedDecisions: SavedRecords
  readonly savedSearches: SavedRecords
  readonly models: ModelRecords
  readonly embeddings: EmbeddingRecords
  readonly translations: TranslationRecords
  readonly webSub: WebSubRecords
  readonly streams: StreamRecords
}
