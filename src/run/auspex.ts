import type { Server } from 'node:http'
import { totalmem } from 'node:os'
import type { Settings } from '../settings.ts'
import type { PipelineStatus } from '../site/deps.ts'
import { serveSite } from '../site/http/serve-site.ts'
import type { UiLanguage } from '../site/messages.ts'
import { createSite } from '../site/site.ts'
import type { Source } from '../source/types.ts'
import type { Store } from '../store/types.ts'
import { takePasswordFromFile } from './admin-password.ts'
import { loadBeat } from './beat.ts'
import { startCourier } from './courier.ts'
import { embeddingChoice } from './embedding/choice.ts'
import { healthName } from './embedding/meanings.ts'
import { FeedsBeingRead } from './feeds-being-read.ts'
import { FullDisk } from './full-disk.ts'
import { HubDeliveries } from './hub-deliveries.ts'
import { createLog } from './log.ts'
import { methodTables } from './method-tables.ts'
import { openDatabase } from './open-database.ts'
import { lockPolling } from './polling-lock.ts'
import { syncSources } from './sync-sources.ts'
import { Thread } from './thread.ts'
import type { FromThread, IngestStatus } from './thread-messages.ts'

/**
 * 10,000 feeds with 36,000 items a day (bench/scale) need 230 to 260 MB once three days of them are open: at 256 the thread ended and began
 * again. A larger limit costs nothing where less is needed.
 */
const STORY_HEAP_MB = 384

/** Where it keeps more than that, it is given up to half of the machine's memory: ended again and again it would tell nothing. */
const MOST_STORY_HEAP_MB = Math.max(STORY_HEAP_MB, Math.floor(totalmem() / 2 / 1_048_576))

/** The port is taken, or the address is not this machine's; the message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError'

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const reason =
      cause.code === 'EADDRINUSE'
        ? `another program listens there; choose another port with --port`
        : cause.code === 'EACCES'
          ? 'this user may not listen there; choose a port above 1023 with --port'
          : cause.code === 'ENOTFOUND' || cause.code === 'EADDRNOTAVAIL'
            ? 'this machine has no such address; give one of its own with --host, 127.0.0.1 or 0.0.0.0'
            : cause.message
    super(`Cannot listen on ${host}:${port}: ${reason}.`, { cause })
  }
}

export interface AuspexOptions {
  readonly settings: Settings
  readonly version: string
  /** Undefined: serve only, what another process stores. */
  readonly sources?: readonly Source[]
  readonly now: () => number
  /** No edition is kept or sent before: until then what a day brings is still being published. */
  readonly editionsFrom?: number
}

/** A running Auspex: the site, and the threads that fill it. */
export interface RunningAuspex {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the site, and the threads behind it where sources are given. Pages answer as soon as this resolves; the threads
 * catch up beside them.
 *
 * @throws ListenError, AlreadyRunningError, and what opening the database throws
 */
export async function startAuspex(options: AuspexOptions): Promise<RunningAuspex> {
  const { settings, version, now } = options
  // The list itself is no more than stored: what reads on from here would keep it as long as the program runs.
  const isPolling = options.sources !== undefined
  const feedsTotal = options.sources?.filter((each) => each.isEnabled).flatMap((each) => each.feeds).length ?? 0
  const log = createLog(settings.log_level, settings.log_format)
  const polling = isPolling ? lockPolling(settings) : undefined
  const store = await openDatabase(settings).catch((error: unknown) => {
    polling?.release()
    throw error
  })
  const close = async () => {
    await store.close()
    polling?.release()
  }
  try {
    await takePasswordFromFile(store, settings)
    if (options.sources) await syncSources(store, options.sources)
    return await run(options, store, log)
  } catch (error) {
    await close()
    throw error
  }

  async function run(
    { settings, editionsFrom }: AuspexOptions,
    store: Store,
    logger: typeof log,
  ): Promise<RunningAuspex> {
    const startedAt = now()
    let ingest: IngestStatus = {
      feedsTried: 0,
      feedsTotal,
    }
    const listeners = new Set<() => void>()
    const hubDeliveries = new HubDeliveries()
    const disk = new FullDisk()
    const threads: { ingest?: Thread; story?: Thread; model?: Thread } = {}
    const { gazetteer, atlas } = loadBeat(settings.data)
    const status = (): PipelineStatus => ({
      polling: !isPolling ? 'none' : ingest.offlineReason === undefined ? 'running' : 'offline',
      startedAt,
      version,
      diskFullSince: disk.since,
      ...ingest,
    })
    const embedding = embeddingChoice(settings)
    const site = await createSite({
      store,
      gazetteer,
      atlas,
      now,
      settings: {
        title: settings.title,
        baseUrl: settings.base_url || undefined,
        timeZone: settings.time_zone,
        windowHours: settings.brief_window_hours,
        defaultLanguage: settings.language as UiLanguage,
        weights: settings.weights || undefined,
        model: settings.model.trim() || undefined,
        embedding: embedding && { name: embedding.model, healthKey: healthName(embedding) },
        dailyBudgetBytes: settings.daily_budget_mb * 1_000_000,
        editionsFrom,
        sendsMail: settings.smtp_url !== '',
      },
      status,
      methods: methodTables(settings),
      onEvents: isPolling
        ? (listener) => {
            listeners.add(listener)
            return () => listeners.delete(listener)
          }
        : undefined,
      webSub: isPolling
        ? {
            maxBodyBytes: settings.max_body_bytes,
            deliver: (subscription, body) =>
              hubDeliveries.deliver(subscription, body, (delivery) => threads.ingest?.send(delivery)),
          }
        : undefined,
      onFault: (fault, reference) => logger.error({ err: fault, reference }, 'a page failed'),
    })
    const server = await listen(site, settings)
    const courier = isPolling
      ? startCourier({
          store,
          atlas,
          settings,
          version,
          now,
          baseUrl: baseUrlOf(settings, server),
          editionsFrom,
          onFault: (err) => logger.error({ err }, 'something was not sent'),
        })
      : undefined
    if (isPolling) {
      const beingRead = new FeedsBeingRead()
      const onMessage = (message: FromThread) => {
        disk.hear(message, now())
        if (message.type === 'stored') threads.story?.send({ type: 'stored' })
        else if (message.type === 'told') for (const listener of listeners) listener()
        else if (message.type === 'ingest') ingest = noteStatus(ingest, message.status)
        else if (message.type === 'taken') hubDeliveries.taken(message.id, message.isStored)
        else if (message.type === 'reading') beingRead.note(message)
        else if (message.type === 'log') logger[message.level](message.message)
      }
      const input = () => ({ settings, version })
      const ingestInput = () => ({ settings, version, diedReading: beingRead.take() })
      const room = { maxHeapMb: STORY_HEAP_MB, mostHeapMb: MOST_STORY_HEAP_MB }
      threads.story = new Thread({ name: 'story-thread', input, onMessage, ...room })
      if (settings.model !== '') {
        threads.model = new Thread({ name: 'model/model-thread', input, onMessage, maxHeapMb: 160 })
      }
      threads.ingest = new Thread({ name: 'ingest-thread', input: ingestInput, onMessage, maxHeapMb: 160 })
    }
    return {
      url: addressOf(server, settings),
      async stop() {
        await courier?.stop()
        await Promise.all([threads.ingest?.stop(), threads.story?.stop(), threads.model?.stop()])
        await new Promise<void>((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        })
        await close()
      },
    }
  }

  /** Says on the terminal, once each time, that the network went or came. */
  function noteStatus(before: IngestStatus, after: IngestStatus): IngestStatus {
    if (before.offlineReason === undefined && after.offlineReason !== undefined) {
      log.warn(`No network: ${after.offlineReason}. What was read before is served; trying again every minute.`)
    }
    if (before.offlineReason !== undefined && after.offlineReason === undefined) log.info('The network is back.')
    return after
  }
}

function listen(site: Awaited<ReturnType<typeof createSite>>, { host, port }: Settings): Promise<Server> {
  return serveSite(site, { host, port }).catch((error: NodeJS.ErrnoException) => {
    throw new ListenError(host, port, error)
  })
}

/** The public address, without a slash at the end. */
function baseUrlOf(settings: Settings, server: Server): string {
  return settings.base_url || addressOf(server, settings)
}

function addressOf(server: Server, { host, port }: Settings): string {
  const address = server.address()
  const real = typeof address === 'object' && address ? address.port : port
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${real}`
}
