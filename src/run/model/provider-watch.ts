import type { Instant } from '../../lib/instant.ts'
import { lasts } from '../../lib/rest.ts'
import type { ModelAnswer } from './ask.ts'
import { HealthNotes, type OnHealth } from './health-notes.ts'
import type { LedgerOptions } from './ledger.ts'
import { afterFailure, type CallFailure, type Circuit, CLOSED, isResting } from './rest.ts'

export interface WatchOptions extends Pick<LedgerOptions, 'store' | 'choice' | 'now'> {
  readonly random: () => number
  readonly onHealth?: OnHealth
}

/** Tracks how a provider answers: the back-off after failures, and the health shown on the status page. */
export class ProviderWatch {
  readonly #options: WatchOptions
  readonly #notes: HealthNotes
  #circuit: Circuit = CLOSED

  constructor(options: WatchOptions) {
    this.#options = options
    this.#notes = new HealthNotes(options.store, options.choice.name, options.onHealth)
  }

  /** Whether the provider must not be asked now. */
  isResting(now: Instant): boolean {
    return lasts(this.#circuit, now)
  }

  /**
   * Records the result of a call.
   *
   * @param answer undefined if the day's budget had no room for the call
   * @returns undefined if the call was answered
   */
  async judge(answer: ModelAnswer<unknown> | undefined): Promise<'over-budget' | 'resting' | 'nonsense' | undefined> {
    const now = this.#options.now()
    if (answer === undefined) {
      await this.#notes.say({ state: 'over-budget', at: now })
      return 'over-budget'
    }
    if (answer.failure === undefined) {
      this.#circuit = CLOSED
      await this.#notes.say({ state: 'answering', at: now })
      return undefined
    }
    return this.#noteFailure(answer.failure, now)
  }

  async #noteFailure(failure: CallFailure, now: Instant): Promise<'resting' | 'nonsense'> {
    this.#circuit = afterFailure(this.#circuit, failure, now, this.#options.random)
    const state = failure.outcome === 'nonsense' ? 'nonsense' : 'resting'
    // A server that is down for two seconds is not worth reporting; a model that answers nonsense is, from the first answer on.
    if (state === 'nonsense' || isResting(this.#circuit, now)) {
      await this.#notes.say({ state, at: now, reason: failure.reason, until: this.#circuit.until })
    }
    return state
  }
}
