import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { SECOND_MS } from '../lib/instant.ts'
import { PROGRAM_FOLDER } from '../lib/program-folder.ts'
import { THREAD_YOUNG_HEAP_MB } from '../lib/young-heap.ts'
import type { FromThread, ThreadInput, ToThread } from './thread-messages.ts'
import type { ThreadName } from './thread-names.ts'

/** A thread that dies is started again after this, doubling up to a minute, so that a fault that stays does not spin. */
const FIRST_REST_MS = SECOND_MS
const LONGEST_REST_MS = 60 * SECOND_MS
const GROWTH = 1.5
/** Longest wait for a thread to end its batch and close its database when the program stops. */
const STOP_WITHIN_MS = 30 * SECOND_MS

/** A thread did not end when it was asked to. Ending it by force would abort the program inside SQLite. */
export class ThreadHangsError extends Error {
  override readonly name = 'ThreadHangsError'

  constructor(
    readonly thread: string,
    readonly waitedMs: number,
  ) {
    super(`${thread} did not end within ${waitedMs / 1_000} seconds`)
  }
}

export interface ThreadOptions {
  readonly name: ThreadName
  /** Asked at each start. */
  readonly input: () => ThreadInput
  readonly onMessage: (message: FromThread) => void
  /** Megabytes of heap after which the thread is ended (and started again). */
  readonly maxHeapMb: number
  /**
   * A thread that ended for want of memory is given half as much again, up to this: what it keeps does not become less by starting again.
   * Default: never more, for one that ends of what it was given to read.
   */
  readonly mostHeapMb?: number
}

/** A worker thread that is kept running. */
export class Thread {
  readonly #options: ThreadOptions
  #worker: Worker | undefined
  #restMs = FIRST_REST_MS
  #maxHeapMb: number
  #isStopping = false
  #restart: NodeJS.Timeout | undefined

  constructor(options: ThreadOptions) {
    this.#options = options
    this.#maxHeapMb = options.maxHeapMb
    this.#start()
  }

  send(message: ToThread): void {
    this.#worker?.postMessage(message)
  }

  /**
   * Asks the thread to end its work, and waits until it has.
   *
   * @throws ThreadHangsError; the program may then end itself by SIGKILL, which the database survives
   */
  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#restart)
    const worker = this.#worker
    if (!worker) return
    let patience: NodeJS.Timeout | undefined
    const ended = new Promise<void>((resolve, reject) => {
      worker.once('exit', () => resolve())
      patience = setTimeout(() => reject(new ThreadHangsError(this.#options.name, STOP_WITHIN_MS)), STOP_WITHIN_MS)
    })
    worker.postMessage({ type: 'stop' } satisfies ToThread)
    await ended.finally(() => clearTimeout(patience))
  }

  #start(): void {
    const { name, input, onMessage } = this.#options
    const maxHeapMb = this.#maxHeapMb
    const worker = new Worker(compiledFile(name), {
      workerData: input(),
      name,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: THREAD_YOUNG_HEAP_MB },
    })
    this.#worker = worker
    worker.on('message', (message: FromThread) => {
      if (message.type === 'ready') this.#restMs = FIRST_REST_MS
      onMessage(message)
    })
    worker.on('error', (error) => {
      onMessage({ type: 'log', level: 'error', message: `${name} stopped: ${said(error, maxHeapMb)}` })
      if (isForWantOfMemory(error)) this.#grow()
      if (isDiskFull(error)) onMessage({ type: 'diskFull', thread: name })
    })
    worker.on('exit', () => {
      this.#worker = undefined
      if (this.#isStopping) return
      const more = this.#maxHeapMb > maxHeapMb ? `, with ${this.#maxHeapMb} MB for objects` : ''
      onMessage({ type: 'log', level: 'warn', message: `${name} starts again in ${this.#restMs / 1_000} s${more}` })
      this.#restart = setTimeout(() => this.#start(), this.#restMs)
      this.#restMs = Math.min(LONGEST_REST_MS, this.#restMs * 2)
    })
  }

  #grow(): void {
    const { mostHeapMb = 0 } = this.#options
    this.#maxHeapMb = Math.max(this.#maxHeapMb, Math.min(mostHeapMb, Math.round(this.#maxHeapMb * GROWTH)))
  }
}

/** What the operator can mend needs no stack, and what ends for want of memory has none that tells anything. */
function said(error: Error, maxHeapMb: number): string {
  if (isOutOfMemory(error)) return `it needed more than the ${maxHeapMb} MB that it may have for objects`
  return isDiskFull(error) || isForWantOfMemory(error) ? error.message : (error.stack ?? String(error))
}

/** By its name, as the class of an error stays in its thread. */
function isDiskFull(error: Error): boolean {
  return error.name === 'StoreFullError'
}

function isForWantOfMemory(error: Error): boolean {
  return error.name === 'HeapFullError' || isOutOfMemory(error)
}

function isOutOfMemory(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The compiled thread, also where this file runs from source: Node 20 gives threads no loader for TypeScript. */
export function compiledFile(name: ThreadName): URL {
  return pathToFileURL(join(PROGRAM_FOLDER, 'dist/run', `${name}.js`))
}
