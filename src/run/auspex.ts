import { ClosingStack } from '../lib/closing-stack.ts'
import type { Instant } from '../lib/instant.ts'
import { weightsInForce } from '../rank/weights-in-force.ts'
import type { Settings } from '../settings.ts'
import { createSite } from '../site/site.ts'
import type { Source } from '../source/types.ts'
import type { Store } from '../store/types.ts'
import { takePasswordFromFile } from './admin-password.ts'
import { loadBeat } from './beat.ts'
import { clockFault, lastStoredAt } from './clock-words.ts'
import { startCourier } from './courier.ts'
import { listen } from './listen.ts'
import { createLog, type Logger } from './log.ts'
import { openDatabase, openToServe } from './open-database.ts'
import { PipelineThreads } from './pipeline-threads.ts'
import { lockPolling } from './polling-lock.ts'
import { siteDeps } from './site-deps.ts'
import { storeCatalogue } from './sync-sources.ts'

export interface AuspexOptions {
  readonly settings: Settings
  readonly version: string
  /** Reads the catalogue, while no other process changes it. Undefined: only serve what another process stores. */
  readonly sources?: () => readonly Source[]
  readonly now: () => Instant
  /** Editions before this instant are neither stored nor sent; the feeds are still publishing their items. */
  readonly editionsFrom?: Instant
  /** Whether sources and stories are invented; every page then says so. */
  readonly isDemo?: boolean
}

/** A running Auspex: the site and the threads that supply it. */
export interface RunningAuspex {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the site and, if sources are given, the threads that supply it. Pages are served as soon as this resolves, while the threads
 * catch up in the background. If starting fails, everything opened so far is closed.
 *
 * @throws AlreadyRunningError, ListenError, SettingError, and what opening the database throws
 */
export async function startAuspex(options: AuspexOptions): Promise<RunningAuspex> {
  const log = createLog(options.settings.log_level, options.settings.log_format)
  const opened = new ClosingStack()
  try {
    const url = await start(options, log, opened)
    return { url, stop: () => opened.close() }
  } catch (error) {
    await opened.close().catch((err: unknown) => log.error({ err }, 'not all that was opened could be closed again'))
    throw error
  }
}

/**
 * Runs the steps of the start; each pushes what it opened onto the stack at once. No callback created here may capture the catalogue: it would
 * keep the whole list of a large catalogue in memory, which is needed only until it is stored.
 *
 * @returns the URL of the site
 */
async function start(options: AuspexOptions, log: Logger, opened: ClosingStack): Promise<string> {
  const { settings } = options
  if (options.sources) {
    const lock = lockPolling(settings)
    opened.push(() => lock.release())
  }
  const { store, isReadonly } = options.sources
    ? { store: await openDatabase(settings), isReadonly: false }
    : await openToServe(settings)
  opened.push(() => store.close())
  if (isReadonly)
    log.warn('the database cannot be written: what is stored is shown, and nothing that readers or operators do')
  if (!isReadonly) await takePasswordFromFile(store, settings)
  const sources = options.sources && (await storeCatalogue(settings, store, options.sources))

  if (sources) await warnOfClock(store, options.now(), log)

  const beat = loadBeat(settings.data)
  const threads = sources && threadsOf(options, sources, log)
  const site = await createSite(siteDeps(options, { store, beat, threads, isReadonly, log }))
  const listening = await listen(site, settings)
  opened.push(() => listening.close())

  if (threads) {
    threads.start()
    opened.push(() => threads.stop())
    const courier = await startCourier({
      store,
      atlas: beat.atlas,
      settings: { ...settings, weights: weightsInForce(settings.weights, beat.rules) },
      version: options.version,
      now: options.now,
      baseUrl: settings.base_url || listening.url,
      editionsFrom: options.editionsFrom,
      onFault: (err) => log.error({ err }, 'something was not sent'),
    })
    opened.push(() => courier.stop())
  }
  return listening.url
}

/** Says that the clock is behind what is stored: feeds would wait for it, and nothing else would tell why no news come. */
async function warnOfClock(store: Store, now: Instant, log: Logger): Promise<void> {
  const fault = clockFault(now, await lastStoredAt(store))
  if (fault) log.warn(fault.message)
}

/** Creates the threads without starting them: the site must exist before they send it messages. */
function threadsOf(
  { settings, version, now }: AuspexOptions,
  sources: readonly Source[],
  log: Logger,
): PipelineThreads {
  const feedsTotal = sources.filter((source) => source.isEnabled).flatMap((source) => source.feeds).length
  return new PipelineThreads({ settings, version, now, feedsTotal, log })
}
