import type { Instant } from '../lib/instant.ts'
import type { RankInput } from '../rank/signal.ts'
import type { Explanation, Phrase } from '../rank/types.ts'
import type { Previously } from '../story/instalments.ts'
import type { Coverage, Receipt, Role, StoryKind } from '../story/types.ts'
import type { Facts } from '../summary/facts/types.ts'
import type { ModelSummary } from '../summary/model/types.ts'
import type { Headline, Summary } from '../summary/types.ts'
import type { StoryObservation } from './evidence-types.ts'
import type { AnswerState } from './model-types.ts'
import type { ActAnswer, StoryRulings } from './operator-types.ts'

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
  'off-beat',
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

/** One change of one story; the store assigns its sequence number. */
export interface NewStoryEvent {
  readonly storyId: number
  readonly type: StoryEventType
  readonly at: Instant
  /**
   * Fields by event type. created, joined: `{itemId}`; left: `{itemId, into}`; merged: `{from, into}`, logged for both stories; split:
   * `{from, into, items}`; headline, kind: `{from, to}`; summary: `{from, to}`, texts; rank: `{from, to}`, scores at the same instant; held,
   * off-beat, published: `{}`, the new state is the type; revised: `{itemId, fromTitle, toTitle}`; retracted: `{itemId, title}`, without
   * title if the source withdrew the item; corrected: `{itemId, title}`, or `{itemId, sentence}` if an edit removed the evidence of a
   * published sentence. An operator's event also has the id of the `act`, its `reason`, and the id of the act that it `undoes`.
   */
  readonly data: Readonly<Record<string, string | number>>
}

/** A logged event. */
export interface StoryEvent extends NewStoryEvent {
  /** Gap-free over all stories, from 1, so that whoever follows the log sees that nothing is missing. */
  readonly seq: number
}

export const STORY_STATES = ['published', 'held', 'off-beat', 'retracted'] as const

/**
 * State of a story. `held`: below the coherence floor; `off-beat`: not about the field that this deployment follows; `retracted`: by
 * an operator. Only `published` stories appear in lists of news and in search; the others still have pages of their own.
 */
export type StoryState = (typeof STORY_STATES)[number]

/** What a story was about when it opened, from its first item; the novelty of later stories is measured against it. */
export interface StoryOpening {
  readonly kind: StoryKind
  /** Main entities, at most 3. */
  readonly entityIds: readonly string[]
  /** Publication date of its first item. */
  readonly at: Instant
}

/** A story as readers see it; one row of the table. */
export interface StoryRecord {
  readonly id: number
  readonly headline: Headline
  readonly kind: StoryKind
  /** Why it has this kind; undefined for stories last written by older versions. */
  readonly kindReason?: Phrase
  readonly state: StoryState
  readonly score: number
  readonly explanation: Explanation
  /** Input of the score; `rankStory(rankInput, now, weights)` ranks it again for another time or with other weights. */
  readonly rankInput: RankInput
  /** What it was about when it opened; undefined for stories of older versions. */
  readonly opening?: StoryOpening
  readonly rankedAt: Instant
  readonly coverage: Coverage
  readonly summary: Summary
  /** What its reports say, side by side; undefined for stories last written by older versions. */
  readonly facts?: Facts
  /** Entities it is about, highest weight first, at most 12. */
  readonly entityIds: readonly string[]
  /** Hubs it concerns, from those of its entities that have a place. */
  readonly hubs: readonly string[]
  /** Has only community items (tier 4), or no report yet; shown on the pulse page, not the front page. */
  readonly isCommunity: boolean
  /** Family of the source to read first; briefs and the front page cap stories per family. */
  readonly leadFamily: string
  readonly createdAt: Instant
  /** Latest publication or edit among its items, as dated by the sources; never the time of our own processing. */
  readonly updatedAt: Instant
  /** Summary by a model that passed the check; undefined if there is none. */
  readonly byModel?: ModelSummary
  /** An operator's decisions; undefined for nearly all stories. */
  readonly rulings?: StoryRulings
  /** The previous instalment; its id may redirect by now. */
  readonly previously?: Previously
  /** Stories that named this one as their previous instalment; their own `previously` says whether they still do. */
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

/** The undoing of a merge: the id names a story of its own again. */
export interface Revival {
  readonly id: number
  /** Ids that redirected to it before the merge, and do so again. */
  readonly ledHere: readonly number[]
}

/** Everything that one batch of the story step changed; stored in one transaction. */
export interface StoryCommit {
  /** Cursor after this batch: the `seq` of the last item revision processed. */
  readonly cursor: number
  /** Whole rows, inserted or replaced. The store sets `revision`: previous + number of the story's events in the batch. */
  readonly stories: readonly Omit<StoryRecord, 'revision'>[]
  /** All members of each story in `stories` whose membership changed; replaces what was there. */
  readonly members: readonly StoredMember[]
  /** Old id → surviving id. The old row is deleted, its id redirects until revived, and chains of redirects are flattened. */
  readonly merges: readonly { readonly from: number; readonly into: number }[]
  readonly events: readonly NewStoryEvent[]
  /** Those of `stories` whose merge was undone. */
  readonly revivals?: readonly Revival[]
  /** Stories that lost their last item: their rows are deleted, their ids answer 410 from then on, their events stay. */
  readonly emptied?: readonly number[]
  /**
   * Earlier events that contain words of a withdrawn item, with new data; type and date stay. Set, even if empty, whenever a source has
   * withdrawn something: the translations of `stories` and `emptied` are then deleted as well.
   */
  readonly redactions?: readonly Pick<StoryEvent, 'seq' | 'data'>[]
  /** What those of `stories` say about hubs; stories not named keep what is stored. */
  readonly observations?: readonly StoryObservation[]
  /**
   * Snapshot of the clusterer's memory, taken now and then; replaces the previous one. Parts are read one by one, and each is
   * valid only until the next is requested.
   */
  readonly engineSnapshot?: Iterable<Uint8Array>
  /** Outcome of an operator's act, stored with its changes. */
  readonly act?: ActAnswer
  /** Outcome of a model's answer, stored with the story that uses it. */
  readonly modelAnswer?: { readonly id: number; readonly state: Exclude<AnswerState, 'waiting'> }
}
