import { randomBytes } from 'node:crypto'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { lasts } from '../lib/rest.ts'
import { statusInWords } from '../source/failure-in-words.ts'
import { portOf } from '../source/fetch-address.ts'
import type { Fetcher } from '../source/fetcher.ts'
import { type AllowPrivate, refusedHost } from '../source/refused-host.ts'
import type { HubLinks } from '../source/web-sub/hub-links.ts'
import type { Store } from '../store/types.ts'
import type { Subscription } from '../store/web-sub-types.ts'

/** What we ask for; hubs answer with what they grant, most with ten days. */
const LEASE_SECONDS = (10 * DAY_MS) / SECOND_MS
/** A hub that does not confirm is asked again after this, doubling up to a day. */
const FIRST_RETRY_MS = HOUR_MS
const LONGEST_RETRY_MS = DAY_MS
/** After this many unanswered requests to unsubscribe the callback just answers 410, which ends it too. */
const MOST_UNSUBSCRIBES = 3
/** Hubs asked in one round: a new installation with a thousand feeds does not knock on one hub a thousand times at once. */
const MOST_ASKS_PER_ROUND = 10

export interface WebSubOptions {
  readonly store: Store
  readonly fetcher: Pick<Fetcher, 'post'>
  /** Public address of the site, without a slash at the end. */
  readonly baseUrl: string
  readonly now: () => Instant
}

type FeedKey = Pick<Subscription, 'sourceId' | 'feedUrl'>

/** Whether hubs can reach the site: its public address is set, and is not one of this machine or network. */
export function isReachable(baseUrl: string, allowPrivate: AllowPrivate): boolean {
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl)) return false
  const url = new URL(baseUrl)
  return refusedHost(url.hostname, portOf(url), allowPrivate) === undefined
}

/** Keeps feeds subscribed at the hubs that they name (WebSub, 5), and knows which need no frequent polls for it. */
export class WebSub {
  readonly #options: WebSubOptions
  #subscriptions: Subscription[] = []

  private constructor(options: WebSubOptions) {
    this.#options = options
  }

  static async open(options: WebSubOptions): Promise<WebSub> {
    const webSub = new WebSub(options)
    await webSub.#reload()
    return webSub
  }

  /** Learns from an answer of a feed where it can be subscribed to; a feed that changed its hub leaves the old one. */
  async note(feed: FeedKey, links: HubLinks | undefined, finalUrl: string): Promise<void> {
    const { store } = this.#options
    const current = this.#current(feed)
    const topic = links && (links.topic ?? finalUrl)
    if (current && current.hub === links?.hub && current.topic === topic) return
    if (current) await this.#change(current.callback, { wants: 'unsubscribe', asks: 0 })
    if (!links || !topic) return
    const [callback, secret] = [randomBytes(16).toString('hex'), randomBytes(32).toString('hex')]
    const subscription: Subscription = {
      ...{ callback, secret, sourceId: feed.sourceId, feedUrl: feed.feedUrl, hub: links.hub, topic },
      ...{ wants: 'subscribe', asks: 0 },
    }
    await store.webSub.add(subscription)
    await this.#reload()
  }

  /** Whether the hub delivers what the feed publishes: it has before, and no poll has found more since. */
  isDelivering(feed: FeedKey): boolean {
    const { confirmedAt = 0, leaseUntil = 0, deliveredAt, missedAt = 0 } = this.#current(feed) ?? {}
    const isLeased = lasts({ since: confirmedAt, until: leaseUntil }, this.#options.now())
    return isLeased && deliveredAt !== undefined && deliveredAt > missedAt
  }

  async noteDelivered(feed: FeedKey): Promise<void> {
    const current = this.#current(feed)
    if (current) await this.#change(current.callback, { deliveredAt: this.#options.now() })
  }

  /** A poll found what the hub should have delivered. */
  async noteMissed(feed: FeedKey): Promise<void> {
    if (!this.isDelivering(feed)) return
    await this.#change(this.#current(feed)!.callback, { missedAt: this.#options.now() })
  }

  /** Asks hubs for what is due: new subscriptions, renewals before a lease ends, and the end of those no longer wanted. */
  async round(feeds: readonly FeedKey[], signal?: AbortSignal): Promise<void> {
    await this.#reload()
    const followed = new Set(feeds.map(keyOf))
    for (const each of this.#subscriptions) {
      if (each.wants === 'subscribe' && !followed.has(keyOf(each))) {
        await this.#change(each.callback, { wants: 'unsubscribe', asks: 0 })
      }
    }
    const due = this.#subscriptions.filter((each) => this.#isDue(each))
    await Promise.all(due.slice(0, MOST_ASKS_PER_ROUND).map((each) => this.#ask(each, signal)))
  }

  async #ask(subscription: Subscription, signal: AbortSignal | undefined): Promise<void> {
    const { store, fetcher, baseUrl, now } = this.#options
    const { callback, hub, topic, secret, wants, asks } = subscription
    if (wants === 'unsubscribe' && (asks >= MOST_UNSUBSCRIBES || subscription.confirmedAt === undefined)) {
      await store.webSub.remove(callback)
      return
    }
    // Before asking: many hubs verify while they are being asked.
    await this.#change(callback, { askedAt: now(), asks: asks + 1 })
    const form = new URLSearchParams({
      'hub.callback': `${baseUrl}/websub/${callback}`,
      'hub.mode': wants,
      'hub.topic': topic,
      ...(wants === 'subscribe' && { 'hub.secret': secret, 'hub.lease_seconds': String(LEASE_SECONDS) }),
    })
    const error = await fetcher.post(hub, form, signal).then(
      ({ status }) => (status >= 200 && status < 300 ? '' : `the hub refused: ${statusInWords(status)}`),
      (fault: unknown) => `the hub cannot be asked: ${fault instanceof Error ? fault.message : String(fault)}`,
    )
    await this.#change(callback, { error: error.slice(0, 300) })
  }

  #isDue({ wants, askedAt = 0, asks, confirmedAt = 0, leaseUntil = 0 }: Subscription): boolean {
    const now = this.#options.now()
    const restMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(asks - 1, 10))
    if (asks > 0 && lasts({ since: askedAt, until: askedAt + restMs }, now)) return false
    // A fifth of a lease, at most a day, is time enough for a hub that is away for a while.
    const margin = Math.max(MINUTE_MS, Math.min(DAY_MS, (leaseUntil - confirmedAt) / 5))
    return wants === 'unsubscribe' || !lasts({ since: confirmedAt, until: leaseUntil - margin }, now)
  }

  #current(feed: FeedKey): Subscription | undefined {
    return this.#subscriptions.find((each) => each.wants === 'subscribe' && keyOf(each) === keyOf(feed))
  }

  async #change(callback: string, change: Parameters<Store['webSub']['change']>[1]): Promise<void> {
    await this.#options.store.webSub.change(callback, change)
    this.#subscriptions = this.#subscriptions.map((each) =>
      each.callback === callback ? { ...each, ...change } : each,
    )
  }

  async #reload(): Promise<void> {
    this.#subscriptions = [...(await this.#options.store.webSub.all())]
  }
}

function keyOf({ sourceId, feedUrl }: FeedKey): string {
  return `${sourceId}\n${feedUrl}`
}
