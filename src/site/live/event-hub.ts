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

const BATCH = 200
/** Events kept in memory, so that those who keep up cost no query. */
const KEPT = 1_000

/** Events to all who listen, from one reader of the log however many they are. */
export class EventHub {
  readonly #store: EventHubOptions['store']
  readonly #pollMs: number
  readonly #stopCalls: (() => void) | undefined
  /** Wakes each who waits. */
  readonly #waiting = new Set<() => void>()
  #kept: readonly LiveEvent[] = []
  #newest: number | undefined
  #timer: NodeJS.Timeout | undefined
  #reading: Promise<void> | undefined
  #isAskedAgain = false
  #isClosed = false

  constructor({ store, pollMs = 1_000, onEvents }: EventHubOptions) {
    this.#store = store
    this.#pollMs = pollMs
    this.#stopCalls = onEvents?.(() => {
      if (this.#waiting.size > 0) void this.#poll()
    })
  }

  /**
   * The next events after a number, oldest first, at most 200; waits for some.
   *
   * @returns empty when `waitMs` passed; undefined when `signal` aborts or the hub is closed: the end
   */
  async next(afterSeq: number, waitMs: number, signal: AbortSignal): Promise<readonly LiveEvent[] | undefined> {
    const isOver = () => signal.aborted || this.#isClosed
    if (isOver()) return undefined
    if (this.#newest === undefined) await this.#poll()
    const ready = await this.#eventsAfter(afterSeq)
    if (ready.length > 0) return ready
    await this.#wait(waitMs, signal)
    return isOver() ? undefined : this.#eventsAfter(afterSeq)
  }

  /** @returns the number after which what comes from now on is; 0 where the log is empty */
  async now(signal: AbortSignal): Promise<number> {
    await this.next(Number.MAX_SAFE_INTEGER, 0, signal)
    return this.#newest ?? 0
  }

  /** Number of the newest event; undefined while nobody listens. */
  newestSeq(): number | undefined {
    return this.#newest
  }

  close(): void {
    this.#isClosed = true
    this.#stopCalls?.()
    clearInterval(this.#timer)
    this.#wakeAll()
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  /** One reading at a time; a call during it makes one more follow. A failed one is tried again at the next tick. */
  #poll(): Promise<void> {
    if (this.#reading) {
      this.#isAskedAgain = true
      return this.#reading
    }
    this.#isAskedAgain = false
    const before = this.#newest
    this.#reading = this.#readNew()
      .catch(() => undefined)
      .finally(() => {
        this.#reading = undefined
        if (this.#newest !== before) this.#wakeAll()
        if (this.#isAskedAgain && !this.#isClosed) void this.#poll()
      })
    return this.#reading
  }

  async #readNew(): Promise<void> {
    if (this.#newest === undefined) {
      const [last] = await this.#store.events({ limit: 1, newestFirst: true })
      this.#newest = last?.seq ?? 0
      return
    }
    const events = await this.#store.events({ afterSeq: this.#newest, limit: BATCH })
    if (events.length === 0) return
    this.#kept = [...this.#kept, ...(await withCommunity(this.#store, events))].slice(-KEPT)
    this.#newest = events.at(-1)!.seq
    if (events.length === BATCH) this.#isAskedAgain = true
  }

  #wait(waitMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.#isClosed) {
        resolve()
        return
      }
      const done = () => {
        clearTimeout(limit)
        signal.removeEventListener('abort', done)
        this.#waiting.delete(done)
        resolve()
      }
      const limit = setTimeout(done, waitMs)
      this.#waiting.add(done)
      signal.addEventListener('abort', done)
      this.#keepTime()
    })
  }

  #keepTime(): void {
    if (this.#timer || this.#isClosed) return
    this.#timer = setInterval(() => this.#tick(), this.#pollMs)
    this.#timer.unref()
  }

  /** Asks the log while somebody waits; afterwards forgets, since what is kept would have a hole. */
  #tick(): void {
    if (this.#waiting.size > 0) return void this.#poll()
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#newest = undefined
    this.#kept = []
  }

  async #eventsAfter(afterSeq: number): Promise<readonly LiveEvent[]> {
    if (this.#newest !== undefined && afterSeq >= this.#newest) return []
    const first = this.#kept[0]
    if (first && afterSeq >= first.seq - 1) return this.#kept.filter(({ seq }) => seq > afterSeq).slice(0, BATCH)
    return withCommunity(this.#store, await this.#store.events({ afterSeq, limit: BATCH }))
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
