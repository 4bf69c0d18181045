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

/** Waits after the first, second … failure; after the last of them a delivery is dead. Two days in all: a weekend's outage passes. */
const RETRY_AFTER_MS: readonly number[] = [
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  15 * HOUR_MS,
  DAY_MS,
]
/** Of one failure or lease, with room for clocks that differ. */
const LONGEST_WAIT_MS = DAY_MS + HOUR_MS
/** A process that dies while it sends leaves its delivery to others after this; no mail or webhook takes so long. */
const LEASE_MS = 5 * MINUTE_MS

export interface OutboxOptions {
  readonly store: Store
  readonly timeZone: string
  readonly weights?: string
  /** Undefined: no SMTP server is set, and mails wait. */
  readonly mailer?: Mailer
  /** Gives what posts to webhooks and chats; asked before each post, as most installations have none. */
  readonly openPoster: () => Promise<Poster>
  /** Signs what webhooks get. Without it they wait. */
  readonly webhookSecret?: string
  /** Default: of all kinds, one after the other. */
  readonly kinds?: readonly DeliveryKind[]
  /** Ends it between two deliveries. */
  readonly signal?: AbortSignal
}

/** What a mail's row holds; the text is made when it is sent. */
export type MailBody =
  | { readonly type: 'confirm'; readonly language: UiLanguage; readonly token: string }
  | { readonly type: 'brief'; readonly date: string; readonly language: UiLanguage; readonly token: string }
  | { readonly type: 'search'; readonly mail: SearchMail; readonly language: UiLanguage; readonly token: string }

/**
 * Sends what is due one after the other, and notes what came of it. Each is taken just before it is sent: taken together, the last would wait
 * for longer than its lease where servers are slow, and another process would send it too. Whatever one of them meets, the others are sent: what
 * is not the receiver's fault counts as an attempt too, or it would come first again and again.
 *
 * @param clock asked for each: a signature with the time of another is refused as old
 * @returns how many were tried
 * @throws what was no failure to deliver but a fault of the program; AggregateError for several
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

/** @param failure undefined: it was sent */
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
  // Who left while the mail waited gets none.
  const subscriber = await store.subscribers.byToken(mail.token)
  if (!subscriber) throw new DeliveryError('the address was removed', true)
  if (mail.type === 'confirm') return mailer.sendConfirmation(to, `confirm-${id}`)
  const edition = await editionOf(mail.date, options, now)
  if (!edition) throw new DeliveryError(`there is no edition of ${mail.date}`, true)
  return mailer.sendBrief(to, edition, `brief-${mail.date}-${id}`)
}

/** What was held back, retracted or removed while it waited is no news any more. */
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
