import type { Instant } from '../lib/instant.ts'

/** A feed's subscription at its hub (W3C Recommendation WebSub). */
export interface Subscription {
  /** Last path segment of the callback URL: random, known only to that hub. */
  readonly callback: string
  readonly sourceId: string
  readonly feedUrl: string
  readonly hub: string
  /** The feed's URL as the hub knows it. */
  readonly topic: string
  /** HMAC key for deliveries; at most 200 bytes. */
  readonly secret: string
  readonly wants: 'subscribe' | 'unsubscribe'
  readonly askedAt?: Instant
  /** Requests sent since the hub last confirmed. */
  readonly asks: number
  readonly confirmedAt?: Instant
  readonly leaseUntil?: Instant
  readonly deliveredAt?: Instant
  /** When a poll found content that the hub had not delivered. */
  readonly missedAt?: Instant
  /** Why the hub does not deliver. */
  readonly error?: string
}

export interface WebSubRecords {
  all(): Promise<readonly Subscription[]>
  byCallback(callback: string): Promise<Subscription | undefined>
  add(subscription: Subscription): Promise<void>
  /** Updates only the given fields, since site and ingest write concurrently. `error: ''` clears the error. */
  change(
    callback: string,
    change: Partial<Omit<Subscription, 'callback' | 'sourceId' | 'feedUrl' | 'hub' | 'topic' | 'secret'>>,
  ): Promise<void>
  remove(callback: string): Promise<void>
}
