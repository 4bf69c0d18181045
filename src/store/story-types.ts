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

/** One change of one story, as made; the store gives it its number. */
export interface NewStoryEvent {
  readonly storyId: number
  readonly type: StoryEventType
  readonly at: Instant
  /**
   * created/joined: `{itemId}`; merged: `{from, into}` (logged for both); headline: `{from, to}`; summary: `{from, to}` (texts);
   * held, off-beat, published: `{}`, into which state it came; kind: `{from, to}`; revised: `{itemId, fromTitle, toTitle}`; retracted: `{itemId, title}`, without
   * title where the source took the item back; corrected: `{itemId, title}` or,
   * where an edit took back what a published sentence rests on, `{itemId, sentence}`; left: `{itemId, into}`; split: `{from, into, items}`;
   * rank: `{from, to}`, scores at the same instant. What an operator did has its number `act` and its `reason` too,
   * and the number of the act that it `undoes`.
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

/** What a story was about when it opened, by its first item: by it later stories are told from new ones. */
export interface StoryOpening {
  readonly kind: StoryKind
  /** Its main entities, at most 3. */
  readonly entityIds: readonly string[]
  /** When its first item was published. */
  readonly at: Instant
}

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
  /** What it was about when it opened; absent for stories of older versions. */
  readonly opening?: StoryOpening
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

/** A merge undone: the number is its story's again. */
export interface Revival {
  readonly id: number
  /** Numbers that led to it before the merge, and lead to it again. */
  readonly ledHere: readonly number[]
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
  /** Stories among `stories` that stand again: a merge was undone. */
  readonly revivals?: readonly Revival[]
  /** Stories that lost their last item: their rows go, their numbers answer 410 ever after, their events stay. */
  readonly emptied?: readonly number[]
  /**
   * Set where a source has taken something back, even if it is empty: then the translations of `stories` go as well. Earlier events that hold
   * its words, by number, with their new data; type and date stay.
   */
  readonly redactions?: readonly Pick<StoryEvent, 'seq' | 'data'>[]
  /** What stories in `stories` say of hubs; a story not named keeps what is stored of it. */
  readonly observations?: readonly StoryObservation[]
  /**
   * The clusterer's own memory, saved now and then, in parts that are read one by one, each lasting until the next is
   * asked for; replaces the last one.
   */
  readonly engineSnapshot?: Iterable<Uint8Array>
  /** What became of an operator's act, stored with what it changed. */
  readonly act?: ActAnswer
  /** What became of what a model wrote, stored with the telling that holds it. */
  readonly modelAnswer?: { readonly id: number; readonly state: Exclude<AnswerState, 'waiting'> }
}
