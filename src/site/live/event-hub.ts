import type { FilteredStory } from '../../store/story-fits.ts'
import type { StoryEvent, StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { HideableStory } from '../hidden/hiding.ts'

/** The part of a story that decides whether a list shows it: a whole story is ten times as large, and a thousand are kept. */
export type ListableStory = FilteredStory & HideableStory

/** A story event with the part of its story that decides whether a list shows it. */
export interface LiveEvent extends StoryEvent {
  /** Set on events of `BRINGING`: the story shortly after the event; undefined if it is gone. */
  readonly story?: ListableStory
}

/** Events that bring a story to lists. */
export const BRINGING: ReadonlySet<StoryEvent['type']> = new Set(['created', 'published'])

export interface EventHubOptions {
  readonly store: Pick<Store, 'events' | 'storiesNow'>
  /** Interval at which the event log is polled while somebody listens. */
  readonly pollMs?: number
  readonly onEvents?: (listener: () => void) => () => void
}

const BATCH = 200
/** Events kept in memory, so that listeners who keep up cost no query. */
const KEPT = 1_000

/** Distributes story events to any number of listeners with a single reader of the log. */
export class EventHub {
  readonly #store: EventHubOptions['store']
  readonly #pollMs: number
  readonly #stopCalls: (() => void) | undefined
  /** Wakes each waiting listener. */
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
   * Returns the events after a sequence number, oldest first, at most 200; waits if there are none yet.
   *
   * @returns empty after `waitMs`; undefined once `signal` aborts or the hub is closed
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

  /** @returns the sequence number of the newest event, which all later ones exceed; 0 if the log is empty */
  async now(signal: AbortSignal): Promise<number> {
    await this.next(Number.MAX_SAFE_INTEGER, 0, signal)
    return this.#newest ?? 0
  }

  /** Returns the sequence number of the newest event; undefined while nobody listens. */
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

  /** Reads new events, one read at a time; a call during a read makes one more follow. A failed read is retried at the next tick. */
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
    this.#kept = [...this.#kept, ...(await withStories(this.#store, events))].slice(-KEPT)
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

  /** Polls the log while somebody waits; else stops and drops the kept events, which would have a gap. */
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
    return withStories(this.#store, await this.#store.events({ afterSeq, limit: BATCH }))
  }
}

/** Adds their stories to the events of `BRINGING`, with one query for the batch. */
async function withStories(
  store: Pick<Store, 'storiesNow'>,
  events: readonly StoryEvent[],
): Promise<readonly LiveEvent[]> {
  const brought = events.filter(({ type }) => BRINGING.has(type)).map(({ storyId }) => storyId)
  if (brought.length === 0) return events
  const stories = await store.storiesNow(brought)
  return events.map((event) => {
    const story = BRINGING.has(event.type) ? stories.get(event.storyId) : undefined
    return story ? { ...event, story: listable(story) } : event
  })
}

function listable(story: StoryRecord): ListableStory {
  const { state, isCommunity, kind, coverage, updatedAt, entityIds, hubs, rulings, headline } = story
  return { state, isCommunity, kind, coverage, updatedAt, entityIds, hubs, rulings, headline }
}
