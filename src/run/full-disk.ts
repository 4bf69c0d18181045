import type { Instant } from '../lib/instant.ts'
import type { FromThread } from './thread-messages.ts'
import type { ThreadName } from './thread-names.ts'

/** What each thread says once it has stored something; a thread that says nothing of the kind is not asked. */
const STORES: Partial<Record<FromThread['type'], ThreadName>> = { ingest: 'ingest-thread', told: 'story-thread' }

/**
 * Whether the disk of the database has room, as the threads find it. Each speaks for itself: what one stores without needing room says
 * nothing of what another could not store.
 */
export class FullDisk {
  /** By who found it full. */
  readonly #since = new Map<ThreadName, Instant>()

  hear(message: FromThread, now: Instant): void {
    if (message.type !== 'diskFull') this.#since.delete(STORES[message.type]!)
    else if (Object.values(STORES).includes(message.thread) && !this.#since.has(message.thread)) {
      this.#since.set(message.thread, now)
    }
  }

  /** @returns undefined while there is room */
  get since(): Instant | undefined {
    return this.#since.size === 0 ? undefined : Math.min(...this.#since.values())
  }
}
