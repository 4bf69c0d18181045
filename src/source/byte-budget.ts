/** The bytes that one poll holds in memory, from its first byte received to its last item stored. */
export interface ByteShare {
  readonly bytes: number
  /** Whether the poll was denied room: its result is discarded, and it is to be repeated. */
  readonly isRefused: boolean
  /** Takes more bytes from the budget. @returns whether there was room for them */
  hold(bytes: number): boolean
  release(): void
}

/** Bytes that each poll may hold in any case; most feeds are shorter. */
const FREE_BYTES = 100_000

/** Concurrent polls that may exceed the budget, so that at least one always finishes and frees memory. */
const MOST_LONG = 2

/**
 * Bounds the bytes that all running polls hold together. A body takes many times its length once parsed, and twenty servers that each send
 * the maximum would exhaust the thread's memory.
 *
 * A poll without room is refused, not queued: behind a slow server, all others would wait. A refused poll is repeated as a long one. The
 * bound is `mostBytes`, plus 100 KB for each poll, plus what two long polls may bring by their own limits.
 */
export class ByteBudget {
  readonly #mostBytes: number
  #held = 0
  #long = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** Bytes held by all running polls. */
  get held(): number {
    return this.#held
  }

  /** @param isLong whether the poll may exceed the budget, unless two others already may */
  open(isLong: boolean): ByteShare {
    const mayExceed = isLong && this.#long < MOST_LONG
    if (mayExceed) this.#long++
    let [bytes, isRefused, isOpen] = [0, false, true]
    return {
      get bytes() {
        return bytes
      },
      get isRefused() {
        return isRefused
      },
      hold: (more) => {
        const isFree = mayExceed || bytes + more <= FREE_BYTES
        isRefused ||= !isFree && this.#held + more > this.#mostBytes
        if (isRefused) return false
        bytes += more
        this.#held += more
        return true
      },
      release: () => {
        if (!isOpen) return
        isOpen = false
        this.#held -= bytes
        if (mayExceed) this.#long--
      },
    }
  }
}
