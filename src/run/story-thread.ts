import { parentPort, workerData } from 'node:worker_threads'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store/types.ts'
import { loadBeat } from './beat.ts'
import { READ_BLOCK } from './desk.ts'
import { openDatabase } from './open-database.ts'
import { openDesk } from './open-desk.ts'
import { every, leapsOf } from './steady-time.ts'
import type { FromThread, ThreadInput, ToThread } from './thread-messages.ts'

/**
 * Item revisions in one transaction while more than a block waits: a story that many of its items join is told once, not once in
 * every batch.
 */
const CATCH_UP_BATCH = 1_000
/**
 * Stories in one transaction: what a batch makes of each outlives the young heap, and lies between what stays. 1,000 stories of
 * one item cost 35 MB more than 400 of them.
 */
const ENOUGH_STORIES = 400
/**
 * Retention begins an hour after the start, and passes over an hour in which the clock went further ahead than this: one that is years ahead
 * until it is set right, as of a machine just switched on, would remove every story. Who slept meanwhile loses an hour of it.
 */
const MOST_LEAP_MS = 2 * HOUR_MS
/** How often the queue is looked at without being told: another process may have stored items. */
const LOOK_EVERY_MS = SECOND_MS

/** The thread that turns stored items into stories. It owns its database connection and shares nothing but the database. */
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
  // One that is stopped while it stands by has nothing to save: what it would write is older than what the active one has.
  if (isMine) await tell(store, settings, { say, rest, isStopping: () => isStopping })
  await store.close()
  port.close()
}

interface Turn {
  readonly say: (message: FromThread) => void
  readonly rest: (ms: number) => Promise<void>
  readonly isStopping: () => boolean
}

/** Works off the queue until the program stops; the one process that does. */
async function tell(store: Store, settings: Settings, { say, rest, isStopping }: Turn): Promise<void> {
  const desk = await openDesk(store, loadBeat(settings.data), settings)
  say({ type: 'ready' })
  const isRerankDue = every(MINUTE_MS)
  const isPruneDue = every(HOUR_MS, settings.retention_days > 0 ? HOUR_MS : Number.POSITIVE_INFINITY)
  const isForgetDue = every(HOUR_MS)
  const leapMs = leapsOf()
  let limit = READ_BLOCK
  while (!isStopping()) {
    const revisions = await desk.workOff(limit, ENOUGH_STORIES)
    const isBehind = revisions >= READ_BLOCK
    // Each batch waits for its meanings once, no longer than one time-out: large ones would get few.
    limit = isBehind && settings.embedding_model === '' ? CATCH_UP_BATCH : READ_BLOCK
    const acts = await desk.applyActs()
    const written = settings.model === '' ? 0 : await desk.applyModelAnswers()
    if (revisions + acts + written > 0) say({ type: 'told', revisions })
    if (isRerankDue()) await desk.rerank()
    if (isPruneDue() && leapMs() < MOST_LEAP_MS) {
      const removed = await store.prune(Date.now() - retentionMs(settings))
      if (removed > 0) say({ type: 'log', level: 'info', message: `${removed} stories are past their retention` })
    }
    if (isForgetDue()) await store.embeddings.prune(Date.now() - keptVectorsMs(settings))
    if (!isBehind && !isStopping()) await rest(LOOK_EVERY_MS)
  }
  await desk.close()
}

/** Nothing goes while items may still join it, whatever the setting says. */
function retentionMs({ retention_days, story_window_hours }: ThreadInput['settings']): number {
  return Math.max(retention_days * DAY_MS, 2 * story_window_hours * HOUR_MS)
}

/** Vectors are asked for again once their stories are closed: a cache, and withdrawn words must leave no trace for long. */
function keptVectorsMs({ story_window_hours }: ThreadInput['settings']): number {
  return Math.max(7 * DAY_MS, 2 * story_window_hours * HOUR_MS)
}

await tellStories()
