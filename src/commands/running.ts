import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { startDemoServer } from '../demo/feed-server.ts'
import { loadWorld } from '../demo/load-world.ts'
import { collectGarbage } from '../lib/collect-garbage.ts'
import { type RunningAuspex, startAuspex } from '../run/auspex.ts'
import { loadSources } from '../run/catalogue-files.ts'
import { DATA_FOLDER } from '../run/data-folder.ts'
import { makeDataFolder } from '../run/make-data-folder.ts'
import { databaseFile } from '../run/open-database.ts'
import { replaceFile } from '../run/operator-file.ts'
import { type Settings, unknownVariables } from '../settings.ts'
import { counted } from '../site/messages/counted.ts'
import { printLine, settingsOf, wholeNumber, withSettings } from './command-line.ts'

const FEEDS = { one: '# feed', other: '# feeds' }
const SOURCES = { one: '# source', other: '# sources' }
/** Poll interval of the demo, whose feeds change every second; a real feed is polled at most every five minutes by default. */
const DEMO_POLL_SECONDS = 2
/** Number of sources above which garbage is collected after the start: 10,000 take 70 MB to read, which V8 would keep for a long time. */
const LONG_CATALOGUE = 1_000

/** Adds `start`, `serve` and `demo`, which run until they are stopped. */
export function addRunning(program: Command, version: string): void {
  withSettings(program.command('start').description('Poll the sources, tell their stories and serve the site')).action(
    async (options: Record<string, string>) => {
      const settings = settingsOf(options)
      warnOfVariables()
      const count = { all: 0, on: 0, feeds: 0 }
      const sources = () => {
        const all = loadSources(settings)
        const on = all.filter((source) => source.isEnabled)
        Object.assign(count, { all: all.length, on: on.length, feeds: on.flatMap((source) => source.feeds).length })
        return all
      }
      const auspex = await startAuspex({ settings, version, sources, now: Date.now })
      stopOnSignal(() => auspex.stop())
      printLine(`Auspex is at ${auspex.url}`)
      const read = `${counted('en', count.feeds, FEEDS)} of ${counted('en', count.on, SOURCES)}`
      printLine(`Reading ${read} into ${settings.data}. Stop with Ctrl+C.`)
      if (count.all > LONG_CATALOGUE) setImmediate(collectGarbage)
    },
  )

  withSettings(program.command('serve').description('Serve what another process stores; poll nothing')).action(
    async (options: Record<string, string>) => {
      const settings = settingsOf(options)
      warnOfVariables()
      const isNew = settings.database_url === '' && !existsSync(databaseFile(settings))
      const auspex = await startAuspex({ settings, version, now: Date.now })
      stopOnSignal(() => auspex.stop())
      if (isNew) {
        printLine(
          `Nothing is stored in ${settings.data} yet. If another folder was meant, name it with --data; to fill this one, run "auspex start".`,
        )
      }
      printLine(`Auspex is at ${auspex.url} and shows what is stored. Stop with Ctrl+C.`)
    },
  )

  withSettings(program.command('demo').description('A day of an invented world in two minutes; no network needed'))
    .option('--day-seconds <seconds>', 'how long the day takes', wholeNumber(1, 86_400), 120)
    .action(async (options: { readonly daySeconds: number; readonly data?: string }) => {
      const isKept = options.data !== undefined || process.env.AUSPEX_DATA !== undefined
      const settings = settingsOf({ ...options })
      const data = isKept ? settings.data : mkdtempSync(join(tmpdir(), 'auspex-demo-'))
      const forget = () => {
        if (!isKept) rmSync(data, { recursive: true, force: true })
      }
      const demo = await startDemo({ ...settings, data }, version, options.daySeconds * 1_000).catch((error) => {
        forget()
        throw error
      })
      stopOnSignal(async () => {
        await demo.stop()
        forget()
      })
      printLine(`Auspex is at ${demo.url}`)
      printLine(
        `An invented day is being published in ${options.daySeconds} seconds: watch its stories form. Stop with Ctrl+C.`,
      )
    })
}

function warnOfVariables(): void {
  for (const name of unknownVariables(process.env)) {
    console.error(`auspex: ${name} is no setting and is not read; docs/settings.md lists them.`)
  }
}

/** When the demo's day began and the port of its feeds; a demo restarted on the same data continues that day. */
interface DemoDay {
  readonly startAt: number
  readonly port: number
}

async function startDemo(settings: Settings, version: string, dayMs: number): Promise<RunningAuspex> {
  makeDataFolder(settings.data)
  const file = join(settings.data, 'demo.json')
  const day = readDay(file)
  const startAt = day?.startAt ?? Date.now()
  const world = loadWorld(join(DATA_FOLDER, 'demo'))
  const start = (port: number) => startDemoServer({ world, port, startAt, dayMs, now: Date.now })
  const feeds = await start(day?.port ?? 0).catch(() => start(0))
  replaceFile(file, JSON.stringify({ startAt, port: feeds.port } satisfies DemoDay))
  const auspex = await startAuspex({
    settings: {
      ...settings,
      poll_min_seconds: Math.min(settings.poll_min_seconds, DEMO_POLL_SECONDS),
      poll_max_seconds: Math.min(settings.poll_max_seconds, 2 * DEMO_POLL_SECONDS),
      max_connections_per_host: settings.max_connections,
      allow_private: `127.0.0.1:${feeds.port}`,
    },
    version,
    sources: () => feeds.sources,
    now: Date.now,
    editionsFrom: startAt + dayMs,
    isDemo: true,
  }).catch(async (error) => {
    await feeds.close()
    throw error
  })
  return {
    url: auspex.url,
    async stop() {
      await auspex.stop()
      await feeds.close()
    },
  }
}

/** @returns undefined if there is no file, or a truncated one, as the program may die while writing */
function readDay(file: string): DemoDay | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DemoDay
  } catch {
    return undefined
  }
}

/** Signals within this time count as one: timeout(1) and shells signal a process and its group. A person takes longer to repeat Ctrl+C. */
const SAME_SIGNAL_MS = 500

/** Shuts down gracefully at the first SIGINT or SIGTERM, at once at the second. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | undefined
  const onSignal = () => {
    if (stoppingSince !== undefined) {
      if (performance.now() > stoppingSince + SAME_SIGNAL_MS) endAtOnce()
      return
    }
    stoppingSince = performance.now()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        endAtOnce()
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/**
 * Kills the process. `process.exit` would stop the threads inside SQLite, whose binding then aborts the program with a core dump
 * (`Napi::Error`); the database is designed to survive a kill.
 */
function endAtOnce(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('unreachable: the process was killed')
}
