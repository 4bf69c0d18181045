import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { writeCatalogue } from '../../src/source/catalogue.ts'
import { openSqliteDatabase } from '../../src/store/sqlite/database.ts'
import { startAuspexProcess, until } from '../../test/run/auspex-process.ts'
import { sourceOf } from './made-world.ts'

interface Delay {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly maxMs: number
}

export interface WholeFigures {
  readonly feeds: number
  /** From the start of the process until every feed had been asked once, and until every item was in a story. */
  readonly firstCycleSeconds: number
  readonly allToldSeconds: number
  /** From there until every feed had been asked again. */
  readonly secondCycleSeconds: number
  /** Feeds that were not asked twice. */
  readonly starved: number
  readonly refusedOnPurpose: number
  readonly items: number
  /** Entries that the server gave and the store has not, or has twice. */
  readonly lost: number
  readonly doubled: number
  /** Largest resident size of the program: in the first cycle, until all was told, and at all. */
  readonly firstCycleMb: number
  readonly toldMb: number
  readonly peakMb: number
  /** Processor time of the program. */
  readonly cpuSeconds: number
  readonly pages: number
  readonly pageP50Ms: number
  readonly pageP99Ms: number
  /** How late the event loop of each thread was, and how late by its own work alone: see `watch-thread.mjs`. */
  readonly delays: Readonly<Record<string, { readonly late: Delay; readonly own: Delay }>>
}

/** No feed rests longer, so that a cycle is at most this long; the goal is for 15 minutes. */
const CYCLE_SECONDS = Number(process.env.SCALE_CYCLE_SECONDS ?? 600)
const PAGES_PER_SECOND = 5
/** As a large catalogue has: some publishers with several feeds. */
const FEEDS_OF_HOST = 2

/** The built program on a catalogue of many feeds, over two cycles, while pages are asked for. `SCALE_FEEDS` sets how many feeds. */
async function benchWholeScale(feeds = Number(process.env.SCALE_FEEDS ?? 10_000)): Promise<WholeFigures> {
  const server = fork(join(import.meta.dirname, 'serve-world.ts'), [String(feeds)], {
    execArgv: ['--import', 'tsx'],
  })
  const [port] = (await once(server, 'message')) as [number]
  const folder = mkdtempSync(join(tmpdir(), 'auspex-scale-'))
  const hosts = Array.from({ length: Math.ceil(feeds / FEEDS_OF_HOST) }, (_, index) => hostOf(index))
  writeFileSync(
    join(folder, 'scale.yaml'),
    writeCatalogue({
      sources: Array.from({ length: feeds }, (_, feed) =>
        sourceOf(feed, `${hostOf(Math.floor(feed / FEEDS_OF_HOST))}:${port}`),
      ),
      switchedOff: [],
    }),
  )
  const startedAt = performance.now()
  const secondsSince = () => (performance.now() - startedAt) / 1_000
  const auspex = await startAuspexProcess(
    [
      ...['start', '--data', folder, '--port', '0', '--sources', join(folder, 'scale.yaml'), '--log-level', 'error'],
      ...['--poll-max-seconds', String(CYCLE_SECONDS)],
    ],
    {
      AUSPEX_ALLOW_PRIVATE: hosts.map((host) => `${host}:${port}`).join(','),
      AUSPEX_SCALE_WATCH: folder,
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'watch-thread.mjs')}`,
    },
  )
  const stop = new AbortController()
  const pages = askForPages(`${auspex.url}/`, stop.signal)
  const pid = auspex.child.pid!
  try {
    const served = () => servedBy(server)
    const longest = 60 * 60_000
    const cycle = (times: number) =>
      until(
        `every feed was asked ${times} times`,
        async () => ((await served()).asked.every((count) => count >= times) ? true : undefined),
        longest,
        1_000,
      )
    await cycle(1)
    const firstCycleSeconds = secondsSince()
    const firstCycleMb = peakMbOf(pid)
    await until('all is told', () => allToldOf(auspex.url), longest, 1_000)
    const allToldSeconds = secondsSince()
    const toldMb = peakMbOf(pid)
    await cycle(2)
    const secondCycleSeconds = secondsSince() - firstCycleSeconds
    await sleep(3_000)
    await until('all is told', () => allToldOf(auspex.url), longest, 1_000)
    stop.abort()
    const latencies = (await pages).sort((a, b) => a - b)
    const peakMb = peakMbOf(pid)
    const cpuSeconds = cpuSecondsOf(pid)
    await auspex.stop()
    const { asked, refused, given } = await served()
    const { items, distinct } = itemsIn(join(folder, 'auspex.db'))
    return {
      ...{ feeds, firstCycleSeconds, allToldSeconds, secondCycleSeconds },
      ...{ starved: asked.filter((count) => count < 2).length, refusedOnPurpose: refused },
      ...{ items, lost: given - distinct, doubled: items - distinct, firstCycleMb, toldMb, peakMb, cpuSeconds },
      ...{ pages: latencies.length, pageP50Ms: quantile(latencies, 0.5), pageP99Ms: quantile(latencies, 0.99) },
      delays: delaysIn(folder),
    }
  } finally {
    stop.abort()
    await auspex.stop()
    server.kill()
    if (process.env.SCALE_KEEP === undefined) rmSync(folder, { recursive: true, force: true })
    else console.log(folder)
  }
}

async function servedBy(
  server: ChildProcess,
): Promise<{ readonly asked: number[]; readonly refused: number; readonly given: number }> {
  const answer = once(server, 'message')
  server.send('served')
  return (await answer)[0]
}

async function allToldOf(url: string): Promise<true | undefined> {
  const { body } = await request(`${url}/api/v1/status`)
  const { backlog } = (await body.json()) as { backlog: number }
  return backlog === 0 ? true : undefined
}

/** Asks at a fixed rate, whether or not the last page has come. @returns latencies in ms */
async function askForPages(url: string, signal: AbortSignal): Promise<number[]> {
  const latencies: number[] = []
  const open = new Set<Promise<void>>()
  while (!signal.aborted) {
    const at = performance.now()
    const asking = request(url)
      .then(async ({ statusCode, body }) => {
        await body.dump()
        if (statusCode === 200) latencies.push(performance.now() - at)
      })
      .catch(() => undefined)
      .finally(() => open.delete(asking))
    open.add(asking)
    await sleep(1_000 / PAGES_PER_SECOND)
  }
  await Promise.all(open)
  return latencies
}

/** VmHWM: the largest resident size so far, as the kernel counts it. */
function peakMbOf(pid: number): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(line?.[1]) / 1_000)
}

/** User and system time, in hundredths of a second (proc(5), fields 14 and 15). */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function itemsIn(file: string): { readonly items: number; readonly distinct: number } {
  const database = openSqliteDatabase(file, { busyTimeoutMs: 5_000 })
  const [row] = database.statement('SELECT count(*) AS items, count(DISTINCT url) AS pages FROM items').all([])
  database.close()
  return { items: Number(row!.items), distinct: Number(row!.pages) }
}

function delaysIn(folder: string): WholeFigures['delays'] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return Object.fromEntries(
    files.map((name) => {
      const { late, own } = JSON.parse(readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').at(-1)!)
      return [name.replace(/\.jsonl$/, ''), { late, own }]
    }),
  )
}

function hostOf(index: number): string {
  return `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN) * 10) / 10
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await benchWholeScale(), undefined, 1))
