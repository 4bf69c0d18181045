import type { Instant } from '../lib/instant.ts'

/** A feed's subscription at its hub (W3C Recommendation WebSub). */
export interface Subscription {
  /** Last part of the address the hub calls: random, known to that hub alone. */
  readonly callback: string
  readonly sourceId: string
  readonly feedUrl: string
  readonly hub: string
  /** The feed's address as the hub knows it. */
  readonly topic: string
  /** Signs what is delivered; at most 200 bytes. */
  readonly secret: string
  readonly wants: 'subscribe' | 'unsubscribe'
  readonly askedAt?: Instant
  /** Times asked since the hub last confirmed. */
  readonly asks: number
  readonly confirmedAt?: Instant
  readonly leaseUntil?: Instant
  readonly deliveredAt?: Instant
  /** When a poll found what the hub had not delivered. */
  readonly missedAt?: Instant
  /** Why the hub does not deliver, in words. */
  readonly error?: string
}

export interface WebSubRecords {
  all(): Promise<readonly Subscription[]>
  byCallback(callback: string): Promise<Subscription | undefined>
  add(subscription: Subscription): Promise<void>
  /** Changes what is named and leaves the rest: site and ingest write beside each other. `error: ''` clears it. */
  change(
    callback: string,
    change: Partial<Omit<Subscription, 'callback' | 'sourceId' | 'feedUrl' | 'hub' | 'topic' | 'secret'>>,
  ): Promise<void>
  remove(callback: string): Promise<void>
}
