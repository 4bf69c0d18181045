import type { Instant } from '../lib/instant.ts'

/** A day's edition as it was built once, in JSON; `brief/edition.ts` knows its shape. */
export interface StoredEdition {
  readonly date: string
  readonly timeZone: string
  readonly builtAt: Instant
  readonly content: string
}

export interface EditionRecords {
  find(date: string, timeZone: string): Promise<StoredEdition | undefined>
  /** Keeps the first of a day. @returns the one that is kept */
  keep(edition: StoredEdition): Promise<StoredEdition>
  /** Newest first. */
  latest(timeZone: string, limit: number): Promise<readonly StoredEdition[]>
  /** Of a month, `2026-11`: newest first. */
  ofMonth(timeZone: string, month: string): Promise<readonly StoredEdition[]>
  /** The months next to one that have editions. */
  monthsBeside(
    timeZone: string,
    month: string,
  ): Promise<{ readonly before: string | undefined; readonly after: string | undefined }>
}

/** Who asked for the brief by mail. */
export interface Subscriber {
  readonly id: number
  readonly email: string
  readonly language: string
  /** Random; in the links of the mails to this address. */
  readonly token: string
  readonly isConfirmed: boolean
  readonly createdAt: Instant
}

export interface SubscriberRecords {
  /** Adds, or takes the new language of, an address. @returns it as stored; its token stays */
  ask(wanted: Pick<Subscriber, 'email' | 'language' | 'token' | 'createdAt'>): Promise<Subscriber>
  /** @returns undefined for a token that is not known */
  confirm(token: string): Promise<Subscriber | undefined>
  byToken(token: string): Promise<Subscriber | undefined>
  /** @returns whether there was one */
  remove(token: string): Promise<boolean>
  confirmed(): Promise<readonly Subscriber[]>
  count(): Promise<{ readonly confirmed: number; readonly waiting: number }>
  /** Removes addresses asked for before and never confirmed. */
  forgetUnconfirmed(before: Instant): Promise<void>
}

export const DELIVERY_KINDS = ['mail', 'webhook', 'chat'] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]
export type DeliveryState = 'waiting' | 'sent' | 'dead'

/** One thing to send to one place, until it is sent or given up. */
export interface Delivery {
  readonly id: number
  readonly kind: DeliveryKind
  /** Address or URL; of a chat with its service before it. */
  readonly target: string
  /** What a target gets once: `brief 2026-11-23`. */
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
  /** Adds what the target has not been given before, by kind, target and subject. @returns how many were new */
  add(deliveries: readonly Pick<Delivery, 'kind' | 'target' | 'subject' | 'body' | 'createdAt'>[]): Promise<number>
  /** What a target was or is to be given; undefined where there is no such thing, or what was sent is forgotten. */
  find(delivery: Pick<Delivery, 'kind' | 'target' | 'subject'>): Promise<Delivery | undefined>
  /**
   * Takes the one that is due longest for `leaseMs`: no other process gets it before that is over. One that waits for longer than
   * `longestWaitMs` is due too: a clock that ran ahead put it off.
   *
   * @returns undefined where none is due, or another process took it at the same moment
   */
  take(now: Instant, limits: TakeLimits): Promise<Delivery | undefined>
  settle(id: number, outcome: Pick<Delivery, 'state' | 'nextAt' | 'lastError' | 'attempts'>): Promise<void>
  /** Newest first. */
  list(state: DeliveryState, limit: number): Promise<readonly Delivery[]>
  /** Lets a dead one be tried again. */
  revive(id: number, now: Instant): Promise<void>
  count(): Promise<Readonly<Record<DeliveryState, number>>>
  /** Removes what was sent before. */
  forgetSent(before: Instant): Promise<void>
}

/** Needs whose answer is watched, or a search whose stories are: what is new of it goes to the target. */
export interface Saved {
  readonly name: string
  /** NEEDS.json as it was given, or what is looked for as `delivery/search-alerts.ts` reads it. */
  readonly needs: string
  /** Address of the webhook; of a search also of a chat, or `mailto:` one. */
  readonly target: string
  /** Of what is said. */
  readonly language: string
  readonly createdAt: Instant
  /** How many were sent. */
  readonly alerts: number
  /** What the target knows, as what tells it writes it; empty before the first alert. */
  readonly told: string
}

export interface SavedRecords {
  /** Saves, or replaces, what has this name; it begins anew. */
  save(saved: Omit<Saved, 'alerts' | 'told'>): Promise<void>
  /** By name. */
  list(): Promise<readonly Saved[]>
  /** @returns whether there was one */
  remove(name: string): Promise<boolean>
  /** One alert more. */
  noteTold(saved: Saved, told: string): Promise<void>
}
