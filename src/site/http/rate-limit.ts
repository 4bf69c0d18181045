import type { Instant } from '../../lib/instant.ts'

/** Most senders remembered; the least recent are forgotten, so that many senders cannot fill the memory. */
const MOST_SENDERS = 10_000

/** Sliding-window rate limit per sender. */
export interface RateLimit {
  /** Counts one more request. @returns false if that exceeds the limit; the request is then not counted */
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
