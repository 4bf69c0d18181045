import type { Instant } from '../lib/instant.ts'
import type { ModelSummary } from '../summary/model/types.ts'

export type CallPurpose = 'summary' | 'repair' | 'translation' | 'embedding' | 'trial'

/** `running` until the call is settled, and for ever if the process died during it: its reserved cost then stays spent. */
export type CallOutcome = 'running' | 'answered' | 'nonsense' | 'refused' | 'rate-limited' | 'failed' | 'timed-out'

/** A call about to be made. Costs are in millionths of a dollar. */
export interface NewModelCall {
  readonly at: Instant
  readonly purpose: CallPurpose
  readonly provider: string
  readonly model: string
  readonly storyId?: number
  readonly inputHash: string
  /** Upper bound of the cost; counts as spent until the call is settled. */
  readonly reservedMicroUsd: number
}

/** Result of a call. */
export interface CallResult {
  readonly outcome: Exclude<CallOutcome, 'running'>
  readonly tokensIn: number
  readonly tokensOut: number
  readonly costMicroUsd: number
  readonly durationMs: number
  /** What went wrong, in words; empty if the call was answered. Never contains an API key. */
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

/** Whether a model answers, as the status page shows it. */
export interface ModelHealth {
  readonly model: string
  /** `nonsense`: it answers, but nothing usable; `resting`: not called until `until`. */
  readonly state: 'answering' | 'nonsense' | 'resting' | 'over-budget' | 'untried'
  readonly at: Instant
  /** Why it rests, or what is wrong with its answers; English. */
  readonly reason?: string
  /** When it is next called. */
  readonly until?: Instant
}

export type AnswerState = 'waiting' | 'applied' | 'stale' | 'empty'

/** A model's summary, queued for the story step. */
export interface StoredAnswer {
  readonly id: number
  readonly storyId: number
  readonly inputHash: string
  readonly at: Instant
  readonly summary: ModelSummary
}

/** Ledger of model calls, queue of model answers, and health of models. */
export interface ModelRecords {
  /**
   * Reserves the maximum cost of a call, unless that would exceed the budget of the day (UTC).
   *
   * @param dailyBudgetMicroUsd undefined: no limit
   * @returns id of the call; undefined if the call must not be made
   */
  reserve(call: NewModelCall, dailyBudgetMicroUsd: number | undefined): Promise<number | undefined>
  settle(id: number, result: CallResult): Promise<void>
  /** Returns calls, newest first. */
  calls(options: { readonly storyId?: number; readonly limit: number }): Promise<readonly StoredModelCall[]>
  /** Returns totals of the days (UTC, since 1970) from `firstDay` to `lastDay`, inclusive. */
  spending(firstDay: number, lastDay: number): Promise<Spending>
  /** Returns costs by story from `firstDay` on, most expensive first. */
  spendingByStory(
    firstDay: number,
    limit: number,
  ): Promise<readonly { readonly storyId: number; readonly calls: number; readonly costMicroUsd: number }[]>
  /** Queues a model's summary; undefined if none passed the check. Only the first answer to each input of a story counts. */
  offer(answer: Omit<StoredAnswer, 'id' | 'summary'> & { readonly summary?: ModelSummary }): Promise<void>
  /** Returns whether a model has answered this input of a story, whatever became of the answer. */
  hasAnswered(storyId: number, inputHash: string): Promise<boolean>
  /** Returns queued answers, oldest first. */
  waiting(limit: number): Promise<readonly StoredAnswer[]>
  setHealth(health: ModelHealth): Promise<void>
  health(model: string): Promise<ModelHealth | undefined>
}
