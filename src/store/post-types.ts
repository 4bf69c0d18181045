import type { Instant } from '../lib/instant.ts'

/** A day's edition, built once; `content` is JSON of the type in `brief/edition.ts`. */
export interface StoredEdition {
  readonly date: string
  readonly timeZone: string
  readonly builtAt: Instant
  readonly content: string
}

export interface EditionRecords {
  find(date: string, timeZone: string): Promise<StoredEdition | undefined>
  /** Stores an edition unless the day already has one. @returns the stored one */
  keep(edition: StoredEdition): Promise<StoredEdition>
  /** Returns the latest editions, newest first. */
  latest(timeZone: string, limit: number): Promise<readonly StoredEdition[]>
  /** Returns the editions of a month (`2026-11`), newest first. */
  ofMonth(timeZone: string, month: string): Promise<readonly StoredEdition[]>
  /** Returns the nearest months before and after that have editions. */
  monthsBeside(
    timeZone: string,
    month: string,
  ): Promise<{ readonly before: string | undefined; readonly after: string | undefined }>
}

/** An address that asked for the brief by mail. */
export interface Subscriber {
  readonly id: number
  readonly email: string
  readonly language: string
  /** Random secret in the links of mails to this address. */
  readonly token: string
  readonly isConfirmed: boolean
  readonly createdAt: Instant
}

export interface SubscriberRecords {
  /** Adds an address, or updates the language of a known one, which keeps its token. @returns the address as stored */
  ask(wanted: Pick<Subscriber, 'email' | 'language' | 'token' | 'createdAt'>): Promise<Subscriber>
  /** Confirms an address. @returns undefined for an unknown token */
  confirm(token: string): Promise<Subscriber | undefined>
  byToken(token: string): Promise<Subscriber | undefined>
  /** Removes an address. @returns whether it existed */
  remove(token: string): Promise<boolean>
  confirmed(): Promise<readonly Subscriber[]>
  count(): Promise<{ readonly confirmed: number; readonly waiting: number }>
  /** Removes unconfirmed addresses last requested before an instant. */
  forgetUnconfirmed(before: Instant): Promise<void>
}

export const DELIVERY_KINDS = ['mail', 'webhook', 'chat'] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]
export type DeliveryState = 'waiting' | 'sent' | 'dead'

/** One message to one target, in the outbox. */
export interface Delivery {
  readonly id: number
  readonly kind: DeliveryKind
  /** Mail address or URL; for a chat the URL prefixed with its service. */
  readonly target: string
  /** Deduplication key such as `brief 2026-11-23`: a target gets each subject once. */
  readonly subject: string
  readonly body: string
  readonly attempts: number
  readonly nextAt: Instant
  readonly state: DeliveryState
  readonly lastError: string
  readonly createdAt: Instant
}

export interface TakeLimits {
  readonly kinds: readonly DeliveryKind[]
  readonly leaseMs: number
  readonly longestWaitMs: number
}

export interface DeliveryRecords {
  /** Adds deliveries, except those whose kind, target and subject already exist. @returns number added */
  add(deliveries: readonly Pick<Delivery, 'kind' | 'target' | 'subject' | 'body' | 'createdAt'>[]): Promise<number>
  /** Returns a delivery; undefined if it was never added, or was sent and has been removed since. */
  find(delivery: Pick<Delivery, 'kind' | 'target' | 'subject'>): Promise<Delivery | undefined>
  /**
   * Leases the delivery that has been due longest: no other process gets it for `leaseMs`. A delivery scheduled more than
   * `longestWaitMs` ahead counts as due, since only a clock that ran ahead can have scheduled it.
   *
   * @returns undefined if none is due, or another process took it at the same moment
   */
  take(now: Instant, limits: TakeLimits): Promise<Delivery | undefined>
  settle(id: number, outcome: Pick<Delivery, 'state' | 'nextAt' | 'lastError' | 'attempts'>): Promise<void>
  /** Returns deliveries in a state, newest first. */
  list(state: DeliveryState, limit: number): Promise<readonly Delivery[]>
  /** Makes a dead delivery due again, with its attempts reset. */
  revive(id: number, now: Instant): Promise<void>
  count(): Promise<Readonly<Record<DeliveryState, number>>>
  /** Removes sent deliveries that were added before an instant. */
  forgetSent(before: Instant): Promise<void>
}

/** A saved decision or search: its changes or new stories are sent to the target. */
export interface Saved {
  readonly name: string
  /** JSON: the needs of a decision as given, or the query of a search as `delivery/saved-search.ts` reads it. */
  readonly needs: string
  /** URL of a webhook; for a search also a chat address or `mailto:` address. */
  readonly target: string
  /** Language of the alerts. */
  readonly language: string
  readonly createdAt: Instant
  /** Number of alerts put into the outbox so far. */
  readonly alerts: number
  /** What the target has been told, in the format of the module that sends the alerts; empty before the first. */
  readonly told: string
}

export interface SavedRecords {
  /** Saves under a name. Replaces an earlier one of that name, and resets its alerts. */
  save(saved: Omit<Saved, 'alerts' | 'told'>): Promise<void>
  /** Returns all, ordered by name. */
  list(): Promise<readonly Saved[]>
  /** @returns whether the name existed */
  remove(name: string): Promise<boolean>
  /** Counts one more alert and stores `told`; does nothing if the name was saved again in between. */
  noteTold(saved: Saved, told: string): Promise<void>
}
