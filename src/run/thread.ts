import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { SECOND_MS } from '../lib/instant.ts'
import { PROGRAM_FOLDER } from '../lib/program-folder.ts'
import { THREAD_YOUNG_HEAP_MB } from '../lib/young-heap.ts'
import type { FromThread, ThreadInput, ToThread } from './thread-messages.ts'
import type { ThreadName } from './thread-names.ts'

/** Back-off before a dead thread is restarted, doubling up to a minute, so that a lasting fault does not spin. */
const FIRST_REST_MS = SECOND_MS
const LONGEST_REST_MS = 60 * SECOND_MS
const GROWTH = 1.5
/** Longest wait for a thread to end its batch and close its database when the program stops. */
const STOP_WITHIN_MS = 30 * SECOND_MS

/** A thread did not end when asked to. Terminating it would abort the program inside SQLite. */
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
  /** Called at each start. */
  readonly input: () => ThreadInput
  readonly onMessage: (message: FromThread) => void
  /** Heap limit in MB; a thread that exceeds it ends and is restarted. */
  readonly maxHeapMb: number
  /**
   * Maximum in MB to which the limit grows, by half each time that the thread runs out of memory, for a thread whose state does not shrink
   * by a restart. Default: the limit never grows, for a thread that fails because of one input.
   */
  readonly mostHeapMb?: number
}

/** A worker thread that is restarted when it dies. */
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
   * Asks the thread to finish its work and waits until it has exited.
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

/** Describes an error, with its stack only if it helps: not for a full disk, which the operator can fix, nor for lack of memory. */
function said(error: Error, maxHeapMb: number): string {
  if (isOutOfMemory(error)) return `it needed more than the ${maxHeapMb} MB that it may have for objects`
  return isDiskFull(error) || isForWantOfMemory(error) ? error.message : (error.stack ?? String(error))
}

/** Compares names, as an error loses its class between threads. */
function isDiskFull(error: Error): boolean {
  return error.name === 'StoreFullError'
}

function isForWantOfMemory(error: Error): boolean {
  return error.name === 'HeapFullError' || isOutOfMemory(error)
}

function isOutOfMemory(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** Returns the URL of the compiled thread, even when running from source: Node 20 threads have no TypeScript loader. */
export function compiledFile(name: ThreadName): URL {
  return pathToFileURL(join(PROGRAM_FOLDER, 'dist/run', `${name}.js`))
}
