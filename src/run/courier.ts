import { tellDecisions } from '../delivery/decision-alerts.ts'
import { publishEdition } from '../delivery/editions.ts'
import type { Mailer } from '../delivery/mailer.ts'
import { workOffOutbox } from '../delivery/outbox.ts'
import type { Poster } from '../delivery/post-json.ts'
import { isReadThrough } from '../delivery/read-through.ts'
import { tellSearches } from '../delivery/search-alerts.ts'
import { lastSentDay } from '../delivery/send-time.ts'
import type { Atlas } from '../hub/atlas-types.ts'
import type { Needs } from '../hub/decide/needs.ts'
import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { chatsIn, LEAST_WEBHOOK_SECRET, type Settings, webhooksIn } from '../settings.ts'
import { needsPath } from '../site/needs-query.ts'
import { paths } from '../site/paths.ts'
import { DELIVERY_KINDS, type DeliveryKind } from '../store/post-types.ts'
import type { Store } from '../store/types.ts'
import { allowPrivate } from './ingest-settings.ts'
import { userAgent } from './user-agent.ts'

/** Longest that an edition waits for feeds that are not yet read; a network that stays down must not hold it back for ever. */
const LONGEST_WAIT_MS = 30 * MINUTE_MS

/**
 * How often the courier checks whether something is due. Unlike a timer set to "the next seven o'clock", a check misses nothing when the
 * clock changes, the machine sleeps or the program was off.
 */
const LOOK_EVERY_MS = 15 * SECOND_MS
/** How often saved searches look for new stories. */
const SEARCH_EVERY_MS = MINUTE_MS
const UNCONFIRMED_KEPT_MS = 2 * DAY_MS
const SENT_KEPT_MS = 60 * DAY_MS

export interface CourierOptions {
  readonly store: Store
  readonly atlas: Atlas
  readonly settings: Settings
  readonly version: string
  readonly now: () => Instant
  /** Without a trailing slash. */
  readonly baseUrl: string
  /** Editions before this instant are not stored. */
  readonly editionsFrom?: Instant
  readonly onFault: (fault: unknown) => void
}

/** Builds and sends the daily editions at their time, sends alerts for decisions and searches, and works off the outbox. */
export interface Courier {
  /** Does everything that is due now. */
  look(): Promise<void>
  stop(): Promise<void>
}

export async function startCourier(options: CourierOptions): Promise<Courier> {
  const { store, atlas, settings, now, baseUrl, editionsFrom = 0, onFault } = options
  const { time_zone: timeZone, weights, title } = settings
  const language = UI_LANGUAGES.find((each) => each === settings.language) ?? 'en'
  const webhookUrls = webhooksIn(settings.webhook_urls)
  const chats = chatsIn(settings.chat_urls)
  const mailer = await mailerOf(options)
  let poster: Promise<Poster> | undefined
  const webhookSecret = isSigning(settings) ? settings.webhook_secret : undefined
  let published = ''
  let waiting: { readonly day: string; readonly since: Instant } | undefined
  let decideAt = 0
  let searchAt = 0
  const [sayDecisions, saySearches] = [newProblems(onFault), newProblems(onFault)]
  const ending = new AbortController()

  async function publishDue(at: Instant): Promise<void> {
    const day = lastSentDay(at, timeZone, settings.brief_time)
    if (waiting?.day !== day) waiting = { day, since: at }
    const isComplete = async () => at >= waiting!.since + LONGEST_WAIT_MS || (await isReadThrough(store, at))
    if (published === day || at < editionsFrom || !(await isComplete())) return
    await publishEdition({ store, timeZone, weights, webhookUrls, chats, baseUrl, title, language }, day, at)
    await store.subscribers.forgetUnconfirmed(at - UNCONFIRMED_KEPT_MS)
    await store.deliveries.forgetSent(at - SENT_KEPT_MS)
    await store.admin.forgetBefore(at - DAY_MS)
    published = day
  }

  async function tellDue(at: Instant): Promise<void> {
    if (at < decideAt) return
    decideAt = at + settings.decision_seconds * SECOND_MS
    const pageOf = (needs: Needs) => baseUrl + needsPath(paths.decide, needs)
    sayDecisions(await tellDecisions({ store, atlas, baseUrl, pageOf }, at))
  }

  async function searchDue(at: Instant): Promise<void> {
    if (at < searchAt) return
    searchAt = at + SEARCH_EVERY_MS
    saySearches(await tellSearches({ store, baseUrl, title }, at))
  }

  async function sendDue(kind: DeliveryKind): Promise<void> {
    const { signal } = ending
    const options = { store, timeZone, weights, mailer, openPoster: posterOnce, webhookSecret, signal }
    await workOffOutbox({ ...options, kinds: [kind] }, now)
  }

  /** Opens the poster when the first post is due: sending mail alone needs none. Both queues of posts share it. */
  function posterOnce(): Promise<Poster> {
    poster ??= openPoster(options)
    return poster
  }

  /** Runs the steps one after the other; a step that fails does not prevent the next ones. */
  async function writeDue(): Promise<void> {
    const at = now()
    for (const step of [publishDue, tellDue, searchDue]) await step(at).catch(onFault)
  }

  // Separate queues: a mail server that does not answer delays neither posts nor the steps that fall due meanwhile.
  const writing = oneAtATime(writeDue)
  const sending = DELIVERY_KINDS.map((kind) => oneAtATime(() => sendDue(kind).catch(onFault)))

  async function look(): Promise<void> {
    await writing.run()
    await Promise.all(sending.map(({ run }) => run()))
  }

  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  return {
    look,
    async stop() {
      clearInterval(timer)
      ending.abort()
      await Promise.all([writing, ...sending].map(({ running }) => running()))
      mailer?.close()
      await (await poster)?.close()
    },
  }
}

/** Never runs `work` twice at once: a call made while it runs waits for that run and starts no other. */
function oneAtATime(work: () => Promise<void>) {
  let running: Promise<void> | undefined
  const run = () => {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }
  return { run, running: () => running }
}

/** Reports only problems that the previous check did not have: a lasting problem is logged once, not every minute. */
function newProblems(onFault: CourierOptions['onFault']): (problems: readonly Error[]) => void {
  let before = new Set<string>()
  return (problems) => {
    for (const problem of problems) if (!before.has(problem.message)) onFault(problem)
    before = new Set(problems.map(({ message }) => message))
  }
}

/** Loads the mailer only where mail is sent, as `openPoster` does for posts: the two take 7 MB of the main thread. */
async function mailerOf({ settings, baseUrl }: CourierOptions): Promise<Mailer | undefined> {
  const { smtp_url: smtpUrl, mail_from: from, title } = settings
  if (!smtpUrl) return undefined
  const { createMailer } = await import('../delivery/mailer.ts')
  return createMailer({ smtpUrl, from, baseUrl, title })
}

async function openPoster({ settings, version }: CourierOptions): Promise<Poster> {
  const { createPoster } = await import('../delivery/post-json.ts')
  return createPoster({
    userAgent: userAgent(version, settings.contact),
    timeoutMs: settings.fetch_timeout_ms,
    allowPrivate: allowPrivate(settings),
  })
}

function isSigning({ webhook_secret: secret }: Settings): boolean {
  return secret.length >= LEAST_WEBHOOK_SECRET
}
