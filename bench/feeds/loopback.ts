import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadGazetteer } from '../../src/run/gazetteer-file.ts'
import { Ingest } from '../../src/run/ingest.ts'
import { createFetcher } from '../../src/source/fetcher.ts'
import { parseFeed } from '../../src/source/parse-feed.ts'
import { Poller } from '../../src/source/poll.ts'
import type { Source } from '../../src/source/types.ts'
import { openStore } from '../../src/store/open-store.ts'
import { BENCH_FOLDER } from '../bench-folder.ts'
import { servedFeeds } from './served-feeds.ts'

export interface LoopbackFigures {
  readonly feeds: number
  readonly entries: number
  /** What the first round put into the store, and what the others did. */
  readonly rounds: readonly RoundFigures[]
}

export interface RoundFigures {
  readonly what: string
  readonly polled: number
  readonly failed: number
  readonly inserted: number
  readonly revised: number
  readonly seconds: number
}

/**
 * Serves the real feed files on loopback and polls them through fetch, parse, normalise and store: once; again, with
 * validators; again without them, so that every byte is read anew; and once more with one title edited.
 *
 * @returns undefined, after one line that says so, where the files are absent
 */
export async function benchLoopback(folder = BENCH_FOLDER): Promise<LoopbackFigures | undefined> {
  if (!existsSync(join(folder, 'feeds'))) {
    console.log(`feeds on loopback: skipped, no benchmark data in ${folder} (set AUSPEX_BENCH)`)
    return undefined
  }
  const work = mkdtempSync(join(tmpdir(), 'auspex-loopback-'))
  try {
    return await pollAll(
      new Map(servedFeeds(folder, join(work, 'feeds')).map((file) => [file, readFileSync(file)])),
      work,
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function pollAll(files: Map<string, Buffer>, work: string): Promise<LoopbackFigures> {
  const names = [...files.keys()]
  let withValidators = true
  const server = createServer((request, response) => {
    const body = files.get(names[Number(request.url?.slice(1))] ?? '') ?? Buffer.alloc(0)
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`
    if (withValidators && request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, withValidators ? { etag } : {}).end(body)
  })
  const port = await listen(server)
  const store = await openStore({ file: join(work, 'bench.sqlite') })
  await store.saveSources(names.map((_, index) => sourceAt(`http://127.0.0.1:${port}/${index}`, index)))
  const ingest = await Ingest.open({
    ...{ store, gazetteer: loadGazetteer(), now: Date.now, random: Math.random },
    ...{ minIntervalMs: 1_000, maxIntervalMs: 60_000 },
  })
  const fetcher = createFetcher({ userAgent: 'Auspex bench', allowPrivate: (_, at) => at === port, maxPerHost: 8 })
  const round = async (what: string): Promise<RoundFigures> => {
    const figures = { what, polled: 0, failed: 0, inserted: 0, revised: 0, seconds: 0 }
    const startedAt = performance.now()
    const poller = new Poller({
      ...{ feeds: () => ingest.feeds(), fetcher, now: Date.now, sleep: () => Promise.resolve(), maxInFlightPerHost: 8 },
      onOutcome: async (feed, outcome) => {
        const { inserted, revised } = await ingest.take(feed, outcome)
        figures.failed += Number(outcome.type === 'failed')
        figures.inserted += inserted.length
        figures.revised += revised.length
      },
      onError: (_, error) => {
        throw error
      },
    })
    figures.polled = await poller.pollNow()
    figures.seconds = (performance.now() - startedAt) / 1_000
    console.log(`${what.padEnd(28)}${words(figures)}`)
    return figures
  }
  const rounds = [await round('first'), await round('again')]
  withValidators = false
  rounds.push(await round('again, all bytes anew'))
  const edited = names.find((name) => editTitle(files.get(name)!) !== undefined)!
  files.set(edited, editTitle(files.get(edited)!)!)
  rounds.push(await round('one title edited'))
  await Promise.all([fetcher.close(), store.close()])
  server.closeAllConnections()
  server.close()
  const entries = [...files.values()].reduce((sum, body) => sum + parseFeed(body).entries.length, 0)
  console.log(`${names.length} feeds, ${entries} entries`)
  return { feeds: names.length, entries, rounds }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function sourceAt(url: string, index: number): Source {
  return {
    id: `feed-${index}`,
    name: `Feed ${index}`,
    homepage: url,
    kind: 'rss',
    feeds: [{ url }],
    language: 'en',
    country: 'INT',
    family: `Feed ${index}`,
    type: 'press',
    tier: 2,
    tierReason: 'A file of the benchmark.',
    topics: [],
    hubs: [],
    isEnabled: true,
    isMirror: false,
    countsAsIndependent: true,
  }
}

/** The feed with a word added to the title of its first item; undefined where that title is not plain. */
function editTitle(body: Buffer): Buffer | undefined {
  const text = body.toString()
  const item = text.indexOf('<item>')
  const end = text.indexOf('</title>', item)
  if (item < 0 || end < 0 || text.slice(item, end).includes(']]>')) return undefined
  return Buffer.from(`${text.slice(0, end)} (updated)${text.slice(end)}`)
}

function words({ polled, failed, inserted, revised, seconds }: RoundFigures): string {
  return `${polled} polled, ${failed} failed, ${inserted} inserted, ${revised} revised, ${seconds.toFixed(2)} s`
}

if (process.argv[1] === import.meta.filename) await benchLoopback(process.argv[2])
