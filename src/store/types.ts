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
  /** Item revisions that the story step has yet to work off. */
  readonly backlog: number
  readonly lastPollAt?: Instant
}

/**
 * The only door to the database; the same behaviour on SQLite and PostgreSQL, proved by one contract suite.
 * Every method rejects with a named error that says what to do; none swallows.
 */
export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  close(): Promise<void>
  /** Writes a consistent copy while others read and write. @throws BackupUnsupportedError on PostgreSQL, naming `pg_dump`. */
  backup(file: string): Promise<void>
  /** Removes stories whose newest item was first seen earlier, with their items; their numbers answer 410 ever after. @returns stories removed */
  prune(before: Instant): Promise<number>
  /**
   * Asks to be the one process that clusters; held until `close` or until the process ends in any way.
   * @returns false while another has it: stand by and ask again
   */
  tryLockStories(): Promise<boolean>

  /** Adds or replaces; sources not named stay, for their items need them. */
  saveSources(sources: readonly Source[]): Promise<void>
  /** By id. A large catalogue takes megabytes: for what looks at each. */
  sources(): Promise<readonly Source[]>
  /** By id; those not there are left out. */
  sourcesById(ids: Iterable<string>): Promise<readonly Source[]>
  /** Another number whenever a source, or what an operator decided on one, may have changed. */
  sourcesRevision(): Promise<number>
  feedStates(): Promise<readonly FeedState[]>
  /** Of these sources, those that reserve their texts in one feed at least, as last heard. */
  reservations(sourceIds: Iterable<string>): Promise<ReadonlyMap<string, Reservation>>
  /**
   * Same `(sourceId, key)`, or the same `(sourceId, url)`: the same item, unless one poll holds both as two entries.
   * Equal `contentHash`: only points and comments are updated. Otherwise its next revision; the text before is kept in
   * the revisions. Of several drafts with one key the first counts. What `prune` removed, or the source took back before,
   * counts as unchanged. A withdrawal erases the item's words, in its revisions too, and stands in the queue as an edit.
   * @throws RangeError if a draft's `sourceId` is not the feed's
   */
  saveFeed(update: FeedUpdate): Promise<FeedOutcome>
  /** @returns those of a poll's drafts that `saveFeed` would insert or revise; a hint, as others may write in between */
  changedDrafts(sourceId: string, drafts: readonly ItemDraft[]): Promise<ReadonlySet<ItemDraft>>
  /** Of these sources, by id; those that are not known are left out. Looks at the entries of a week's items in an index. */
  healthOfSources(sourceIds: readonly string[], now: Instant): Promise<readonly SourceHealth[]>
  /** The same of one source; undefined for one that is not known. */
  healthOfSource(sourceId: string, now: Instant): Promise<SourceHealth | undefined>
  sourceRecord(sourceId: string, now: Instant): Promise<SourceRecord>
  /** Bytes that all polls of the day (UTC) of `now` brought. */
  bytesToday(now: Instant): Promise<number>

  /** In order of `seq`; each with its item as it is now, which may be a later revision. */
  revisionsAfter(seq: number, limit: number): Promise<readonly ItemRevision[]>
  /** In the order of `ids`, with their whole texts; those not there are left out. */
  items(ids: readonly number[]): Promise<readonly StoredItem[]>
  /** Every revision, oldest first; the last one is how the item is now. */
  itemHistory(
    itemId: number,
  ): Promise<
    readonly { readonly revision: number; readonly at: Instant; readonly title: string; readonly text: string }[]
  >

  engineState(): Promise<{
    readonly cursor: number
    /** Its parts, in order. */
    readonly snapshot?: readonly Uint8Array[]
    readonly snapshotCursor: number
    readonly lastStoryId: number
  }>
  /** Members (without items) of stories updated since, by story then item. */
  membersSince(updatedSince: Instant): Promise<readonly StoredMember[]>
  /** Which items these are, and no more of them. */
  placesSince(updatedSince: Instant): Promise<readonly Pick<StoredMember, 'storyId' | 'itemId'>[]>
  /** By number; a part at a time, as a month of a large catalogue is more than a thread may hold. */
  storiesSince(updatedSince: Instant): AsyncIterable<StoryRecord>
  /**
   * @throws StoryCommitError if a story's number is retired, or a merge leads nowhere
   * @throws StoryLockLostError if this store asked for the lock and was refused, or had it and another clusterer has taken over
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

  /** Whether what is opened can be written; nothing is changed to find out. */
  canWrite(): Promise<boolean>

  /** @throws BadCursorError */
  listStories(request: StoryPageRequest): Promise<StoryPage>
  countStories(filter: StoryFilter): Promise<number>
  story(id: number): Promise<StoryLookup>
  /** Numbers of published stories above `after`, those of communities among them, in order. */
  publishedIds(after: number, limit: number): Promise<readonly number[]>
  /** By the number asked for: what each story is now, through merges, without its items. Those that are gone are left out. */
  storiesNow(ids: readonly number[]): Promise<ReadonlyMap<number, StoryRecord>>
  /** Which story an item is in now. */
  storyOfItem(itemId: number): Promise<number | undefined>
  /** The same of many, by item; without those that are in none. */
  storiesOfItems(itemIds: readonly number[]): Promise<ReadonlyMap<number, number>>
  /** Full text over items' titles and texts in every language, published stories, the latest report first; each once. @throws BadCursorError */
  searchStories(query: string, limit: number, after?: string, filter?: SearchFilter): Promise<FoundStories>
  events(request: EventsRequest): Promise<readonly StoryEvent[]>
  /** Entities and hubs of published stories since, by number of stories, then name. */
  topNamed(since: Instant, limits: { readonly entities: number; readonly hubs: number }): Promise<TopNamed>
  /** Newest published first. */
  itemsOfSource(sourceId: string, limit: number): Promise<readonly (StoredItem & { readonly storyId?: number })[]>
  /** Kept as things come and go; of feeds and sources rows are counted. */
  counts(now: Instant): Promise<StoreCounts>
  /** When any feed was polled last; undefined before the first poll. */
  lastPollAt(): Promise<Instant | undefined>
  /** When any feed answered last, changed or not. */
  lastReadAt(): Promise<Instant | undefined>
  /** Days (UTC, since 1970) of the last month on which any feed was polled, and perhaps some before; in order. */
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
