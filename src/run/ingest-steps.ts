import type { Gazetteer } from '../entity/types.ts'
import { SECOND_MS } from '../lib/instant.ts'
import { sleepUnlessAborted } from '../lib/sleep-unless-aborted.ts'
import { mailboxesIn, passwordsIn, type Settings } from '../settings.ts'
import type { SourceClient } from '../source/clients/client.ts'
import { clientOf } from '../source/clients/clients.ts'
import { imapClient } from '../source/clients/imap.ts'
import { mailClient } from '../source/clients/mail.ts'
import { politeClient } from '../source/clients/polite.ts'
import { createCrawlPolicy } from '../source/crawl-policy.ts'
import type { Fetcher } from '../source/fetcher.ts'
import { Poller, type PollerOptions } from '../source/poll.ts'
import { TimelineStreams, type TimelineStreamsOptions } from '../source/timeline-streams.ts'
import type { Store } from '../store/types.ts'
import { Ingest, type IngestOptions } from './ingest.ts'
import { allowPrivate, certificatesIn, tokensByHost } from './ingest-settings.ts'
import { isReachable, WebSub } from './web-sub.ts'

/** Opens the ingest step with the real clock and the limits of the settings. */
export function openIngest(
  store: Store,
  gazetteer: Gazetteer,
  settings: Settings,
  fetcher: Fetcher,
  more: Pick<IngestOptions, 'webSub' | 'signal' | 'onFailure' | 'onReading'> = {},
): Promise<Ingest> {
  return Ingest.open({
    store,
    gazetteer,
    now: Date.now,
    random: Math.random,
    minIntervalMs: settings.poll_min_seconds * SECOND_MS,
    maxIntervalMs: settings.poll_max_seconds * SECOND_MS,
    ...more,
    fullText: { fetcher, policy: createCrawlPolicy(fetcher, Date.now) },
    dailyBudgetBytes: settings.daily_budget_mb * 1_000_000,
  })
}

/** Opens the WebSub subscriptions; undefined if hubs cannot reach the site. */
export async function openWebSub(store: Store, settings: Settings, fetcher: Fetcher): Promise<WebSub | undefined> {
  const baseUrl = settings.base_url
  if (!isReachable(baseUrl, allowPrivate(settings))) return undefined
  return WebSub.open({ store, fetcher, baseUrl, now: Date.now })
}

/** Creates a poller for the feeds of an ingest step. */
export function pollerFor(
  ingest: Ingest,
  fetcher: Fetcher,
  settings: Settings,
  listeners: Pick<PollerOptions, 'onOutcome' | 'onError'>,
): Poller {
  const mail = lettersOf(settings)
  return new Poller({
    feeds: () => ingest.feeds(),
    fetcher,
    clientFor: (feed) => {
      const client = feed.kind === 'mail' ? mail : clientOf(feed)
      return ingest.policy ? politeClient(client, ingest.policy) : client
    },
    mayPoll: () => ingest.hasBudget(),
    ...listeners,
    now: Date.now,
    sleep: sleepUnlessAborted,
    maxInFlight: settings.max_connections,
    maxInFlightPerHost: settings.max_connections_per_host,
  })
}

/** Creates the streams that trigger polls of Mastodon timelines; undefined if the settings disable them. */
export function streamsFor(
  ingest: Ingest,
  fetcher: Fetcher,
  settings: Settings,
  listeners: Pick<TimelineStreamsOptions, 'wake' | 'onRefused' | 'onState'>,
): TimelineStreams | undefined {
  if (settings.stream_wait_seconds === 0) return undefined
  return new TimelineStreams({
    ...{ feeds: () => ingest.feeds(), fetcher, ...listeners, sleep: sleepUnlessAborted },
    ...{ now: Date.now, random: Math.random, minWakeMs: settings.stream_wait_seconds * SECOND_MS },
    tokens: tokensByHost(settings.mastodon_tokens),
  })
}

/** Returns the client that reads newsletters, from IMAP mailboxes if any are set, else from a folder. */
function lettersOf(settings: Settings): SourceClient {
  const urls = mailboxesIn(settings.imap_url)
  if (urls.length === 0) return mailClient(settings.mail_folder || undefined)
  const passwords = passwordsIn(settings.imap_password)
  const ca = certificatesIn(settings.imap_ca_file)
  const timeoutMs = settings.fetch_timeout_ms
  return imapClient(urls.map((url, index) => ({ url, password: passwords[index] ?? '', timeoutMs, ca })))
}
