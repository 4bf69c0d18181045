import { type Instant, MINUTE_MS } from '../../lib/instant.ts'
import { lasts, type Rest } from '../../lib/rest.ts'

/** A mail server that failed is left alone so long, then twice as long each time, up to the second. */
const FIRST_REST_MS = MINUTE_MS
const LONGEST_REST_MS = 15 * MINUTE_MS

/** Why a mailbox is left alone. */
export interface MailboxFailure extends Rest {
  readonly error: Error
}

/**
 * Remembers how a mailbox failed last. All senders share a mailbox: without this each of them would wait for the same silence, and a
 * server that refuses the password would hear it from each, which locks accounts.
 */
export class MailboxRest {
  #failure: MailboxFailure | undefined
  #failures = 0

  /** @returns how it failed, while it is left alone */
  at(now: Instant): MailboxFailure | undefined {
    return lasts(this.#failure, now) ? this.#failure : undefined
  }

  answered(): void {
    this.#failure = undefined
    this.#failures = 0
  }

  /** Several polls may find the same failure at once: it counts once. */
  failed(error: Error, now: Instant): MailboxFailure {
    const known = this.at(now)
    if (known !== undefined) return known
    const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(this.#failures++, 10))
    this.#failure = { error, since: now, until: now + restMs }
    return this.#failure
  }
}
