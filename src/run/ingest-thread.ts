import { parentPort, workerData } from 'node:worker_threads'
import { MINUTE_MS } from '../lib/instant.ts'
import { loadGazetteer } from './beat.ts'
import { fetcherFor } from './ingest-settings.ts'
import { openDatabase } from './open-database.ts'
import { openIngest, pollerFor } from './steps-from-settings.ts'
import type { FromThread, ThreadInput, ToThread } from './thread-messages.ts'

const RELOAD_SOURCES_EVERY_MS = MINUTE_MS

/** The thread that polls: network, parsing and normalising happen here, and nowhere near the pages. */
async function ingestFeeds(): Promise<void> {
  const { settings, version } = workerData as ThreadInput
  const port = parentPort!
  const say = (message: FromThread) => port.postMessage(message)
  const stop = new AbortController()
  port.on('message', (message: ToThread) => {
    if (message.type === 'stop') stop.abort()
  })

  const store = await openDatabase(settings)
  const fetcher = fetcherFor(settings, version)
  const ingest = await openIngest(store, loadGazetteer(), settings, fetcher)
  const poller = pollerFor(ingest, fetcher, settings, {
    onOutcome: async (feed, outcome) => {
      const stored = await ingest.take(feed, outcome)
      const items = stored.inserted.length + stored.revised.length + stored.withdrawn.length
      if (items > 0) say({ type: 'stored', items })
      if (outcome.type === 'failed') say({ type: 'log', level: 'debug', message: `${feed.url}: ${outcome.error}` })
      const { feedsTried, feedsTotal, offline } = ingest
      say({
        type: 'ingest',
        status: { feedsTried, feedsTotal, offlineSince: offline.since, offlineReason: offline.reason },
      })
    },
    onError: (feed, error) => say({ type: 'log', level: 'error', message: `${feed.url}: ${String(error)}` }),
  })
  say({ type: 'ready' })
  const reload = setInterval(
    () => ingest.reloadSources().catch((error) => say({ type: 'log', level: 'error', message: String(error) })),
    RELOAD_SOURCES_EVERY_MS,
  )
  await poller.run(stop.signal)
  clearInterval(reload)
  await fetcher.close()
  await store.close()
  port.close()
}

await ingestFeeds()
