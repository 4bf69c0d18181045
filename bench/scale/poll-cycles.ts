import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadGazetteer } from '../../src/run/gazetteer-file.ts'
import { Ingest } from '../../src/run/ingest.ts'
import type { PolledFeed } from '../../src/source/clients/client.ts'
import { clientOf } from '../../src/source/clients/clients.ts'
import { politeClient } from '../../src/source/clients/polite.ts'
import { createCrawlPolicy } from '../../src/source/crawl-policy.ts'
import { createFetcher } from '../../src/source/fetcher.ts'
import { Poller } from '../../src/source/poll.ts'
import type { Source } from '../../src/source/types.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { ScaleFigures } from './scale.ts'

// Polls one cycle for each message, and answers with its figures; how many feeds and at which port the first two arguments say.

const [feeds = 0, port = 0] = process.argv.slice(2).map(Number)
const work = mkdtempSync(join(tmpdir(), 'auspex-scale-'))
const store = await openStore({ file: join(work, 'scale.sqlite') })
// Every loopback address is a host of its own: 127.0.x.y.
await store.saveSources(Array.from({ length: feeds }, (_, feed) => sourceOf(feed)))
const fetcher = createFetcher({ userAgent: 'Auspex bench', allowPrivate: (_, at) => at === port })
const policy = createCrawlPolicy(fetcher, Date.now)
const ingest = await Ingest.open({
  ...{ store, gazetteer: loadGazetteer(), now: Date.now, random: Math.random },
  ...{ minIntervalMs: 300_000, maxIntervalMs: 43_200_000, fullText: { fetcher, policy } },
})

process.on('message', async () => process.send!(await runCycle()))
process.on('disconnect', async () => {
  await fetcher.close()
  await store.close()
  rmSync(work, { recursive: true })
})
process.send!('ready')

async function runCycle(): Promise<ScaleFigures> {
  const polled = new Set<string>()
  let [failed, refused, inserted, peak] = [0, 0, 0, 0]
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const memory = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 250)
  delay.enable()
  const startedAt = performance.now()
  const poller = new Poller({
    ...{
      feeds: () => ingest.feeds(),
      fetcher,
      clientFor: (feed: PolledFeed) => politeClient(clientOf(feed), policy),
      now: Date.now,
      sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    },
    onOutcome: async (feed, outcome) => {
      const stored = await ingest.take(feed, outcome)
      polled.add(feed.url)
      refused += Number(outcome.status === 500)
      failed += Number(outcome.type === 'failed' && outcome.status !== 500)
      inserted += stored.inserted.length
    },
  })
  await poller.pollNow()
  const cycleSeconds = (performance.now() - startedAt) / 1_000
  delay.disable()
  clearInterval(memory)
  return {
    ...{ feeds, cycleSeconds, feedsNotPolled: feeds - polled.size, failed, refused, inserted },
    eventLoopP50Ms: delay.percentile(50) / 1e6,
    eventLoopP99Ms: delay.percentile(99) / 1e6,
    eventLoopMaxMs: delay.max / 1e6,
    peakMemoryMb: peak / 1e6,
  }
}

function sourceOf(feed: number): Source {
  const host = `127.0.${1 + Math.floor(feed / 250)}.${1 + (feed % 250)}`
  return {
    ...{ id: `f${feed}`, name: `Feed ${feed}`, homepage: `http://${host}:${port}/`, kind: 'rss' },
    feeds: [{ url: `http://${host}:${port}/f${feed}` }],
    ...{ language: 'en', country: 'INT', family: `f${feed}`, type: 'press', tier: 2, tierReason: 'bench' },
    ...{ topics: [], hubs: [], isEnabled: true, isMirror: false, countsAsIndependent: true },
  }
}
