import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { SECOND_MS } from '../../lib/instant.ts'
import { loadGazetteer } from '../gazetteer-file.ts'
import { openDatabase } from '../open-database.ts'
import type { FromThread, ThreadInput, ToThread } from '../thread-messages.ts'
import { modelChoice } from './choice.ts'
import { sayHealth } from './health-notes.ts'
import { openWriter } from './open-writer.ts'

const LOOK_EVERY_MS = 5 * SECOND_MS

/** Runs the thread that waits for the model, so that nothing else has to. It shares only the database. */
async function writeSummaries(): Promise<void> {
  const { settings } = workerData as ThreadInput
  const port = parentPort!
  const stop = new AbortController()
  port.on('message', (message: ToThread) => {
    if (message.type === 'stop') stop.abort()
  })
  const choice = modelChoice(settings)
  if (!choice) return port.close()
  const store = await openDatabase(settings)
  const writer = await openWriter(store, loadGazetteer(settings.data), choice, settings, stop.signal, (health) =>
    port.postMessage({ type: 'log', ...sayHealth(health) } satisfies FromThread),
  )
  port.postMessage({ type: 'ready' } satisfies FromThread)
  while (!stop.signal.aborted) {
    const step = await writer.step()
    if (step !== 'wrote') await wait(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => {})
  }
  await store.close()
  port.close()
}

await writeSummaries()
