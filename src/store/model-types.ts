import type { Instant } from '../lib/instant.ts'
import type { ModelSummary } from '../summary/model/types.ts'

export type CallPurpose = 'summary' | 'repair' | 'translation' | 'embedding' | 'trial'

/** `running` while it is under way, and for ever where the process died in it: what was set aside stays spent. */
export type CallOutcome = 'running' | 'answered' | 'nonsense' | 'refused' | 'rate-limited' | 'failed' | 'timed-out'

/** A call about to be made. Costs are in millionths of a dollar. */
export interface NewModelCall {
  readonly at: Instant
  readonly purpose: CallPurpose
  readonly provider: string
  readonly model: string
  readonly storyId?: number
  readonly inputHash: string
  /** The most that it can cost; counts as spent until the call is settled. */
  readonly reservedMicroUsd: number
}

/** How a call ended. */
export interface CallResult {
  readonly outcome: Exclude<CallOutcome, 'running'>
  readonly tokensIn: number
  readonly tokensOut: number
  readonly costMicroUsd: number
  readonly durationMs: number
  /** In words; empty where it was answered. Never holds a key. */
  readonly error: string
}

export interface StoredModelCall extends Omit<NewModelCall, 'reservedMicroUsd'>, Omit<CallResult, 'outcome'> {
  readonly id: number
  readonly outcome: CallOutcome
}

export interface Spending {
  readonly calls: number
  readonly failed: number
  readonly tokensIn: number
  readonly tokensOut: number
  readonly costMicroUsd: number
}

/** How a model answers, in the words of the status page. */
export interface ModelHealth {
  readonly model: string
  /** `nonsense`: it answers, but with nothing that can be used. */
  readonly state: 'answering' | 'nonsense' | 'resting' | 'over-budget' | 'untried'
  readonly at: Instant
  /** Why it rests, or what is wrong with its answer, in words, English. */
  readonly reason?: string
  /** When it is tried again. */
  readonly until?: Instant
}

export type AnswerState = 'waiting' | 'applied' | 'stale' | 'empty'

/** What a model wrote, on its way to the story step. */
export interface StoredAnswer {
  readonly id: number
  readonly storyId: number
  readonly inputHash: string
  readonly at: Instant
  readonly summary: ModelSummary
}

/** The ledger of calls, the queue of what models wrote, and how they answer. */
export interface ModelRecords {
  /**
   * Sets the most that a call can cost aside, unless the day (UTC) has no room for it.
   *
   * @param dailyBudgetMicroUsd undefined: no limit
   * @returns the number of the call; undefined where it must not be made
   */
  reserve(call: NewModelCall, dailyBudgetMicroUsd: number | undefined): Promise<number | undefined>
  settle(id: number, result: CallResult): Promise<void>
  /** Newest first. */
  calls(options: { readonly storyId?: number; readonly limit: number }): Promise<readonly StoredModelCall[]>
  /** Of the days (UTC, since 1970) from `firstDay` to `lastDay`, both counted. */
  spending(firstDay: number, lastDay: number): Promise<Spending>
  /** Dearest first, of the days from `firstDay`. */
  spendingByStory(
    firstDay: number,
    limit: number,
  ): Promise<readonly { readonly storyId: number; readonly calls: number; readonly costMicroUsd: number }[]>
  /** Puts what a model wrote of an input into the queue; undefined: nothing that passed. Once for each input of a story. */
  offer(answer: Omit<StoredAnswer, 'id' | 'summary'> & { readonly summary?: ModelSummary }): Promise<void>
  /** Whether a model has answered about this input of a story, whatever came of it. */
  hasAnswered(storyId: number, inputHash: string): Promise<boolean>
  /** Oldest first. */
  waiting(limit: number): Promise<readonly StoredAnswer[]>
  setHealth(health: ModelHealth): Promise<void>
  health(model: string): Promise<ModelHealth | undefined>
}
