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

/** Maximum length of an operator's text: a headline, a sentence or a reason. */
export const MOST_CHARACTERS = 1_000

/** A decision that an operator makes by hand. It is queued until the story step applies it, with its reason, in one transaction. */
export type OperatorAct =
  /** Without `text` the correction is removed and the engine's own headline is shown again. */
  | { readonly type: 'headline'; readonly storyId: number; readonly text?: string }
  /** Replaces `sentence`, given as published; without `text` deletes it. */
  | { readonly type: 'sentence'; readonly storyId: number; readonly sentence: string; readonly text?: string }
  | { readonly type: 'retract' | 'reinstate' | 'pin' | 'unpin'; readonly storyId: number }
  | { readonly type: 'merge'; readonly storyId: number; readonly into: number }
  /** Moves these items into a story of their own. */
  | { readonly type: 'split'; readonly storyId: number; readonly itemIds: readonly number[] }
  | { readonly type: 'move'; readonly itemId: number; readonly into: number }
  | { readonly type: 'block' | 'unblock'; readonly sourceId: string }
  | { readonly type: 'tier'; readonly sourceId: string; readonly tier: 1 | 2 | 3 | 4 }
  /** Adds the feeds of a list to the catalogue. Carried out immediately by the process that holds the catalogue, never queued. */
  | { readonly type: 'import'; readonly sourceIds: readonly string[]; readonly tier: Tier; readonly kind: SourceType }
  /** Undoes the act with this id. */
  | { readonly type: 'undo'; readonly act: number }

export interface NewAct {
  readonly act: OperatorAct
  /** Shown publicly. */
  readonly reason: string
  readonly at: Instant
}

export type ActState = 'waiting' | 'applied' | 'refused'

export interface StoredAct extends NewAct {
  readonly id: number
  readonly state: ActState
  readonly doneAt?: Instant
  /** Why a refused act was refused, in words; the id of the story that an applied act created, if any. */
  readonly answer: string
  /** What undoes it; undefined for acts that older versions applied. */
  readonly undo?: ActUndo
  /** Id of the act that undid it. */
  readonly undoneBy?: number
}

type Correction = NonNullable<StoryRulings['sentences']>[number]

/** State before and after an act. It contains no words of sources except those that the act itself quotes. */
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
      /** Items of the story that was merged away. */
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
  /** Each source as the import wrote it, so that an undo is refused if any was edited by hand since. */
  | { readonly type: 'import'; readonly written: readonly WrittenSource[] }

/** A source of the operator's own catalogue, with a hash of its entry there. */
export interface WrittenSource {
  readonly id: string
  readonly hash: string
}

/** Outcome of an act; stored in the same transaction as its changes. */
export interface ActAnswer {
  readonly id: number
  readonly state: 'applied' | 'refused'
  readonly answer: string
  readonly at: Instant
  readonly undo?: ActUndo
  /** Id of the act that this one undid. */
  readonly undoes?: number
  /** New ruling on a source; replaces the previous one. */
  readonly source?: { readonly id: string; readonly ruling: SourceRuling }
  /** Sources that are no longer polled; their items stay. */
  readonly switchedOff?: readonly string[]
}

/** An act that was carried out without the queue, with the sources it added. */
export interface DoneAct extends NewAct {
  readonly undo: ActUndo
  readonly sources: readonly Source[]
}

/** An operator's decision on a source; applied over the catalogue whenever sources are read. */
export interface SourceRuling {
  readonly tier?: { readonly tier: 1 | 2 | 3 | 4; readonly reason: string }
  /** Reason for blocking it: it is not polled and does not count as independent. */
  readonly blocked?: string
}

/** An operator's decisions on a story; kept in its record and applied over each new version that the engine writes. */
export interface StoryRulings {
  readonly headline?: string
  /** Corrected summary sentences: `from` as the engine wrote it, `to` its replacement; without `to` it is deleted. */
  readonly sentences?: readonly { readonly from: string; readonly to?: string }[]
  /** Reason for the retraction. */
  readonly retracted?: string
  /** Reason for pinning it. */
  readonly pinned?: string
  /** Its members were set by hand, so the engine never merges it. */
  readonly isFixed?: true
}

/** Queue and log of operator acts. */
export interface OperatorRecords {
  /** Queues an act. @returns its id */
  ask(act: NewAct): Promise<number>
  /** Stores an act that was already carried out, with the sources it added; once, if it is called again. @returns its id */
  record(done: DoneAct): Promise<number>
  act(id: number): Promise<StoredAct | undefined>
  /** Returns acts, oldest first if `state` is `waiting`, else newest first. */
  acts(options: { readonly state?: ActState; readonly limit: number }): Promise<readonly StoredAct[]>
  /** Returns a source as in the catalogue, without rulings applied. */
  catalogueSource(id: string): Promise<Source | undefined>
  sourceRulings(): Promise<ReadonlyMap<string, SourceRuling>>
}

/** A reader's report of an error. */
export interface NewReport {
  readonly storyId: number
  /** The sentence as published; empty for the whole story. */
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
  /** @returns id of the report */
  add(report: NewReport): Promise<number>
  /** Returns reports, newest first. */
  list(options: {
    readonly isOpen?: boolean
    readonly storyId?: number
    readonly limit: number
  }): Promise<readonly StoredReport[]>
  /** Closes a report. @returns whether it exists */
  close(id: number): Promise<boolean>
  count(options: { readonly storyId?: number; readonly isOpen?: boolean; readonly since?: Instant }): Promise<number>
}

/** An operator's judgement whether two items report one event. */
export interface NewJudgement {
  /** Two different items, in any order. */
  readonly itemIds: readonly [number, number]
  /** `true` if they report one event. */
  readonly isSame: boolean
  readonly at: Instant
}

export interface Judgement extends NewJudgement {
  /** Stories that the two items are in now; undefined if either is no longer in one. */
  readonly storyIds?: readonly [number, number]
}

/** The operator's own labels, used to evaluate clustering. */
export interface JudgementRecords {
  /** Saves a judgement; replaces an earlier one of the pair. @throws RangeError if both items are the same */
  judge(judgement: NewJudgement): Promise<void>
  /** Returns all judgements, ordered by item ids. */
  judgements(): Promise<readonly Judgement[]>
}
