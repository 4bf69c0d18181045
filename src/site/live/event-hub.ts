import type { StoryEvent } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'

/** A story event with what an open page needs to judge it. */
export interface LiveEvent extends StoryEvent {
  /** The story is carried by communities only and is not on the front page; undefined where it was not looked up. */
  readonly community?: boolean
}

export interface EventHubOptions {
  readonly store: Pick<Store, 'events' | 'listStories'>
  /** How often the log is asked while somebody listens. */
  readonly pollMs?: number
  readonly onEvents?: (listener: () => void) => () => void
}

/** Events to all who listen, from one reader of the log however many they are. */
export interface EventHub {
  /**
   * The next events after a number, oldest first, at most 200; waits for some.
   *
   * @returns empty when `waitMs` passed; undefined when `signal` aborts or the hub is closed: the end
   */
  next(afterSeq: number, waitMs: number, signal: AbortSignal): Promise<readonly LiveEvent[] | undefined>
  /** Number of the newest event; undefined while nobody listens. */
  newestSeq(): number | undefined
  close(): void
}

const BATCH = 200
/** Events kept in memory, so that those who keep up cost no query. */
const KEPT = 1_000

export function createEventHub({ store, pollMs = 1_000, onEvents }: EventHubOptions): EventHub {
  let kept: readonly LiveEvent[] = []
  let newest: number | undefined
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined
  let isAskedAgain = false
  let isClosed = false
  const waiting = new Set<() => void>()
  const stopCalls = onEvents?.(() => {
    if (waiting.size > 0) void poll()
  })

  function wakeAll(): void {
    for (const wake of [...waiting]) wake()
  }

  async function readNew(): Promise<void> {
    if (newest === undefined) {
      const [last] = await store.events({ limit: 1, newestFirst: true })
      newest = last?.seq ?? 0
      return
    }
    const events = await store.events({ afterSeq: newest, limit: BATCH })
    if (events.length === 0) return
    kept = [...kept, ...(await withCommunity(store, events))].slice(-KEPT)
    newest = events.at(-1)!.seq
    if (events.length === BATCH) isAskedAgain = true
  }

  /** One reading at a time; a call during it makes one more follow. A failed one is tried again at the next tick. */
  function poll(): Promise<void> {
    if (reading) {
      isAskedAgain = true
      return reading
    }
    isAskedAgain = false
    const before = newest
    reading = readNew()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined
        if (newest !== before) wakeAll()
        if (isAskedAgain && !isClosed) void poll()
      })
    return reading
  }

  /** Asks the log while somebody waits; afterwards forgets, since what is kept would have a hole. */
  function tick(): void {
    if (waiting.size > 0) return void poll()
    clearInterval(timer)
    timer = undefined
    newest = undefined
    kept = []
  }

  function keepTime(): void {
    if (timer || isClosed) return
    timer = setInterval(tick, pollMs)
    timer.unref()
  }

  function wait(waitMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || isClosed) {
        resolve()
        return
      }
      const done = () => {
        clearTimeout(limit)
        signal.removeEventListener('abort', done)
        waiting.delete(done)
        resolve()
      }
      const limit = setTimeout(done, waitMs)
      waiting.add(done)
      signal.addEventListener('abort', done)
      keepTime()
    })
  }

  async function eventsAfter(afterSeq: number): Promise<readonly LiveEvent[]> {
    if (newest !== undefined && afterSeq >= newest) return []
    const first = kept[0]
    if (first && afterSeq >= first.seq - 1) return kept.filter(({ seq }) => seq > afterSeq).slice(0, BATCH)
    return withCommunity(store, await store.events({ afterSeq, limit: BATCH }))
  }

  return {
    async next(afterSeq, waitMs, signal) {
      const isOver = () => signal.aborted || isClosed
      if (isOver()) return undefined
      if (newest === undefined) await poll()
      const ready = await eventsAfter(afterSeq)
      if (ready.length > 0) return ready
      await wait(waitMs, signal)
      return isOver() ? undefined : eventsAfter(afterSeq)
    },
    newestSeq: () => newest,
    close() {
      isClosed = true
      stopCalls?.()
      clearInterval(timer)
      wakeAll()
    },
  }
}

/** One query for a batch that has new stories: the newest ones tell which of them are not for the front page. */
async function withCommunity(
  store: Pick<Store, 'listStories'>,
  events: readonly StoryEvent[],
): Promise<readonly LiveEvent[]> {
  const created = events.filter(({ type }) => type === 'created')
  if (created.length === 0) return events
  const since = Math.min(...created.map(({ at }) => at))
  const { stories } = await store.listStories({ community: true, order: 'newest', limit: BATCH, since })
  const community = new Set(stories.map(({ id }) => id))
  return events.map((event) =>
    event.type === 'created' ? { ...event, community: community.has(event.storyId) } : event,
  )
}
