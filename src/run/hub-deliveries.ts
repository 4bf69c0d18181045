import { SECOND_MS } from '../lib/instant.ts'
import type { Subscription } from '../store/web-sub-types.ts'
import type { HubDelivery } from './thread-messages.ts'

/** Hubs wait about ten seconds for an answer (WebSub, 7) and send again later what was not acknowledged. */
const TAKEN_WITHIN_MS = 8 * SECOND_MS
/** Bodies on their way to the ingest thread at once: bounds memory. */
const MOST_WAITING = 16

/** Passes what hubs deliver to the ingest thread, and waits until it is stored. */
export class HubDeliveries {
  readonly #waiting = new Map<number, (isStored: boolean) => void>()
  #lastId = 0

  /** @param send takes the delivery to the thread. @returns whether it is stored; false also where nobody answers in time */
  deliver(
    { sourceId, feedUrl, topic }: Pick<Subscription, 'sourceId' | 'feedUrl' | 'topic'>,
    body: Pick<HubDelivery, 'bytes' | 'contentType'>,
    send: (delivery: HubDelivery) => void,
  ): Promise<boolean> {
    if (this.#waiting.size >= MOST_WAITING) return Promise.resolve(false)
    const id = ++this.#lastId
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.taken(id, false), TAKEN_WITHIN_MS)
      this.#waiting.set(id, (isStored) => {
        clearTimeout(timer)
        resolve(isStored)
      })
      send({ type: 'deliver', id, sourceId, feedUrl, topic, ...body })
    })
  }

  /** The thread has answered. */
  taken(id: number, isStored: boolean): void {
    this.#waiting.get(id)?.(isStored)
    this.#waiting.delete(id)
  }
}
