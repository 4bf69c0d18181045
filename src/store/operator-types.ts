import type { Instant } from '../lib/instant.ts'
import type { Source, SourceType, Tier } from '../source/types.ts'

export const ACT_TYPES = [
  'headline',
  'sentence',
  'retract',
  'reinstate',
  'merge',
  'split',
  'move',
  'pin',
  'unpin',
  'block',
  'unblock',
  'tier',
  'import',
  'undo',
] as const
export type ActType = (typeof ACT_TYPES)[number]

/** Longest text of an operator's: a headline, a sentence, a reason. */
export const MOST_CHARACTERS = 1_000

/** What an operator decides by hand. It waits in a queue until the story step applies it, with its reason, in a transaction. */
export type OperatorAct =
  /** Without `text` the correction is lifted and the engine's own headline stands again. */
  | { readonly type: 'headline'; readonly storyId: number; readonly text?: string }
  /** `sentence` as published; without `text` it is struck. */
  | { readonly type: 'sentence'; readonly storyId: number; readonly sentence: string; readonly text?: string }
  | { readonly type: 'retract' | 'reinstate' | 'pin' | 'unpin'; readonly storyId: number }
  | { readonly type: 'merge'; readonly storyId: number; readonly into: number }
  /** Takes these items out into a story of their own. */
  | { readonly type: 'split'; readonly storyId: number; readonly itemIds: readonly number[] }
  | { readonly type: 'move'; readonly itemId: number; readonly into: number }
  | { readonly type: 'block' | 'unblock'; readonly sourceId: string }
  | { readonly type: 'tier'; readonly sourceId: string; readonly tier: 1 | 2 | 3 | 4 }
  /** Follows the feeds of a list. It is done where it is asked for, by whoever has the catalogue, and never waits in the queue. */
  | { readonly type: 'import'; readonly sourceIds: readonly string[]; readonly tier: Tier; readonly kind: SourceType }
  /** Takes back the act of that number. */
  | { readonly type: 'undo'; readonly act: number }

export interface NewAct {
  readonly act: OperatorAct
  /** Public. */
  readonly reason: string
  readonly at: Instant
}

export type ActState = 'waiting' | 'applied' | 'refused'

export interface StoredAct extends NewAct {
  readonly id: number
  readonly state: ActState
  readonly doneAt?: Instant
  /** Why it was refused, in words; of what was applied: the story that came of it, where it is a new one. */
  readonly answer: string
  /** What undoes it; of an act that older versions applied, nothing does. */
  readonly undo?: ActUndo
  /** Number of the act that undid it. */
  readonly undoneBy?: number
}

type Correction = NonNullable<StoryRulings['sentences']>[number]

/** What an act changed, as it was before and as the act left it. It holds no words of sources but those that the act names. */
export type ActUndo =
  | {
      readonly type: 'ruling'
      readonly storyId: number
      readonly key: 'headline' | 'retracted' | 'pinned'
      readonly before?: string
      readonly after?: string
    }
  | { readonly type: 'sentence'; readonly storyId: number; readonly before?: Correction; readonly after: Correction }
  | {
      readonly type: 'merge'
      readonly from: number
      readonly into: number
      /** Of the story that went. */
      readonly itemIds: readonly number[]
      readonly rulings?: StoryRulings
    }
  | { readonly type: 'split'; readonly from: number; readonly into: number }
  | { readonly type: 'move'; readonly itemId: number; readonly from: number; readonly into: number }
  | {
      readonly type: 'source'
      readonly sourceId: string
      readonly key: keyof SourceRuling
      readonly before?: SourceRuling[keyof SourceRuling]
      readonly after?: SourceRuling[keyof SourceRuling]
    }
  /** Each source as the import wrote it, so that what was changed by hand since is not lost. */
  | { readonly type: 'import'; readonly written: readonly WrittenSource[] }

/** A source of the operator's own catalogue, and a hash of all that stands there of it. */
export interface WrittenSource {
  readonly id: string
  readonly hash: string
}

/** What became of an act; stored with the changes that it made. */
export interface ActAnswer {
  readonly id: number
  readonly state: 'applied' | 'refused'
  readonly answer: string
  readonly at: Instant
  readonly undo?: ActUndo
  /** Number of the act that this one undid. */
  readonly undoes?: number
  /** What is to be held of a source from now on; replaces the ruling before. */
  readonly source?: { readonly id: string; readonly ruling: SourceRuling }
  /** Sources that are polled no more; what they published stays. */
  readonly switchedOff?: readonly string[]
}

/** What was done where it was asked for, and the sources that came of it. */
export interface DoneAct extends NewAct {
  readonly undo: ActUndo
  readonly sources: readonly Source[]
}

/** What an operator decided about a source; laid over the catalogue whenever sources are read. */
export interface SourceRuling {
  readonly tier?: { readonly tier: 1 | 2 | 3 | 4; readonly reason: string }
  /** Why: polled no more, and what it said counts for nothing. */
  readonly blocked?: string
}

/** What an operator decided about a story; kept in its record and laid over each new telling. */
export interface StoryRulings {
  readonly headline?: string
  /** Sentences of the summary: as the engine has them, and what stands instead; nothing: struck. */
  readonly sentences?: readonly { readonly from: string; readonly to?: string }[]
  /** The reason for it. */
  readonly retracted?: string
  /** The reason for it. */
  readonly pinned?: string
  /** Its members were set by hand: the engine merges it with no other story. */
  readonly isFixed?: true
}

/** The queue of acts, and what came of them. */
export interface OperatorRecords {
  /** @returns the act's number */
  ask(act: NewAct): Promise<number>
  /** Keeps an act that was applied already, together with the sources that it brought. @returns the act's number */
  record(done: DoneAct): Promise<number>
  act(id: number): Promise<StoredAct | undefined>
  /** Oldest first where `state` is `waiting`, else newest first. */
  acts(options: { readonly state?: ActState; readonly limit: number }): Promise<readonly StoredAct[]>
  /** A source as the catalogue has it, without rulings. */
  catalogueSource(id: string): Promise<Source | undefined>
  sourceRulings(): Promise<ReadonlyMap<string, SourceRuling>>
}

/** What a reader holds to be wrong. */
export interface NewReport {
  readonly storyId: number
  /** The sentence as it stood; empty: the whole story. */
  readonly sentence: string
  readonly note: string
  readonly language: string
  readonly at: Instant
}

export interface StoredReport extends NewReport {
  readonly id: number
  readonly isOpen: boolean
}

export interface ReaderReports {
  add(report: NewReport): Promise<number>
  /** Newest first. */
  list(options: {
    readonly isOpen?: boolean
    readonly storyId?: number
    readonly limit: number
  }): Promise<readonly StoredReport[]>
  /** @returns whether there is such a report */
  close(id: number): Promise<boolean>
  count(options: { readonly storyId?: number; readonly isOpen?: boolean; readonly since?: Instant }): Promise<number>
}

/** What an operator holds of two items. */
export interface NewJudgement {
  /** In any order; never one item twice. */
  readonly itemIds: readonly [number, number]
  /** Whether they report one event. */
  readonly isSame: boolean
  readonly at: Instant
}

export interface Judgement extends NewJudgement {
  /** Where the two are now; absent when one of them is in no story any more. */
  readonly storyIds?: readonly [number, number]
}

/** The operator's own labels, on which the engine is measured. */
export interface JudgementRecords {
  /** Replaces what was held of the pair before. @throws RangeError for one item twice */
  judge(judgement: NewJudgement): Promise<void>
  /** By items. */
  judgements(): Promise<readonly Judgement[]>
}
