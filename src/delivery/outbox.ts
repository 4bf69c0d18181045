import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../lib/instant.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import { DELIVERY_KINDS, type Delivery, type DeliveryKind } from '../store/post-types.ts'
import type { Store } from '../store/types.ts'
import { type DayEdition, dayEdition } from './day-edition.ts'
import { DeliveryError } from './delivery-error.ts'
import type { Addressee, Mailer } from './mailer.ts'
import type { Poster } from './post-json.ts'
import { type SearchMail, searchOfToken } from './search-mail.ts'
import { sendWebhook } from './webhook.ts'

/** Back-off after the first, second … failure; one more failure makes a delivery dead. Two days in total, to survive a weekend's outage. */
const RETRY_AFTER_MS: readonly number[] = [
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  15 * HOUR_MS,
  DAY_MS,
]
/** Longest that a back-off or lease can put a delivery off, with an hour for clock skew. */
const LONGEST_WAIT_MS = DAY_MS + HOUR_MS
/** Lease of a delivery being sent: if the process dies, others may take it afterwards. No mail or webhook takes so long. */
const LEASE_MS = 5 * MINUTE_MS

export interface OutboxOptions {
  readonly store: Store
  readonly timeZone: string
  readonly weights?: string
  /** Undefined if no SMTP server is set: each mail then counts as a failed attempt, and is retried. */
  readonly mailer?: Mailer
  /** Returns the poster for webhooks and chats; called before each post and not earlier, as most installations have none. */
  readonly openPoster: () => Promise<Poster>
  /** Key that signs webhook bodies. Without it each webhook counts as a failed attempt, and is retried. */
  readonly webhookSecret?: string
  /** Kinds to send. Default: all. */
  readonly kinds?: readonly DeliveryKind[]
  /** Stops the run between two deliveries. */
  readonly signal?: AbortSignal
}

/** Stored body of a mail delivery; the text is written when it is sent. */
export type MailBody =
  | { readonly type: 'confirm'; readonly language: UiLanguage; readonly token: string }
  | { readonly type: 'brief'; readonly date: string; readonly language: UiLanguage; readonly token: string }
  | { readonly type: 'search'; readonly mail: SearchMail; readonly language: UiLanguage; readonly token: string }

/**
 * Sends all due deliveries one after the other, and records their outcomes. Each is leased just before it is sent: if all were leased
 * together, slow servers could outlast the last one's lease, and another process would send it too. A fault in one does not keep the
 * others from being sent. Faults of the program count as attempts too, or their delivery would come first again and again.
 *
 * @param clock read for each delivery: receivers refuse a signature whose time is too old
 * @returns number of deliveries tried
 * @throws the error of a fault of the program, as opposed to a failed delivery; AggregateError for several
 */
export async function workOffOutbox(options: OutboxOptions, clock: () => Instant): Promise<number> {
  const { store, kinds = DELIVERY_KINDS, signal } = options
  const faults: unknown[] = []
  let tried = 0
  while (!signal?.aborted) {
    const delivery = await store.deliveries.take(clock(), { kinds, leaseMs: LEASE_MS, longestWaitMs: LONGEST_WAIT_MS })
    if (!delivery) break
    const failure = await sendOne(delivery, options, clock()).catch((error: unknown) => error ?? new Error('no reason'))
    await store.deliveries.settle(delivery.id, settlement(delivery, failure, clock()))
    if (failure !== undefined && !(failure instanceof DeliveryError)) faults.push(failure)
    tried++
  }
  if (faults.length === 1) throw faults[0]
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} deliveries met a fault`)
  return tried
}

/** Returns the state of a delivery after an attempt. @param failure undefined if it was sent */
function settlement(
  { attempts: before }: Delivery,
  failure: unknown,
  now: Instant,
): Parameters<Store['deliveries']['settle']>[1] {
  const attempts = before + 1
  if (failure === undefined) return { state: 'sent', nextAt: now, lastError: '', attempts }
  const isFinal = failure instanceof DeliveryError && failure.isFinal
  const waitMs = isFinal ? undefined : RETRY_AFTER_MS[before]
  const lastError = failure instanceof Error ? failure.message : String(failure)
  return { state: waitMs === undefined ? 'dead' : 'waiting', nextAt: now + (waitMs ?? 0), lastError, attempts }
}

async function sendOne(delivery: Delivery, options: OutboxOptions, now: Instant): Promise<void> {
  const { id, kind, target, body } = delivery
  const { openPoster, webhookSecret } = options
  if (kind === 'chat') {
    const { sendChat } = await import('./chat/send-chat.ts')
    return sendChat(await openPoster(), target, body)
  }
  if (kind === 'webhook') {
    if (!webhookSecret)
      throw new DeliveryError('no webhook secret is set (--webhook-secret, 16 characters or more)', false)
    return sendWebhook(await openPoster(), webhookSecret, { url: target, id: String(id), body }, now)
  }
  const { mailer, store } = options
  if (!mailer) throw new DeliveryError('no SMTP server is set', false)
  const mail = JSON.parse(body) as MailBody
  const to: Addressee = { email: target, language: mail.language, token: mail.token }
  if (mail.type === 'search') return sendSearchMail(to, mail.mail, `search-${id}`, store, mailer)
  // Whoever unsubscribed while the mail waited gets none.
  const subscriber = await store.subscribers.byToken(mail.token)
  if (!subscriber) throw new DeliveryError('the address was removed', true)
  if (mail.type === 'confirm') return mailer.sendConfirmation(to, `confirm-${id}`)
  const edition = await editionOf(mail.date, options, now)
  if (!edition) throw new DeliveryError(`there is no edition of ${mail.date}`, true)
  return mailer.sendBrief(to, edition, `brief-${mail.date}-${id}`)
}

/** Sends a search mail without stories that were held back, retracted or removed while it waited. */
async function sendSearchMail(to: Addressee, mail: SearchMail, id: string, store: Store, mailer: Mailer) {
  if (!(await searchOfToken(store, to.token))) throw new DeliveryError('the search was forgotten', true)
  const now = await store.storiesNow(mail.storyIds)
  const stories = [...new Map([...now.values()].map((story) => [story.id, story])).values()].filter(
    ({ state }) => state === 'published',
  )
  if (stories.length === 0 && !mail.isFirst) throw new DeliveryError('none of its stories is published any more', true)
  return mailer.sendSearch(to, mail, stories, id)
}

function editionOf(date: string, options: OutboxOptions, now: Instant): Promise<DayEdition | undefined> {
  const { store, timeZone, weights } = options
  return dayEdition({ store, timeZone, weights, isKept: true }, date, now)
}
