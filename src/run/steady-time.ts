import type { Instant } from '../lib/instant.ts'

/** Clocks of the machine, both in milliseconds: the one on the wall, which may be set, and one that only ever counts on. */
export interface Clocks {
  readonly wall: () => Instant
  readonly steady: () => number
}

const MACHINE: Clocks = { wall: Date.now, steady: () => performance.now() }

/**
 * Says again and again when a period is over, whatever the clock on the wall is set to meanwhile.
 *
 * @param firstMs until it says so for the first time
 */
export function every(periodMs: number, firstMs = 0, { steady }: Clocks = MACHINE): () => boolean {
  let dueAt = steady() + firstMs
  return () => {
    if (steady() < dueAt) return false
    dueAt = steady() + periodMs
    return true
  }
}

/** @returns by how many milliseconds the clock on the wall went ahead of the time that passed since it was asked before, or was started; below 0: it was set back */
export function leapsOf({ wall, steady }: Clocks = MACHINE): () => number {
  let ahead = wall() - steady()
  return () => {
    const before = ahead
    ahead = wall() - steady()
    return ahead - before
  }
}
