import type { Instant } from '../lib/instant.ts'
import type { StoryKind } from '../story/types.ts'
import type { StoredItem } from './item-types.ts'
import type { StoredMember, StoryEventType, StoryRecord, StoryState } from './story-types.ts'

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
  /** Default: all. */
  readonly isShown?: IsShown
}

/**
 * Which stories fill a page. The others are on it too, where they stand, up to the next one that would be shown; within bounds: where hardly
 * one is, a page may be short, or have none, and yet have a `next`.
 */
export type IsShown = (story: StoryRecord) => boolean

export interface StoryPage {
  readonly stories: readonly StoryRecord[]
  /** Opaque; undefined on the last page. */
  readonly next?: string
}

/** What stories name, by number of stories. */
export interface TopNamed {
  readonly entities: readonly { readonly entityId: string; readonly stories: number }[]
  readonly hubs: readonly { readonly hub: string; readonly stories: number }[]
}

/** What narrows a search. */
export interface SearchFilter extends Pick<StoryFilter, 'kind' | 'maxTier' | 'language' | 'since'> {
  /** Default: all. */
  readonly isShown?: IsShown
}

/** What a search found. With a filter a page may be short, or empty, and yet have a `next`: what was looked through is bounded. */
export interface FoundStories extends StoryPage {
  /** By story: an item that holds all that was looked for; a report rather than an echo, then the one that came last. */
  readonly itemOf: ReadonlyMap<number, number>
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

/** Which events of the log are wanted; in order of `seq` unless the newest come first. */
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
  /** On `at`. */
  readonly since?: Instant
  readonly until?: Instant
}
