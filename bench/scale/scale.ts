import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadGazetteer } from '../../src/run/beat.ts'
import { Ingest } from '../../src/run/ingest.ts'
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
  readonly peakMemoryMb: number
}

const ENTRIES = 20
/** Share of feeds that answer 304, fail, and hang at a second cycle: what a day of a large reader looks like. */
const UNCHANGED = 0.75
const FAILING = 0.03
const SLOW = 0.02
const SLOW_MS = 2_000

/**
 * Polls many feeds on loopback for one cycle after a first one, as the ingest thread does: fetch, parse, normalise, store.
 * `SCALE_FEEDS` sets how many; the target is for 10,000.
 */
export async function benchScale(
  feeds = Number(process.env.SCALE_FEEDS ?? 10_000),
): Promise<Record<string, ScaleFigures>> {
  const work = mkdtempSync(join(tmpdir(), 'auspex-scale-'))
  let cycle = 1
  const server = createServer((request, response) => {
    const feed = Number(request.url?.slice(2))
    const fate = cycle === 1 ? 1 : fraction(feed * 31 + cycle)
    if (fate < FAILING) return void response.writeHead(500).end()
    const version = fate < FAILING + SLOW || fate > UNCHANGED + FAILING + SLOW ? cycle : 1
    const etag = `"${version}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
    const send = () => response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(rss(feed, version))
    if (cycle > 1 && fate < FAILING + SLOW) setTimeout(send, SLOW_MS)
    else send()
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  const store = await openStore({ file: join(work, 'scale.sqlite') })
  // Every loopback address is a host of its own: 127.0.x.y.
  await store.saveSources(Array.from({ length: feeds }, (_, feed) => sourceOf(feed, port)))
  const ingest = await Ingest.open({
    ...{ store, gazetteer: loadGazetteer(), now: Date.now, random: Math.random },
    ...{ minIntervalMs: 300_000, maxIntervalMs: 43_200_000 },
  })
  const fetcher = createFetcher({ userAgent: 'Auspex bench', allowPrivate: (_, at) => at === port })
  const figures: Record<string, ScaleFigures> = {}
  for (const name of ['first', 'second']) {
    figures[name] = await runCycle()
    cycle++
  }
  await fetcher.close()
  await store.close()
  server.closeAllConnections()
  server.close()
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
      peakMemoryMb: peak / 1e6,
    }
  }
}

function sourceOf(feed: number, port: number): Source {
  const host = `127.0.${1 + Math.floor(feed / 250)}.${1 + (feed % 250)}`
  return {
    ...{ id: `f${feed}`, name: `Feed ${feed}`, homepage: `http://${host}/`, kind: 'rss' },
    feeds: [{ url: `http://${host}:${port}/f${feed}` }],
    ...{ language: 'en', country: 'INT', family: `f${feed}`, type: 'press', tier: 2, tierReason: 'bench' },
    ...{ topics: [], hubs: [], isEnabled: true, isMirror: false, countsAsIndependent: true },
  }
}

/** Twenty entries of some 600 letters; a new version has two new ones. */
function rss(feed: number, version: number): string {
  const newest = ENTRIES + (version - 1) * 2
  const items = Array.from({ length: ENTRIES }, (_, index) => {
    const n = newest - index
    const words = Array.from(
      { length: 90 },
      (_, at) => WORDS[Math.floor(fraction(feed * 7_919 + n * 104_729 + at) * WORDS.length)],
    )
    return `<item><guid>${feed}-${n}</guid><link>https://p${feed}.example/${n}</link><title>${words.slice(0, 9).join(' ')} ${n}</title>
      <description>${words.join(' ')}</description><pubDate>Sun, 22 Nov 2026 09:${String(n % 60).padStart(2, '0')}:00 GMT</pubDate></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`
}

const WORDS =
  'harbour data centre opens model chip power grid city council approves budget release research lab engineers report energy plan cluster memory network export rule market bank minister water cooling campus university startup funding round safety test benchmark language translation robot drone port rail airport'.split(
    ' ',
  )

/** A fixed number in [0, 1) for a number: the same on every run. */
function fraction(seed: number): number {
  const x = Math.sin(seed) * 43_758.545_3
  return x - Math.floor(x)
}
