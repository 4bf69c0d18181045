import type { Instant } from '../lib/instant.ts'

/** Clocks of the machine, both in milliseconds: the wall clock, which may be set, and a monotonic one. */
export interface Clocks {
  readonly wall: () => Instant
  readonly steady: () => number
}

const MACHINE: Clocks = { wall: Date.now, steady: () => performance.now() }

/**
 * Creates a function that returns true once per period and false otherwise; changes of the wall clock do not matter.
 *
 * @param firstMs time until it returns true for the first time
 */
export function every(periodMs: number, firstMs = 0, { steady }: Clocks = MACHINE): () => boolean {
  let dueAt = steady() + firstMs
  return () => {
    if (steady() < dueAt) return false
    dueAt = steady() + periodMs
    return true
  }
}

/**
 * Creates a function that detects changes of the wall clock.
 *
 * @returns by how many milliseconds the wall clock gained on the monotonic one since the last call, or the start; below 0 if set back
 */
export function leapsOf({ wall, steady }: Clocks = MACHINE): () => number {
  let ahead = wall() - steady()
  return () => {
    const before = ahead
    ahead = wall() - steady()
    return ahead - before
  }
}
