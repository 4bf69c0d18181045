import { parentPort, workerData } from 'node:worker_threads'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store/types.ts'
import { loadBeat } from './beat.ts'
import { READ_BLOCK } from './desk.ts'
import { sayHealth } from './model/health-notes.ts'
import { openDatabase } from './open-database.ts'
import { openDesk } from './open-desk.ts'
import { every, leapsOf } from './steady-time.ts'
import type { FromThread, ThreadInput, ToThread } from './thread-messages.ts'

/**
 * Maximum number of item revisions in one transaction while more than a block waits: a story that many of them join is told once instead
 * of once per block.
 */
const CATCH_UP_BATCH = 1_000
/**
 * Number of changed stories after which a transaction ends. The objects of a batch outlive the young generation and fragment the old one:
 * 1,000 stories of one item cost 35 MB more than 400.
 */
const ENOUGH_STORIES = 400
/**
 * Retention starts an hour after the program, and skips a run if the wall clock leapt further ahead than this since the last one. A clock that
 * is years ahead until it is corrected, as after a machine boots, would remove every story. A machine that slept only skips one run.
 */
const MOST_LEAP_MS = 2 * HOUR_MS
/** How often the queue is checked without a message: another process may have stored items. */
const LOOK_EVERY_MS = SECOND_MS

/** Runs the thread that turns stored items into stories. It has its own database connection and shares only the database. */
async function tellStories(): Promise<void> {
  const { settings } = workerData as ThreadInput
  const port = parentPort!
  const say = (message: FromThread) => port.postMessage(message)
  let isStopping = false
  let wake = () => {}
  port.on('message', (message: ToThread) => {
    if (message.type === 'stop') isStopping = true
    wake()
  })
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const store = await openDatabase(settings)
  let isMine = await store.tryLockStories()
  while (!isMine && !isStopping) {
    await rest(5 * SECOND_MS)
    isMine = await store.tryLockStories()
  }
  // A process stopped while on standby has nothing to save: its state is older than that of the active one.
  if (isMine) await tell(store, settings, { say, rest, isStopping: () => isStopping })
  await store.close()
  port.close()
}

interface Turn {
  readonly say: (message: FromThread) => void
  readonly rest: (ms: number) => Promise<void>
  readonly isStopping: () => boolean
}

/** Processes the queue until the program stops; only the process that holds the lock does. */
async function tell(store: Store, settings: Settings, { say, rest, isStopping }: Turn): Promise<void> {
  const desk = await openDesk(store, loadBeat(settings.data), settings, (health) =>
    say({ type: 'log', ...sayHealth(health) }),
  )
  say({ type: 'ready' })
  const isRerankDue = every(MINUTE_MS)
  const isPruneDue = every(HOUR_MS, settings.retention_days > 0 ? HOUR_MS : Number.POSITIVE_INFINITY)
  const isForgetDue = every(HOUR_MS)
  const leapMs = leapsOf()
  let limit = READ_BLOCK
  while (!isStopping()) {
    const revisions = await desk.workOff(limit, ENOUGH_STORIES)
    const isBehind = revisions >= READ_BLOCK
    // A batch waits for its embeddings no longer than one time-out, in which a large batch would get only a few.
    limit = isBehind && settings.embedding_model === '' ? CATCH_UP_BATCH : READ_BLOCK
    const acts = await desk.applyActs()
    const written = settings.model === '' ? 0 : await desk.applyModelAnswers()
    if (revisions + acts + written > 0) say({ type: 'told', revisions })
    if (isRerankDue()) await desk.rerank()
    // The weights cannot change while this runs.
    await desk.rerankNext()
    if (isPruneDue() && leapMs() < MOST_LEAP_MS) {
      const removed = await store.prune(Date.now() - retentionMs(settings))
      if (removed > 0) say({ type: 'log', level: 'info', message: `${removed} stories are past their retention` })
    }
    if (isForgetDue()) await store.embeddings.prune(Date.now() - keptVectorsMs(settings))
    if (!isBehind && !isStopping()) await rest(LOOK_EVERY_MS)
  }
  await desk.close()
}

/** Returns the retention period, long enough that no story is removed while items may still join it. */
function retentionMs({ retention_days, story_window_hours }: ThreadInput['settings']): number {
  return Math.max(retention_days * DAY_MS, 2 * story_window_hours * HOUR_MS)
}

/** Returns how long unused vectors are cached: until stories are closed, but not long, as withdrawn text must leave no trace. */
function keptVectorsMs({ story_window_hours }: ThreadInput['settings']): number {
  return Math.max(7 * DAY_MS, 2 * story_window_hours * HOUR_MS)
}

await tellStories()
