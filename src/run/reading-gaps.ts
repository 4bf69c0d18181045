import { type Instant, MINUTE_MS } from '../lib/instant.ts'

/** A time in which nothing was read though the program was never ended: the machine slept, the process was stopped, or the clock was set. */
export interface ReadingGap {
  readonly from: Instant
  readonly until: Instant
}

/** How often the clock is looked at. */
export const LOOK_EVERY_MS = 15_000
/** A busy machine lets a timer wait, for seconds; what is shorter than this loses nothing that polls would not find. */
const LEAST_GAP_MS = 10 * MINUTE_MS

/** Finds the gaps between one look at the clock on the wall and the next. */
export class ReadingGaps {
  #lookedAt: Instant
  /** The newest gap; undefined where there was none since the start. */
  last: ReadingGap | undefined

  constructor(now: Instant) {
    this.#lookedAt = now
  }

  /** @returns the gap that ends now, if one does; a clock that is set back opens none */
  look(now: Instant): ReadingGap | undefined {
    const from = this.#lookedAt
    this.#lookedAt = now
    if (now - from < LEAST_GAP_MS) return undefined
    this.last = { from, until: now }
    return this.last
  }
}
