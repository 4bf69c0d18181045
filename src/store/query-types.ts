import type { Instant } from '../lib/instant.ts'
import type { StoryKind } from '../story/types.ts'
import type { StoredItem } from './item-types.ts'
import type { StoredMember, StoryEventType, StoryRecord, StoryState } from './story-types.ts'

export interface StoryFilter {
  readonly kind?: StoryKind
  /** Highest tier number to include: 2 means tier 1 or 2. */
  readonly maxTier?: 1 | 2 | 3 | 4
  /** A language of one of its items, reduced as `expectedLanguage` does. `zh` matches zh-Hant, zh-Hans and yue. */
  readonly language?: string
  readonly entityId?: string
  readonly hub?: string
  readonly sourceId?: string
  /** Only stories pinned by an operator. */
  readonly isPinned?: boolean
  /** Only community stories; `undefined` or false: only others. */
  readonly community?: boolean
  /** `undefined` = published. */
  readonly state?: StoryState
  /** Bounds of `updatedAt`, both inclusive. */
  readonly since?: Instant
  readonly until?: Instant
}

export type StoryOrder = 'score' | 'newest' | 'independent'

export interface StoryPageRequest extends StoryFilter {
  readonly order: StoryOrder
  readonly limit: number
  /** `next` of the previous page. */
  readonly after?: string
  /** Default: all. */
  readonly isShown?: IsShown
}

/**
 * Decides which stories count towards the length of a page. Hidden ones are returned too, in their place in the order. Since the rows read
 * per page are bounded, a page may have few shown stories, or none, and still have a `next`.
 */
export type IsShown = (story: StoryRecord) => boolean

export interface StoryPage {
  readonly stories: readonly StoryRecord[]
  /** Opaque; undefined on the last page. */
  readonly next?: string
}

/** Most frequent entities and hubs, with their number of stories. */
export interface TopNamed {
  readonly entities: readonly { readonly entityId: string; readonly stories: number }[]
  readonly hubs: readonly { readonly hub: string; readonly stories: number }[]
}

/** Filter of a search. */
export interface SearchFilter extends Pick<StoryFilter, 'kind' | 'maxTier' | 'language' | 'since'> {
  /** Default: all. */
  readonly isShown?: IsShown
}

/** A page of search results. With a filter it may be short, or empty, and still have a `next`: the items examined per page are bounded. */
export interface FoundStories extends StoryPage {
  /** Story id → id of an item that matches the whole query: of the best role (reports before echoes), then the latest. */
  readonly itemOf: ReadonlyMap<number, number>
}

export type StoryLookup =
  | {
      readonly type: 'story'
      readonly story: StoryRecord
      readonly members: readonly (StoredMember & { readonly item: StoredItem })[]
    }
  | { readonly type: 'moved'; readonly into: number }
  /** Removed by retention, left without items, or merged into such a story: HTTP 410. */
  | { readonly type: 'gone' }
  | undefined

/** Filter of the event log. Results are in order of `seq`, descending if `newestFirst`. */
export interface EventsRequest {
  readonly afterSeq?: number
  readonly storyId?: number
  /** At most 500. */
  readonly storyIds?: readonly number[]
  readonly types?: readonly StoryEventType[]
  readonly limit: number
  readonly newestFirst?: boolean
  /** Only `corrected`, `retracted` and `reinstated`. */
  readonly isCorrecting?: boolean
  /** Bounds of `at`: `since` inclusive, `until` exclusive. */
  readonly since?: Instant
  readonly until?: Instant
}
