import { totalmem } from 'node:os'
import { type Instant, isoInstant } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { Subscription } from '../store/web-sub-types.ts'
import { FeedsBeingRead } from './feeds-being-read.ts'
import { FullDisk } from './full-disk.ts'
import { HubDeliveries } from './hub-deliveries.ts'
import type { Logger } from './log.ts'
import { LOOK_EVERY_MS, type ReadingGap, ReadingGaps } from './reading-gaps.ts'
import { Thread } from './thread.ts'
import type { FromThread, HubDelivery, IngestStatus } from './thread-messages.ts'

/**
 * Heap limit of the story thread. 10,000 feeds with 36,000 items a day (bench/scale) need 230 to 260 MB once three days of them are open; at
 * 256 the thread was ended and restarted. A larger limit costs nothing where less is needed.
 */
const STORY_HEAP_MB = 384

/** Highest limit that a story thread out of memory is raised to: half of the machine's memory, for otherwise it would only restart. */
const MOST_STORY_HEAP_MB = Math.max(STORY_HEAP_MB, Math.floor(totalmem() / 2 / 1_048_576))

/** Heap limit of the other threads; their state does not grow with what is read, so only an answer that is too large exceeds it. */
const OTHER_HEAP_MB = 160

export interface PipelineThreadsOptions {
  readonly settings: Settings
  readonly version: string
  readonly now: () => Instant
  /** Number of enabled feeds, reported until the ingest thread reports its own count. */
  readonly feedsTotal: number
  readonly log: Logger
}

/** The main thread's view of the threads that poll, tell stories and ask the model; it routes all messages between them. */
export class PipelineThreads {
  readonly #options: PipelineThreadsOptions
  readonly #beingRead = new FeedsBeingRead()
  readonly #disk = new FullDisk()
  readonly #hubDeliveries = new HubDeliveries()
  readonly #listeners = new Set<() => void>()
  readonly #gaps: ReadingGaps
  #looking: NodeJS.Timeout | undefined
  #threads: { readonly ingest: Thread; readonly story: Thread; readonly model?: Thread } | undefined
  #ingest: IngestStatus

  constructor(options: PipelineThreadsOptions) {
    this.#options = options
    this.#gaps = new ReadingGaps(options.now())
    this.#ingest = { feedsTried: 0, feedsTotal: options.feedsTotal }
  }

  /** Starts the threads; each is restarted when it dies. */
  start(): void {
    const { settings, version } = this.#options
    const input = () => ({ settings, version })
    const ingestInput = () => ({ settings, version, diedReading: this.#beingRead.take() })
    const onMessage = (message: FromThread) => this.#hear(message)
    const room = { maxHeapMb: STORY_HEAP_MB, mostHeapMb: MOST_STORY_HEAP_MB }
    const story = new Thread({ name: 'story-thread', input, onMessage, ...room })
    const model =
      settings.model === ''
        ? undefined
        : new Thread({ name: 'model/model-thread', input, onMessage, maxHeapMb: OTHER_HEAP_MB })
    const ingest = new Thread({ name: 'ingest-thread', input: ingestInput, onMessage, maxHeapMb: OTHER_HEAP_MB })
    this.#threads = { ingest, story, model }
    this.#looking = setInterval(() => this.#lookForGap(), LOOK_EVERY_MS)
    this.#looking.unref()
  }

  /** @throws ThreadHangsError */
  async stop(): Promise<void> {
    clearInterval(this.#looking)
    const { ingest, story, model } = this.#threads ?? {}
    await Promise.all([ingest?.stop(), story?.stop(), model?.stop()])
  }

  /** Returns the status of reading; `diskFullSince` is undefined while the disk has space, `gap` if there was none since the start. */
  status(): IngestStatus & { readonly diskFullSince: Instant | undefined; readonly gap: ReadingGap | undefined } {
    return { diskFullSince: this.#disk.since, gap: this.#gaps.last, ...this.#ingest }
  }

  #lookForGap(): void {
    const gap = this.#gaps.look(this.#options.now())
    if (gap === undefined) return
    this.#options.log.warn(
      `nothing was read from ${isoInstant(gap.from)} to ${isoInstant(gap.until)}: the machine slept, the program was stopped, or the clock was set; feeds are asked again now`,
    )
  }

  /** Registers a listener that is called when the story thread has told stories. @returns a function that unregisters it */
  onEvents(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Has the ingest thread reload the sources at once. */
  lookForSources(): void {
    this.#threads?.ingest.send({ type: 'sources' })
  }

  /** Passes a hub's delivery to the ingest thread. @returns whether it was stored; false also if the thread does not answer in time */
  deliver(subscription: Subscription, body: Pick<HubDelivery, 'bytes' | 'contentType'>): Promise<boolean> {
    return this.#hubDeliveries.deliver(subscription, body, (delivery) => this.#threads?.ingest.send(delivery))
  }

  #hear(message: FromThread): void {
    const { now, log } = this.#options
    this.#disk.hear(message, now())
    if (message.type === 'stored') this.#threads?.story.send({ type: 'stored' })
    else if (message.type === 'told') for (const listener of this.#listeners) listener()
    else if (message.type === 'ingest') this.#noteStatus(message.status)
    else if (message.type === 'taken') this.#hubDeliveries.taken(message.id, message.isStored)
    else if (message.type === 'reading') this.#beingRead.note(message)
    else if (message.type === 'log') log[message.level](message.message)
  }

  /** Stores the status, and logs once each time that the network goes away or comes back. */
  #noteStatus(after: IngestStatus): void {
    const { log } = this.#options
    const before = this.#ingest
    this.#ingest = after
    if (before.offlineReason === undefined && after.offlineReason !== undefined) {
      log.warn(`No network: ${after.offlineReason}. What was read before is served; trying again every minute.`)
    }
    if (before.offlineReason !== undefined && after.offlineReason === undefined) log.info('The network is back.')
  }
}
