import { type Instant, MINUTE_MS } from '../../lib/instant.ts'
import { lasts, type Rest } from '../../lib/rest.ts'

/** Rest of a mail server after its first failure; each further one doubles it, up to the second. */
const FIRST_REST_MS = MINUTE_MS
const LONGEST_REST_MS = 15 * MINUTE_MS

/** Why a mailbox is left alone, and until when. */
export interface MailboxFailure extends Rest {
  readonly error: Error
}

/**
 * Remembers how a mailbox failed last, for all senders that share it. Otherwise each of them would wait for the same timeout, and would
 * try a refused password again, which locks accounts.
 */
export class MailboxRest {
  #failure: MailboxFailure | undefined
  #failures = 0

  /** @returns the last failure, while the mailbox is left alone */
  at(now: Instant): MailboxFailure | undefined {
    return lasts(this.#failure, now) ? this.#failure : undefined
  }

  answered(): void {
    this.#failure = undefined
    this.#failures = 0
  }

  /** Records a failure; one that several polls meet at once counts once. */
  failed(error: Error, now: Instant): MailboxFailure {
    const known = this.at(now)
    if (known !== undefined) return known
    const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(this.#failures++, 10))
    this.#failure = { error, since: now, until: now + restMs }
    return this.#failure
  }
}
