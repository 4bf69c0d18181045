import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { writeCatalogue } from '../../src/source/catalogue.ts'
import type { Source } from '../../src/source/types.ts'
import { type AuspexProcess, startAuspexProcess, until } from '../../test/run/auspex-process.ts'
import { benchFile } from '../bench-folder.ts'
import { loadStream, rssOf } from './stream.ts'

/** One run of the program over all items. */
export interface LoadRun {
  readonly items: number
  readonly stories: number
  /** From the start of the process to the last item in a story. */
  readonly itemsPerSecond: number
  /** Largest resident size of the whole program. */
  readonly peakMb: number
  /** From the start of the process to the first page, on the full database. */
  readonly firstPageMs: number
  readonly pages: number
  /** NaN where no page was asked for. */
  readonly pageP50Ms: number
  readonly pageP99Ms: number
}

export interface LoadResult {
  /** Nobody reads. */
  readonly quiet: LoadRun
  /** The front page is asked for 200 times a second until the last item is in a story. */
  readonly asked: LoadRun
  /** Baseline of this machine in the same run: SHA-256 of 64 KB blocks. */
  readonly hashMbPerSecond: number
}

const ITEMS_IN_FEED = 200
const FEEDS_OF_SOURCE = 5
const REQUESTS_PER_SECOND = 200

/** The real program over loopback: feeds in by HTTP, pages out by HTTP, at once. */
export async function benchLoad(count = 100_000): Promise<LoadResult | undefined> {
  const file = benchFile('ai-streams/bullets-en.jsonl.gz')
  if (!file) return undefined
  const items = loadStream(file, count, Date.now() - 60_000)
  const feeds: string[] = []
  for (let start = 0; start < items.length; start += ITEMS_IN_FEED) {
    feeds.push(rssOf(`Load ${feeds.length}`, items.slice(start, start + ITEMS_IN_FEED)))
  }
  const server = createServer((message, response) => {
    const body = feeds[Number(message.url?.slice(1))]
    if (body === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/rss+xml', 'cache-control': 'max-age=43200' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return {
      quiet: await runOnce(items.length, feeds.length, port, false),
      asked: await runOnce(items.length, feeds.length, port, true),
      hashMbPerSecond: hashSpeed(),
    }
  } finally {
    server.close()
  }
}

async function runOnce(items: number, feeds: number, port: number, isAsked: boolean): Promise<LoadRun> {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-load-'))
  const catalogue = join(folder, 'load.yaml')
  writeFileSync(catalogue, writeCatalogue({ sources: loadSources(feeds, port), switchedOff: [] }))
  const start = () =>
    startAuspexProcess(['start', '--data', folder, '--port', '0', '--sources', catalogue, '--log-level', 'error'], {
      AUSPEX_ALLOW_PRIVATE: `127.0.0.1:${port}`,
      AUSPEX_MAX_CONNECTIONS_PER_HOST: '8',
    })
  let auspex: AuspexProcess | undefined
  try {
    const startedAt = performance.now()
    auspex = await start()
    const url = auspex.url
    const memory = watchMemory(auspex.child.pid!)
    const stop = new AbortController()
    const pages = isAsked ? loadPages(`${url}/`, stop.signal) : Promise.resolve([])
    const done = await until(
      'every item is in a story',
      async () => {
        const status = await statusOf(url)
        return status.items >= items && status.backlog === 0 ? status : undefined
      },
      15 * 60_000,
      500,
    )
    const seconds = (performance.now() - startedAt) / 1_000
    stop.abort()
    const latencies = (await pages).sort((a, b) => a - b)
    const peakMb = memory.stop()
    await auspex.stop()
    const restartedAt = performance.now()
    auspex = await start()
    await (await request(`${auspex.url}/`)).body.text()
    const firstPageMs = performance.now() - restartedAt
    return {
      items: done.items,
      stories: done.stories,
      itemsPerSecond: Math.round(done.items / seconds),
      pages: latencies.length,
      pageP50Ms: quantile(latencies, 0.5),
      pageP99Ms: quantile(latencies, 0.99),
      peakMb,
      firstPageMs: Math.round(firstPageMs),
    }
  } finally {
    await auspex?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function loadSources(feeds: number, port: number): Source[] {
  return Array.from({ length: Math.ceil(feeds / FEEDS_OF_SOURCE) }, (_, index) => ({
    id: `load-${index}`,
    name: `Load ${index}`,
    homepage: 'https://load.example/',
    kind: 'rss',
    feeds: Array.from({ length: Math.min(FEEDS_OF_SOURCE, feeds - index * FEEDS_OF_SOURCE) }, (_each, feed) => ({
      url: `http://127.0.0.1:${port}/${index * FEEDS_OF_SOURCE + feed}`,
    })),
    language: 'en',
    country: 'INT',
    family: `Load ${index}`,
    type: 'press',
    tier: 2,
    tierReason: 'Invented for measuring.',
    topics: [],
    hubs: [],
    isEnabled: true,
    isMirror: false,
    countsAsIndependent: true,
  }))
}

/** Asks for a page at a fixed rate, whether or not the last one has been answered. @returns latencies in ms */
async function loadPages(url: string, signal: AbortSignal): Promise<number[]> {
  const dispatcher = new Agent({ connections: 32 })
  const latencies: number[] = []
  const open = new Set<Promise<void>>()
  const startedAt = performance.now()
  for (let sent = 0; !signal.aborted; sent++) {
    const dueAt = startedAt + (sent * 1_000) / REQUESTS_PER_SECOND
    const waitMs = dueAt - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    const asked = performance.now()
    const asking = request(url, { dispatcher })
      .then(async ({ statusCode, body }) => {
        await body.dump()
        if (statusCode === 200) latencies.push(performance.now() - asked)
      })
      .catch(() => {})
      .finally(() => open.delete(asking))
    open.add(asking)
  }
  await Promise.all(open)
  await dispatcher.close()
  return latencies
}

async function statusOf(url: string): Promise<{ items: number; stories: number; backlog: number }> {
  const { body } = await request(`${url}/api/v1/status`)
  return (await body.json()) as { items: number; stories: number; backlog: number }
}

function watchMemory(pid: number) {
  let peakMb = 0
  const read = () => {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    if (line) peakMb = Math.max(peakMb, Math.round(Number(line[1]) / 1_024))
  }
  const timer = setInterval(() => {
    try {
      read()
    } catch {}
  }, 500)
  return {
    stop() {
      clearInterval(timer)
      return peakMb
    },
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN) * 10) / 10
}

function hashSpeed(): number {
  const block = Buffer.alloc(65_536, 1)
  const startedAt = performance.now()
  let blocks = 0
  while (performance.now() - startedAt < 300) {
    createHash('sha256').update(block).digest()
    blocks++
  }
  return Math.round((blocks * 65_536) / 1e6 / ((performance.now() - startedAt) / 1_000))
}

if (process.argv[1] === import.meta.filename) console.table(await benchLoad(Number(process.argv[2] ?? 100_000)))
