import { parentPort, workerData } from 'node:worker_threads'
import { HeapFullError } from '../lib/heap-full-error.ts'
import { MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { sleepUnlessAborted } from '../lib/sleep-unless-aborted.ts'
import { withoutCredentials } from '../lib/without-credentials.ts'
import type { StreamState } from '../source/timeline-streams.ts'
import { StoreFullError } from '../store/errors/store-full-error.ts'
import type { FeedOutcome } from '../store/feed-types.ts'
import type { Store } from '../store/types.ts'
import { fetcherFor } from './fetcher-for.ts'
import { loadGazetteer } from './gazetteer-file.ts'
import type { Ingest } from './ingest.ts'
import { openIngest, openWebSub, pollerFor, streamsFor } from './ingest-steps.ts'
import { openDatabase } from './open-database.ts'
import type { FromThread, HubDelivery, ThreadInput, ToThread } from './thread-messages.ts'
import type { WebSub } from './web-sub.ts'

const RELOAD_SOURCES_EVERY_MS = MINUTE_MS
const WEB_SUB_ROUND_MS = 5 * SECOND_MS

type Say = (message: FromThread) => void

/**
 * Reports an error and lets the thread go on. For a full heap it rethrows the error outside the caller, so that the thread ends as it would
 * for an uncaught error.
 */
function sayError(say: Say, what: string, error: unknown): void {
  if (error instanceof HeapFullError) {
    setImmediate(() => {
      throw error
    })
    return
  }
  if (error instanceof StoreFullError) say({ type: 'diskFull', thread: 'ingest-thread' })
  say({ type: 'log', level: 'error', message: `${what}: ${String(error)}` })
}

/** Runs the ingest thread: fetching, parsing and normalising happen here and not in the thread that serves pages. */
async function ingestFeeds(): Promise<void> {
  const { settings, version, diedReading = [] } = workerData as ThreadInput
  const port = parentPort!
  const say: Say = (message) => port.postMessage(message)
  const stop = new AbortController()
  let ingest: Ingest | undefined
  const reload = () => void ingest?.reloadSources().catch((error) => sayError(say, 'sources', error))
  const deliver = (delivery: HubDelivery) => takeDelivery(ingest, delivery, say)
  port.on('message', (message: ToThread) => {
    if (message.type === 'stop') stop.abort()
    else if (message.type === 'deliver') void deliver(message)
    else if (message.type === 'sources') reload()
  })

  const store = await openDatabase(settings)
  const fetcher = fetcherFor(settings, version)
  const webSub = await openWebSub(store, settings, fetcher)
  const opened = await openIngest(store, loadGazetteer(settings.data), settings, fetcher, {
    webSub,
    signal: stop.signal,
    onReading: (feedUrl, isDone) => say({ type: 'reading', feedUrl, isDone }),
    // Only a first failure is a warning; a feed that keeps failing is shown on the status page.
    onFailure: (url, error, inARow) =>
      say({ type: 'log', level: inARow === 1 ? 'warn' : 'debug', message: `${withoutCredentials(url)}: ${error}` }),
  })
  ingest = opened
  await opened.setAside(diedReading)
  const poller = pollerFor(opened, fetcher, settings, {
    onOutcome: async (feed, outcome) => {
      sayStored(await opened.take(feed, outcome), say)
      const { feedsTried, feedsTotal, offline } = opened
      say({
        type: 'ingest',
        status: { feedsTried, feedsTotal, offlineSince: offline.since, offlineReason: offline.reason },
      })
    },
    onError: (feed, error) => sayError(say, withoutCredentials(feed.url), error),
  })
  say({ type: 'ready' })
  const reloading = setInterval(reload, RELOAD_SOURCES_EVERY_MS)
  const hubs = webSub && askHubs(webSub, opened, say, stop.signal)
  const noteStream = await streamNotes(store, say)
  const streams = streamsFor(opened, fetcher, settings, {
    wake: (feedUrl, suspects) => poller.wake(feedUrl, suspects),
    onRefused: (_url, reason) => say({ type: 'log', level: 'debug', message: reason }),
    onState: (url, state) => void noteStream(url, state),
  })
  const heard = streams?.run(stop.signal)
  await poller.run(stop.signal)
  clearInterval(reloading)
  await hubs
  await heard
  await noteStream()
  await fetcher.close()
  await store.close()
  port.close()
}

/**
 * Records the states of streams in the store, for the status page.
 *
 * @returns a function that stores the state of one stream, one write after the other, or removes it if called without a state; called
 *   without an address it removes all, as this process no longer listens
 */
async function streamNotes(store: Store, say: Say): Promise<(url?: string, state?: StreamState) => Promise<void>> {
  // Left behind by a process that was killed.
  await store.streams.forget()
  let last: Promise<void> = Promise.resolve()
  return (url, state) => {
    const write = () => (state === undefined ? store.streams.forget(url) : store.streams.set(state))
    last = last.then(write).catch((error) => sayError(say, 'streams', error))
    return last
  }
}

/** Sends due WebSub requests, round after round, until the signal aborts. */
async function askHubs(webSub: WebSub, ingest: Ingest, say: Say, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const feeds = ingest.feeds().map(({ sourceId, url }) => ({ sourceId, feedUrl: url }))
    await webSub.round(feeds, signal).catch((error) => sayError(say, 'hubs', error))
    await sleepUnlessAborted(WEB_SUB_ROUND_MS, signal)
  }
}

/** Stores a delivery and answers only then: the answer tells the hub that it need not resend. */
async function takeDelivery(ingest: Ingest | undefined, delivery: HubDelivery, say: Say): Promise<void> {
  try {
    const stored = await ingest?.deliver(delivery)
    if (stored) sayStored(stored, say)
    say({ type: 'taken', id: delivery.id, isStored: stored !== undefined })
  } catch (error) {
    sayError(say, withoutCredentials(delivery.feedUrl), error)
    say({ type: 'taken', id: delivery.id, isStored: false })
  }
}

function sayStored({ inserted, revised, withdrawn }: FeedOutcome, say: Say): void {
  const items = inserted.length + revised.length + withdrawn.length
  if (items > 0) say({ type: 'stored', items })
}

await ingestFeeds()
