import { setImmediate as nextTurn } from 'node:timers/promises'

/** Timers and sockets of the thread wait no longer than this for long work that is made in turns. */
const MAX_TURN_MS = 8

/** Parts long work into turns of the event loop: steps that return at once would leave timers and sockets waiting for ever. */
export class Turn {
  #startedAt = performance.now()

  /** Lets timers and sockets have their turn if this one has lasted long enough; call it between two steps. */
  async endIfLong(): Promise<void> {
    if (performance.now() - this.#startedAt <= MAX_TURN_MS) return
    await nextTurn()
    this.#startedAt = performance.now()
  }
}
