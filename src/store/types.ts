import type { Mention } from '../entity/types.ts'
import type { Item, NewItem } from '../item/types.ts'
import type { Instant } from '../lib/instant.ts'
import type { RankInput } from '../rank/signal.ts'
import type { Explanation, Phrase } from '../rank/types.ts'
import type { FeedState, Source } from '../source/types.ts'
import type { Previously } from '../story/instalments.ts'
import type { Coverage, Receipt, Role, StoryKind } from '../story/types.ts'
import type { Facts } from '../summary/facts/types.ts'
import type { ModelSummary } from '../summary/model/types.ts'
import type { Headline, Summary } from '../summary/types.ts'
import type { AdminRecords } from './admin-types.ts'
import type { EmbeddingRecords } from './embedding-types.ts'
import type { EvidenceRecords, StoryObservation } from './evidence-types.ts'
import type { AnswerState, ModelRecords } from './model-types.ts'
import type { ActAnswer, JudgementRecords, OperatorRecords, ReaderReports, StoryRulings } from './operator-types.ts'
import type { DeliveryRecords, EditionRecords, SavedDecisionRecords, SubscriberRecords } from './post-types.ts'
import type { StreamRecords } from './stream-types.ts'
import type { TranslationRecords } from './translation-types.ts'
import type { WebSubRecords } from './web-sub-types.ts'

/** An item ready to be stored, with the entities it names. */
export interface ItemDraft {
  readonly item: NewItem
  /** In `title + '\n' + text`. */
  readonly mentions: readonly Mention[]
}

/** What one poll of one feed brought; stored in one transaction (invariant 1). */
export interface FeedUpdate {
  readonly state: FeedState
  /** Kept in place of `state` where no draft was new or edited: only the store can tell, and the schedule depends on it. */
  readonly stateIfUnchanged?: FeedState
  /** Empty after a failure or "not modified". */
  readonly drafts: readonly ItemDraft[]
  /** Keys of items that the source has taken back: a deleted post. Those not stored are passed over. */
  readonly withdrawn?: readonly string[]
  /** How the poll went, for the source's page; what it inserted and revised is added by the store. */
  readonly poll?: Omit<FeedPoll, 'inserted' | 'revised'>
}

/** One poll of one feed, as it is remembered. */
export interface FeedPoll {
  readonly at: Instant
  readonly outcome: 'changed' | 'unchanged' | 'failed'
  readonly status?: number
  /** In words, after a failure. */
  readonly error?: string
  readonly latencyMs: number
  /** The hub delivered it; nobody asked. It counts as no poll of its day. */
  readonly isDelivered?: boolean
  readonly bodyBytes: number
  /** In the answer; undefined where it was not read. */
  readonly entries?: number
  readonly inserted: number
  readonly revised: number
}

/** The polls of one day (UTC), summed. */
export interface FeedDay {
  /** Days since 1970. */
  readonly day: number
  readonly polls: number
  readonly failures: number
  /** Sum over the polls. */
  readonly latencyMs: number
  readonly inserted: number
  readonly revised: number
  readonly bodyBytes: number
}

/** What a source has done, for its page. Counts are over its newest 500 items in stories. */
export interface SourceRecord {
  /** Newest first; the last 30 of each feed. */
  readonly polls: readonly (FeedPoll & { readonly feedUrl: string })[]
  /** Oldest first, at most 31; days without a poll are left out. */
  readonly days: readonly FeedDay[]
  readonly members: number
  /** Items whose text another publisher had too. */
  readonly copies: number
  /** Items that are the one to read first of their story. */
  readonly led: number
  /** Stories of several owners that it reported first. */
  readonly first: number
}

export interface FeedOutcome {
  readonly inserted: readonly number[]
  readonly revised: readonly number[]
  readonly unchanged: number
  readonly withdrawn: readonly number[]
}

export interface StoredItem extends Item {
  readonly mentions: readonly Mention[]
  /** When its source took it back. Its words are gone; only `revisionsAfter` brings such items. */
  readonly withdrawnAt?: Instant
}

/** An arrival, an edit or a withdrawal, in the order stored: the story step's queue. */
export interface ItemRevision {
  /** Gap-free per engine run is not promised; strictly increasing is. */
  readonly seq: number
  readonly isNew: boolean
  readonly item: StoredItem
}

export const STORY_EVENT_TYPES = [
  'created',
  'joined',
  'left',
  'merged',
  'split',
  'headline',
  'summary',
  'kind',
  'held',
  'published',
  'revised',
  'corrected',
  'retracted',
  'reinstated',
  'pinned',
  'unpinned',
  'rank',
] as const
export type StoryEventType = (typeof STORY_EVENT_TYPES)[number]

/** One change of one story, as made; the store gives it its number. */
export interface NewStoryEvent {
  readonly storyId: number
  readonly type: StoryEventType
  readonly at: Instant
  /**
   * created/joined: `{itemId}`; merged: `{from, into}` (logged for both); headline: `{from, to}`; summary: `{from, to}` (texts);
   * kind: `{from, to}`; revised: `{itemId, fromTitle, toTitle}`; retracted: `{itemId, title}`, without
   * title where the source took the item back; corrected: `{itemId, title}` or,
   * where an edit took back what a published sentence rests on, `{itemId, sentence}`; left: `{itemId, into}`; split: `{from, into, items}`;
   * rank: `{from, to}`, scores at the same instant. What an operator did has its number `act` and its `reason` too.
   */
  readonly data: Readonly<Record<string, string | number>>
}

/** Gap-free over all stories, from 1 (invariant 9). */
export interface StoryEvent extends NewStoryEvent {
  readonly seq: number
}

export const STORY_STATES = ['published', 'held', 'off-beat', 'retracted'] as const
/**
 * `published`; `held`: below the coherence floor; `off-beat`: not about the field that this deployment follows; `retracted`
 * by an operator. The last three have pages of their own, but are on no list of news and in no search.
 */
export type StoryState = (typeof STORY_STATES)[number]

/** A story as readers see it: one row. */
export interface StoryRecord {
  readonly id: number
  readonly headline: Headline
  readonly kind: StoryKind
  /** What decided its kind; stories told by older versions have none. */
  readonly kindReason?: Phrase
  readonly state: StoryState
  readonly score: number
  readonly explanation: Explanation
  /** What the score was computed from: rank it again for another time or with other weights by `rankStory(rankInput, now, weights)`. */
  readonly rankInput: RankInput
  readonly rankedAt: Instant
  readonly coverage: Coverage
  readonly summary: Summary
  /** What its reports say side by side; absent for a story last told before these were kept. */
  readonly facts?: Facts
  /** Entities it is about, weightiest first, at most 12. */
  readonly entityIds: readonly string[]
  /** Hubs it stands in, from entities that stand in a place. */
  readonly hubs: readonly string[]
  /** Only community items (tier 4) or no report yet: shown on the pulse page, not the front page. */
  readonly isCommunity: boolean
  /** Family of the source to read first; briefs and front page cap by it. */
  readonly leadFamily: string
  readonly createdAt: Instant
  /** Newest publication or edit among its items, as said by the sources: news time, never the time of our own work. */
  readonly updatedAt: Instant
  /** What a model wrote and the check let through; undefined where none did. */
  readonly byModel?: ModelSummary
  /** What an operator decided; undefined for nearly all. */
  readonly rulings?: StoryRulings
  /** The instalment before; its number may lead elsewhere by now. */
  readonly previously?: Previously
  /** Stories that named this one as the instalment before: whether they still do stands with them. */
  readonly next?: readonly number[]
  /** 1 when created; one more with each event. */
  readonly revision: number
}

export interface StoredMember {
  readonly storyId: number
  readonly itemId: number
  readonly role: Role
  readonly of?: number
  readonly tier: 1 | 2 | 3 | 4
  readonly receipt: Receipt
  readonly joinedAt: Instant
}

/** Everything one batch of the story step changed; stored in one transaction. */
export interface StoryCommit {
  /** Cursor after this batch: the `seq` of the last item revision worked off. */
  readonly cursor: number
  /** Whole rows, inserted or replaced. `revision` is the store's: previous + number of this story's events in the batch. */
  readonly stories: readonly Omit<StoryRecord, 'revision'>[]
  /** All members of each story in `stories` whose membership changed; replaces what was there. */
  readonly members: readonly StoredMember[]
  /** Old number → surviving number. The old row goes, the number redirects for ever, chains are flattened. */
  readonly merges: readonly { readonly from: number; readonly into: number }[]
  readonly events: readonly NewStoryEvent[]
  /** Stories that lost their last item: their rows go, their numbers answer 410 ever after, their events stay. */
  readonly emptied?: readonly number[]
  /** Earlier events with words in them that a source has taken back: number and data, type and date stay. */
  readonly redactions?: readonly Pick<StoryEvent, 'seq' | 'data'>[]
  /** What stories in `stories` say of hubs; a story not named keeps what is stored of it. */
  readonly observations?: readonly StoryObservation[]
  /** The clusterer's own memory, saved now and then, in parts that are read one by one; replaces the last one. */
  readonly engineSnapshot?: Iterable<Uint8Array>
  /** What became of an operator's act, stored with what it changed. */
  readonly act?: ActAnswer
  /** What became of what a model wrote, stored with the telling that holds it. */
  readonly modelAnswer?: { readonly id: number; readonly state: Exclude<AnswerState, 'waiting'> }
}

export interface StoryFilter {
  readonly kind?: StoryKind
  /** At least this good: 2 means tier 1 or 2. */
  readonly maxTier?: 1 | 2 | 3 | 4
  /** One of the languages its items have. `zh` matches zh-Hant and zh-Hans. */
  readonly language?: string
  readonly entityId?: string
  readonly hub?: string
  readonly sourceId?: string
  /** Only those that an operator pinned. */
  readonly isPinned?: boolean
  /** `undefined` = not community. */
  readonly community?: boolean
  /** `undefined` = published. */
  readonly state?: StoryState
  /** On `updatedAt`. */
  readonly since?: Instant
  readonly until?: Instant
}

export type StoryOrder = 'score' | 'newest' | 'independent'

export interface StoryPageRequest extends StoryFilter {
  readonly order: StoryOrder
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string
}

export interface StoryPage {
  readonly stories: readonly StoryRecord[]
  /** Opaque; undefined on the last page. */
  readonly next?: string
}

export type StoryLookup =
  | {
      readonly type: 'story'
      readonly story: StoryRecord
      readonly members: readonly (StoredMember & { readonly item: StoredItem })[]
    }
  | { readonly type: 'moved'; readonly into: number }
  /** Removed by retention, or merged into one that was: 410. */
  | { readonly type: 'gone' }
  | undefined

/** How a source did, for the sources pages. */
export interface SourceHealth {
  readonly source: Source
  readonly feeds: readonly FeedState[]
  readonly items: number
  /** Items first seen in the last 7 days, divided by 7 (or by its age in days, if younger). */
  readonly itemsPerDay: number
  readonly lastItemAt?: Instant
}

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
  sources(): Promise<readonly Source[]>
  feedStates(): Promise<readonly FeedState[]>
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
  sourceHealth(now: Instant): Promise<readonly SourceHealth[]>
  sourceRecord(sourceId: string, now: Instant): Promise<SourceRecord>
  /** Bytes that all polls of the day (UTC) of `now` brought. */
  bytesToday(now: Instant): Promise<number>

  /** In order of `seq`; each with its item as it is now, which may be a later revision. */
  revisionsAfter(seq: number, limit: number): Promise<readonly ItemRevision[]>
  /** In the order of `ids`; those not there are left out. */
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
  storiesSince(updatedSince: Instant): Promise<readonly StoryRecord[]>
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

  /** @throws BadCursorError */
  listStories(request: StoryPageRequest): Promise<StoryPage>
  countStories(filter: StoryFilter): Promise<number>
  story(id: number): Promise<StoryLookup>
  /** Which story an item is in now. */
  storyOfItem(itemId: number): Promise<number | undefined>
  /** Full text over items' titles and texts in every language, published stories by their newest matching item; each once. @throws BadCursorError */
  searchStories(query: string, limit: number, after?: string): Promise<StoryPage>
  events(options: {
    readonly afterSeq?: number
    readonly storyId?: number
    /** At most 500. */
    readonly storyIds?: readonly number[]
    readonly types?: readonly StoryEventType[]
    readonly limit: number
    readonly newestFirst?: boolean
    /** Only `corrected`, `retracted` and `reinstated`. */
    readonly isCorrecting?: boolean
    /** On `at`. */
    readonly since?: Instant
    readonly until?: Instant
  }): Promise<readonly StoryEvent[]>
  /** Entities of published stories since, by number of stories. */
  topEntities(
    since: Instant,
    limit: number,
  ): Promise<readonly { readonly entityId: string; readonly stories: number }[]>
  topHubs(since: Instant, limit: number): Promise<readonly { readonly hub: string; readonly stories: number }[]>
  /** Newest published first. */
  itemsOfSource(sourceId: string, limit: number): Promise<readonly (StoredItem & { readonly storyId?: number })[]>
  counts(now: Instant): Promise<StoreCounts>

  readonly operator: OperatorRecords
  readonly reports: ReaderReports
  readonly labels: JudgementRecords
  readonly admin: AdminRecords
  readonly editions: EditionRecords
  readonly subscribers: SubscriberRecords
  readonly evidence: EvidenceRecords
  readonly deliveries: DeliveryRecords
  readonly savedDecisions: SavedDecisionRecords
  readonly models: ModelRecords
  readonly embeddings: EmbeddingRecords
  readonly translations: TranslationRecords
  readonly webSub: WebSubRecords
  readonly streams: StreamRecords
}
