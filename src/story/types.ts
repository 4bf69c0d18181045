import type { Mention } from '../entity/types.ts'
import type { Item } from '../item/types.ts'
import type { Instant } from '../lib/instant.ts'
import type { MeaningVector } from './meaning/meaning-vector.ts'

/** What a story needs to know of an item's source. */
export interface Publisher {
  readonly sourceId: string
  readonly name: string
  readonly tier: 1 | 2 | 3 | 4
  readonly tierReason: string
  readonly type: string
  readonly family: string
  readonly country: string
  readonly countsAsIndependent: boolean
}

/** An item with what the earlier steps found out about it: the unit of story, rank and summary. */
export interface StoryItem extends Omit<Item, 'contentHash' | 'feedUrl' | 'key'> {
  readonly publisher: Publisher
  /** Mentions in `title + '\n' + text`. */
  readonly mentions: readonly Mention[]
}

/**
 * What the clusterer reads: a subset of `StoryItem`, so that `auspex cluster` can feed plain lines. Without `at`, only the order of
 * items counts.
 */
export interface ClusterInput {
  readonly id: number
  readonly title: string
  readonly text: string
  /** BCP 47, `und` if not known. */
  readonly language: string
  readonly at?: Instant
  readonly url?: string
  readonly publisher?: string
  /** Whether the publisher speaks of its own doings, as a laboratory does in its blog. */
  readonly isFirstParty?: boolean
  readonly form?: Item['form']
  readonly links?: readonly string[]
  readonly pointsTo?: string
  readonly fingerprint?: readonly number[]
  /** Entity ids that the item names, distinct. */
  readonly entityIds: readonly string[]
  /** Direction of its embedding; without one, words decide alone. */
  readonly meaning?: MeaningVector
}

export const RECEIPT_RULES = ['opened', 'content', 'link', 'copy', 'merge', 'split', 'operator'] as const
/**
 * The rule that decided: `opened` a story; `content` similar enough; `link` points to a member (or a member to it);
 * `copy` near-identical text; `merge` came with a merged story; `split` left a story together with others; `operator` moved by hand.
 */
export type ReceiptRule = (typeof RECEIPT_RULES)[number]

/** A word and its English translation. */
export interface SharedMeaning {
  readonly word: string
  readonly english: string
}

/** Why an item is in a story. Kept, shown, and enough to check the decision by hand. */
export interface Receipt {
  readonly rule: ReceiptRule
  /**
   * Similarity in [0, 1] to the story joined (for `opened`, to the best story not joined; for `split`, to what stayed, as a share
   * of that within), and the threshold: from it on items join and stories merge, below it they open and split.
   */
  readonly score: number
  readonly threshold: number
  /** Shared, strongest first; at most 8 each. */
  readonly sharedTerms: readonly string[]
  readonly sharedEntities: readonly string[]
  readonly sharedNumbers: readonly string[]
  /** Between two languages: words that mean the same, as either side writes them, with their English translation; at most 8. */
  readonly sharedMeanings?: readonly SharedMeaning[]
  /** Hours between the item and the most similar member; undefined without dates. */
  readonly gapHours?: number
  /** The member that the rule rests on: most similar, pointed to, or copied. */
  readonly nearestItemId?: number
  /**
   * Cosine similarity of the meanings, by a model: −1 to 1, about 0 for any two items. For a `merge` that has it, the score is
   * this, reduced by the time between.
   */
  readonly meaning?: number
  /** What that added to the score by words or, if negative, took from it; absent if it changed nothing. */
  readonly meaningGain?: number
  /** The best story that lost, for comparison. */
  readonly runnerUp?: { readonly storyId: number; readonly score: number }
}

/** What a clusterer did; a split opens `storyId` with items of `fromStoryId`, which keeps the others and its number. */
export type StoryChange =
  | { readonly type: 'created'; readonly storyId: number; readonly itemId: number; readonly receipt: Receipt }
  | { readonly type: 'joined'; readonly storyId: number; readonly itemId: number; readonly receipt: Receipt }
  | { readonly type: 'merged'; readonly storyId: number; readonly fromStoryId: number; readonly receipt: Receipt }
  | {
      readonly type: 'split'
      readonly storyId: number
      readonly fromStoryId: number
      readonly itemIds: readonly number[]
      readonly receipt: Receipt
    }

/** Groups items into stories, one at a time, without looking ahead. Deterministic. */
export interface Clusterer {
  /**
   * Places one item and returns what happened, in order: exactly one `created` or `joined` for the item,
   * then any splits and merges that its arrival set off. Items come in order of arrival.
   */
  assign(item: ClusterInput): readonly StoryChange[]
  /** Open stories and their items, oldest story first. */
  stories(): readonly { readonly storyId: number; readonly itemIds: readonly number[] }[]
}

/** `report` own reporting, `copy` same text elsewhere, `echo` only points to another, `mention` a digest that names the event among others. */
export type Role = 'report' | 'copy' | 'echo' | 'mention'

/** An item's part in a story. */
export interface Member {
  readonly item: StoryItem
  readonly role: Role
  /** The member copied or pointed to. */
  readonly of?: number
  /** Tier of this item: its source's, but 3 for an opinion in a tier 1–2 source. */
  readonly tier: 1 | 2 | 3 | 4
  readonly receipt: Receipt
}

/** Who carries a story. Counts never include echoes, copies or mentions as reports. */
export interface Coverage {
  /** Families with at least one report that counts. */
  readonly independent: number
  readonly reports: number
  readonly copies: number
  readonly echoes: number
  readonly mentions: number
  readonly bestTier: 1 | 2 | 3 | 4
  /** Independent families by best tier, index 0 = tier 1. */
  readonly familiesByTier: readonly [number, number, number, number]
  readonly languages: readonly string[]
  /** Item to read first: primary document, else best-tier earliest report; never an echo if a report exists. */
  readonly originalItemId: number
  readonly firstPublishedAt: Instant
  /** Newest independent report. */
  readonly lastReportAt: Instant
}

export const STORY_KINDS = [
  'release',
  'research',
  'policy',
  'funding',
  'infrastructure',
  'incident',
  'opinion',
  'tool',
  'business',
  'people',
  'other',
] as const
export type StoryKind = (typeof STORY_KINDS)[number]
