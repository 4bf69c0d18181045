import type { Instant } from '../lib/instant.ts'
import type { FetchOutcome } from './fetch-feed.ts'

/** Failures in a row after which the machine counts as offline: a single one may be a dead domain. */
const SURE_AFTER = 5

/** Infers from the outcomes of polls whether this machine has a network. */
export class OfflineWatch {
  #inARow = 0
  #firstAt: Instant | undefined
  #reason: string | undefined

  /** @param feedsTotal feeds polled in all: with fewer than five, all of them must fail */
  note(outcome: FetchOutcome, at: Instant, feedsTotal: number): void {
    if (outcome.type === 'failed' && outcome.isOffline) {
      this.#inARow++
      this.#firstAt ??= at
      if (this.#inARow >= Math.min(SURE_AFTER, feedsTotal)) this.#reason = outcome.error
      return
    }
    this.#inARow = 0
    this.#firstAt = undefined
    this.#reason = undefined
  }

  get reason(): string | undefined {
    return this.#reason
  }

  get since(): Instant | undefined {
    return this.#reason === undefined ? undefined : this.#firstAt
  }
}
