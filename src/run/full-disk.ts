import type { Instant } from '../lib/instant.ts'
import type { FromThread } from './thread-messages.ts'
import type { ThreadName } from './thread-names.ts'

/** The message that shows that a thread has stored something; threads without such a message are not tracked. */
const STORES: Partial<Record<FromThread['type'], ThreadName>> = { ingest: 'ingest-thread', told: 'story-thread' }

/**
 * Tracks whether the disk of the database is full, as reported by the threads. Each thread is tracked separately: a write of one that needed
 * no space does not mean that another has space.
 */
export class FullDisk {
  /** When a thread found the disk full, by thread. */
  readonly #since = new Map<ThreadName, Instant>()

  hear(message: FromThread, now: Instant): void {
    if (message.type !== 'diskFull') this.#since.delete(STORES[message.type]!)
    else if (Object.values(STORES).includes(message.thread) && !this.#since.has(message.thread)) {
      this.#since.set(message.thread, now)
    }
  }

  /** Since when the disk is full; undefined while there is space. */
  get since(): Instant | undefined {
    return this.#since.size === 0 ? undefined : Math.min(...this.#since.values())
  }
}
