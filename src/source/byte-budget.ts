/** What one poll holds in memory, from its first byte to its last item stored. */
export interface ByteShare {
  readonly bytes: number
  /** It was told that there is no room: what it brings is not taken, and it is to be asked again. */
  readonly isRefused: boolean
  /** @returns whether there is room for so many bytes more */
  hold(bytes: number): boolean
  release(): void
}

/** As much each poll may hold in any case: most feeds are shorter. */
const FREE_BYTES = 100_000

/** Polls at once that may go on however much is held: one of them, at least, always ends and makes room. */
const MOST_LONG = 2

/**
 * Bounds what all polls on their way hold together: what a body becomes takes many times its length, and twenty servers that each send as
 * much as one may would end the thread.
 *
 * What comes when there is no room is refused rather than kept waiting: a slow server would hold up all others. A poll that was refused
 * comes again as a long one. The bound is `mostBytes`, 100 KB for each poll, and what two long polls may bring by their own limits.
 */
export class ByteBudget {
  readonly #mostBytes: number
  #held = 0
  #long = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** Of all polls on their way. */
  get held(): number {
    return this.#held
  }

  /** @param isLong it may go on where there is no room, if not two others do */
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
