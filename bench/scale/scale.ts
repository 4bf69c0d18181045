import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadGazetteer } from '../../src/run/beat.ts'
import { Ingest } from '../../src/run/ingest.ts'
import type { PolledFeed } from '../../src/source/clients/client.ts'
import { clientOf } from '../../src/source/clients/clients.ts'
import { politeClient } from '../../src/source/clients/polite.ts'
import { createCrawlPolicy } from '../../src/source/crawl-policy.ts'
import { createFetcher } from '../../src/source/fetcher.ts'
import { createPoller } from '../../src/source/poll.ts'
import type { Source } from '../../src/source/types.ts'
import { openStore } from '../../src/store/open-store.ts'

export interface ScaleFigures {
  readonly feeds: number
  /** Until every feed had been polled. */
  readonly cycleSeconds: number
  readonly feedsNotPolled: number
  readonly failed: number
  readonly inserted: number
  readonly eventLoopP50Ms: number
  readonly eventLoopP99Ms: number
  readonly eventLoopMaxMs: number
  readonly peakMemoryMb: number
}

/**
 * Polls many feeds on loopback for one cycle after a first one, as the ingest thread does: fetch, parse, normalise, store.
 * `SCALE_FEEDS` sets how many; the target is for 10,000.
 */
export async function benchScale(
  feeds = Number(process.env.SCALE_FEEDS ?? 10_000),
): Promise<Record<string, ScaleFigures>> {
  const work = mkdtempSync(join(tmpdir(), 'auspex-scale-'))
  const server = await startFeedServer()
  const { port } = server
  const store = await openStore({ file: join(work, 'scale.sqlite') })
  // Every loopback address is a host of its own: 127.0.x.y.
  await store.saveSources(Array.from({ length: feeds }, (_, feed) => sourceOf(feed, port)))
  const fetcher = createFetcher({ userAgent: 'Auspex bench', allowPrivate: (_, at) => at === port })
  const policy = createCrawlPolicy(fetcher, Date.now)
  const ingest = await Ingest.open({
    ...{ store, gazetteer: loadGazetteer(), now: Date.now, random: Math.random },
    ...{ minIntervalMs: 300_000, maxIntervalMs: 43_200_000, fullText: { fetcher, policy } },
  })
  const figures: Record<string, ScaleFigures> = {}
  for (const name of ['first', 'second']) {
    await server.startCycle(name === 'first' ? 1 : 2)
    figures[name] = await runCycle()
  }
  await fetcher.close()
  await store.close()
  server.stop()
  rmSync(work, { recursive: true })
  return figures

  async function runCycle(): Promise<ScaleFigures> {
    const polled = new Set<string>()
    let [failed, inserted, peak] = [0, 0, 0]
    const delay = monitorEventLoopDelay({ resolution: 10 })
    const memory = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 250)
    delay.enable()
    const startedAt = performance.now()
    const poller = createPoller({
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
        failed += Number(outcome.type === 'failed')
        inserted += stored.inserted.length
      },
    })
    await poller.pollNow()
    const cycleSeconds = (performance.now() - startedAt) / 1_000
    delay.disable()
    clearInterval(memory)
    return {
      ...{ feeds, cycleSeconds, feedsNotPolled: feeds - polled.size, failed, inserted },
      eventLoopP50Ms: delay.percentile(50) / 1e6,
      eventLoopP99Ms: delay.percentile(99) / 1e6,
      eventLoopMaxMs: delay.max / 1e6,
      peakMemoryMb: peak / 1e6,
    }
  }
}

function sourceOf(feed: number, port: number): Source {
  const host = `127.0.${1 + Math.floor(feed / 250)}.${1 + (feed % 250)}`
  return {
    ...{ id: `f${feed}`, name: `Feed ${feed}`, homepage: `http://${host}:${port}/`, kind: 'rss' },
    feeds: [{ url: `http://${host}:${port}/f${feed}` }],
    ...{ language: 'en', country: 'INT', family: `f${feed}`, type: 'press', tier: 2, tierReason: 'bench' },
    ...{ topics: [], hubs: [], isEnabled: true, isMirror: false, countsAsIndependent: true },
  }
}

/** The server in a process of its own: its work is not ours to measure. */
async function startFeedServer() {
  const child = fork(join(import.meta.dirname, 'serve-feeds.ts'), { execArgv: ['--import', 'tsx'] })
  const [port] = (await once(child, 'message')) as [number]
  return {
    port,
    async startCycle(cycle: number) {
      child.send(cycle)
      await once(child, 'message')
    },
    stop: () => child.kill(),
  }
}
