import { SECOND_MS } from '../lib/instant.ts'
import type { Subscription } from '../store/web-sub-types.ts'
import type { HubDelivery } from './thread-messages.ts'

/** Time-out for storing a delivery. Hubs wait about ten seconds for an answer (WebSub, 7) and later resend what was not acknowledged. */
const TAKEN_WITHIN_MS = 8 * SECOND_MS
/** Maximum number of unanswered deliveries; bounds memory. */
const MOST_WAITING = 16

/** Passes deliveries of WebSub hubs to the ingest thread and waits until they are stored. */
export class HubDeliveries {
  readonly #waiting = new Map<number, (isStored: boolean) => void>()
  #lastId = 0

  /** @param send sends the delivery to the thread. @returns whether it was stored; false also on a time-out or if too many are waiting */
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

  /** Resolves a delivery with the thread's answer. */
  taken(id: number, isStored: boolean): void {
    this.#waiting.get(id)?.(isStored)
    this.#waiting.delete(id)
  }
}
