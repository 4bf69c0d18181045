import { loadBeat } from '../run/beat.ts'
import { loadSources } from '../run/catalogue-files.ts'
import { fetcherFor } from '../run/fetcher-for.ts'
import { openIngest, pollerFor } from '../run/ingest-steps.ts'
import { openDatabase } from '../run/open-database.ts'
import { openDesk } from '../run/open-desk.ts'
import { lockPolling } from '../run/polling-lock.ts'
import { storeCatalogue } from '../run/sync-sources.ts'
import type { Settings } from '../settings.ts'

const BATCH = 200

/**
 * Polls every feed once and tells the stories, unless another process does.
 *
 * @returns the numbers of feeds polled and failed, and of items added and edited; why the machine has no network, if it has none
 * @throws AlreadyRunningError, and what opening the database throws
 */
export async function pollOnce(settings: Settings, version: string) {
  const lock = lockPolling(settings)
  try {
    return await pollAlone(settings, version)
  } finally {
    lock.release()
  }
}

async function pollAlone(settings: Settings, version: string) {
  const store = await openDatabase(settings)
  const fetcher = fetcherFor(settings, version)
  try {
    await storeCatalogue(settings, store, () => loadSources(settings))
    const beat = loadBeat(settings.data)
    const ingest = await openIngest(store, beat.gazetteer, settings, fetcher)
    const sum = { inserted: 0, revised: 0, failed: 0 }
    const poller = pollerFor(ingest, fetcher, settings, {
      onOutcome: async (feed, outcome) => {
        if (outcome.type === 'failed') sum.failed++
        const stored = await ingest.take(feed, outcome)
        sum.inserted += stored.inserted.length
        sum.revised += stored.revised.length
      },
      onError: () => sum.failed++,
    })
    const feeds = await poller.pollNow()
    // If another process already tells stories, it will find the new items itself.
    if (await store.tryLockStories()) {
      const desk = await openDesk(store, beat, settings)
      while ((await desk.workOff(BATCH)) === BATCH);
      await desk.rerank()
      while (await desk.rerankNext());
      await desk.close()
    }
    return { feeds, ...sum, offlineReason: ingest.offline.reason }
  } finally {
    await fetcher.close()
    await store.close()
  }
}
