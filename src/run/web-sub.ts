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

/** Lease that is requested; hubs answer with what they grant, most with ten days. */
const LEASE_SECONDS = (10 * DAY_MS) / SECOND_MS
/** Back-off before a hub that does not confirm is asked again, doubling up to a day. */
const FIRST_RETRY_MS = HOUR_MS
const LONGEST_RETRY_MS = DAY_MS
/** After this many unanswered requests to unsubscribe, the callback answers 410, which also ends the subscription. */
const MOST_UNSUBSCRIBES = 3
/** Maximum number of requests in one round, so that a new installation does not send a thousand to one hub at once. */
const MOST_ASKS_PER_ROUND = 10

export interface WebSubOptions {
  readonly store: Store
  readonly fetcher: Pick<Fetcher, 'post'>
  /** Public URL of the site, without a trailing slash. */
  readonly baseUrl: string
  readonly now: () => Instant
}

type FeedKey = Pick<Subscription, 'sourceId' | 'feedUrl'>

/** Whether hubs can reach the site: its public URL is set and not refused as an address of this machine or network. */
export function isReachable(baseUrl: string, allowPrivate: AllowPrivate): boolean {
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl)) return false
  const url = new URL(baseUrl)
  return refusedHost(url.hostname, portOf(url), allowPrivate) === undefined
}

/** Keeps feeds subscribed at the hubs that they name (WebSub, 5), and tells which need fewer polls because their hub delivers. */
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

  /** Notes the hub that a feed's answer names. If it changed, the old subscription is ended. */
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

  /** Whether the hub delivers the feed: the lease is valid, it has delivered, and no poll has found missed entries since. */
  isDelivering(feed: FeedKey): boolean {
    const { confirmedAt = 0, leaseUntil = 0, deliveredAt, missedAt = 0 } = this.#current(feed) ?? {}
    const isLeased = lasts({ since: confirmedAt, until: leaseUntil }, this.#options.now())
    return isLeased && deliveredAt !== undefined && deliveredAt > missedAt
  }

  async noteDelivered(feed: FeedKey): Promise<void> {
    const current = this.#current(feed)
    if (current) await this.#change(current.callback, { deliveredAt: this.#options.now() })
  }

  /** Notes that a poll found what the hub should have delivered. */
  async noteMissed(feed: FeedKey): Promise<void> {
    if (!this.isDelivering(feed)) return
    await this.#change(this.#current(feed)!.callback, { missedAt: this.#options.now() })
  }

  /** Sends the requests that are due: new subscriptions, renewals before a lease ends and unsubscriptions. */
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
    // Before the request, as many hubs verify during it.
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
    // Renewing a fifth of the lease early, at most a day, leaves time for a hub that is temporarily down.
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
