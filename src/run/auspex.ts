import { ClosingStack } from '../lib/closing-stack.ts'
import type { Instant } from '../lib/instant.ts'
import { weightsInForce } from '../rank/weights-in-force.ts'
import type { Settings } from '../settings.ts'
import { createSite } from '../site/site.ts'
import type { Source } from '../source/types.ts'
import { takePasswordFromFile } from './admin-password.ts'
import { loadBeat } from './beat.ts'
import { startCourier } from './courier.ts'
import { listen } from './listen.ts'
import { createLog, type Logger } from './log.ts'
import { openDatabase, openToServe } from './open-database.ts'
import { PipelineThreads } from './pipeline-threads.ts'
import { lockPolling } from './polling-lock.ts'
import { siteDeps } from './site-deps.ts'
import { syncSources } from './sync-sources.ts'

export interface AuspexOptions {
  readonly settings: Settings
  readonly version: string
  /** Undefined: serve only, what another process stores. */
  readonly sources?: readonly Source[]
  readonly now: () => Instant
  /** No edition is kept or sent before: until then what a day brings is still being published. */
  readonly editionsFrom?: Instant
  /** Its sources and stories are invented, and every page says so. */
  readonly isDemo?: boolean
}

/** A running Auspex: the site, and the threads that fill it. */
export interface RunningAuspex {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the site, and the threads behind it where sources are given. Pages answer as soon as this resolves; the threads
 * catch up beside them. What fails to start leaves nothing open.
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
 * The steps of the start, each of which lays what it opened on the stack at once. No callback made here may use `sources`: the list of a
 * large catalogue would be kept as long as the program runs, and is no more than stored.
 *
 * @returns where the site answers
 */
async function start(options: AuspexOptions, log: Logger, opened: ClosingStack): Promise<string> {
  const { settings, sources } = options
  if (sources) {
    const lock = lockPolling(settings)
    opened.push(() => lock.release())
  }
  const { store, isReadonly } = sources
    ? { store: await openDatabase(settings), isReadonly: false }
    : await openToServe(settings)
  opened.push(() => store.close())
  if (isReadonly)
    log.warn('the database cannot be written: what is stored is shown, and nothing that readers or operators do')
  if (!isReadonly) await takePasswordFromFile(store, settings)
  if (sources) await syncSources(store, sources)

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

/** The threads, not yet started: the site must be there before they have something to tell it. */
function threadsOf(
  { settings, version, now }: AuspexOptions,
  sources: readonly Source[],
  log: Logger,
): PipelineThreads {
  const feedsTotal = sources.filter((source) => source.isEnabled).flatMap((source) => source.feeds).length
  return new PipelineThreads({ settings, version, now, feedsTotal, log })
}
