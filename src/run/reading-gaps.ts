import { type Instant, MINUTE_MS } from '../lib/instant.ts'

/** A period in which nothing was read though the program was not ended: the machine slept, the process was stopped or the clock was set. */
export interface ReadingGap {
  readonly from: Instant
  readonly until: Instant
}

/** How often the clock is checked. */
export const LOOK_EVERY_MS = 15_000
/** Shorter gaps are ignored: a busy machine delays timers by seconds, and later polls find what a short gap missed. */
const LEAST_GAP_MS = 10 * MINUTE_MS

/** Detects gaps between two checks of the wall clock. */
export class ReadingGaps {
  #lookedAt: Instant
  /** The latest gap; undefined if there was none since the start. */
  last: ReadingGap | undefined

  constructor(now: Instant) {
    this.#lookedAt = now
  }

  /** Checks the clock. @returns the gap that ends now, if there is one; a clock set back makes none */
  look(now: Instant): ReadingGap | undefined {
    const from = this.#lookedAt
    this.#lookedAt = now
    if (now - from < LEAST_GAP_MS) return undefined
    this.last = { from, until: now }
    return this.last
  }
}
