import type { Instant } from '../../lib/instant.ts'

/** Most senders remembered; beyond them the oldest are forgotten, so that many senders cannot fill the memory. */
const MOST_SENDERS = 10_000

/** Counts what each sender did in the last `windowMs`. */
export interface RateLimit {
  /** Notes one more. @returns false where that is more than allowed; then it is not noted */
  allow(sender: string, now: Instant): boolean
}

export function createRateLimit({ most, windowMs }: { readonly most: number; readonly windowMs: number }): RateLimit {
  const timesOf = new Map<string, Instant[]>()
  return {
    allow(sender, now) {
      const times = (timesOf.get(sender) ?? []).filter((at) => at > now - windowMs)
      const isAllowed = times.length < most
      if (isAllowed) times.push(now)
      timesOf.delete(sender)
      timesOf.set(sender, times)
      if (timesOf.size > MOST_SENDERS) timesOf.delete(timesOf.keys().next().value!)
      return isAllowed
    },
  }
}
