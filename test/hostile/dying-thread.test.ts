import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FeedsBeingRead } from '../../src/run/feeds-being-read.ts'
import { openDatabase } from '../../src/run/open-database.ts'
import { syncSources } from '../../src/run/sync-sources.ts'
import { Thread } from '../../src/run/thread.ts'
import type { FromThread, ThreadInput } from '../../src/run/thread-messages.ts'
import { readSettings } from '../../src/settings.ts'
import { parseCatalogue } from '../../src/source/catalogue.ts'
import { until } from '../run/auspex-process.ts'

// A document that takes more memory than the thread has, whichever that will be: here one that is allowed little.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 })

/** Enough to read a feed by, and not for a tree of 150,000 elements. */
const HEAP_MB = 64

let folder: string
let server: Server
let healthyPolls = 0
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-dying-'))
  const heavy = `<rss><channel><title>H</title><item><title>x</title><description>${'<b xmlns="a">c</b>'.repeat(200_000)}</description></item></channel></rss>`
  server = createServer((request, response) => {
    if (request.url === '/heavy') response.end(heavy)
    else if (request.url !== '/healthy') response.writeHead(404).end()
    else
      response.end(
        `<rss><channel><title>F</title><item><title>Healthy ${++healthyPolls}</title></item></channel></rss>`,
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a feed that ends the thread is set aside in words, and the others are read', async () => {
  const { port } = server.address() as { port: number }
  const environment = {
    AUSPEX_DATA: folder,
    AUSPEX_ALLOW_PRIVATE: `127.0.0.1:${port}`,
    AUSPEX_POLL_MIN_SECONDS: '1',
    AUSPEX_POLL_MAX_SECONDS: '2',
  }
  const settings = readSettings({}, environment)
  const source = (id: string) =>
    `  - { id: ${id}, name: ${id}, homepage: https://${id}.example/, kind: rss, feeds: [{ url: "http://127.0.0.1:${port}/${id}" }], language: en, country: INT, family: ${id}, type: press, tier: 2, tierReason: a test, topics: [models], hubs: [], enabled: true }\n`
  const store = await openDatabase(settings)
  await syncSources(store, parseCatalogue(`sources:\n${source('heavy')}${source('healthy')}`, 'test').sources)
  const beingRead = new FeedsBeingRead()
  let deaths = 0
  const onMessage = (message: FromThread) => {
    if (message.type === 'reading') beingRead.note(message)
    else if (message.type === 'log' && /ingest-thread stopped/.test(message.message)) deaths++
  }
  const input = (): ThreadInput => ({ settings, version: '0', diedReading: beingRead.take() })
  const thread = new Thread({ name: 'ingest-thread', input, onMessage, maxHeapMb: HEAP_MB })
  try {
    const failure = async () =>
      (await store.feedStates()).find(({ feedUrl, error }) => feedUrl.endsWith('/heavy') && error !== undefined)
    const state = await until('the heavy feed has failed', failure, 60_000)
    expect(deaths).toBeGreaterThan(0)
    expect(state?.error).toMatch(/took more memory than there is/)
    const polls = healthyPolls
    await until('the healthy feed is read on', async () => (healthyPolls >= polls + 2 ? true : undefined), 60_000)
  } finally {
    await thread.stop()
    await store.close()
  }
})
