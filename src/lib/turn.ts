import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work may block the event loop before it yields to timers and sockets. */
const MAX_TURN_MS = 8

let turnStartedAt = 0
let lastInLine: Promise<void> = Promise.resolve()

/**
 * Splits long work into turns of the event loop: await it between two steps, as steps without I/O would starve timers and sockets.
 * If the current turn has lasted long, it resolves in a later one. Concurrent callers each get a separate turn, whereas pending
 * immediates would all run in one.
 */
export async function endTurnIfLong(): Promise<void> {
  if (performance.now() - turnStartedAt <= MAX_TURN_MS) return
  const mine = lastInLine.then(() => nextTurn())
  lastInLine = mine
  await mine
  turnStartedAt = performance.now()
}

/** Number of items processed between two checks of the clock. */
const LOOK_EVERY = 16

/** Maps a list like `list.map`, but yields to the event loop if it takes long. */
export async function mapInTurns<T, R>(list: readonly T[], map: (each: T) => R): Promise<R[]> {
  const mapped: R[] = []
  for (const [index, each] of list.entries()) {
    if (index % LOOK_EVERY === 0) await endTurnIfLong()
    mapped.push(map(each))
  }
  return mapped
}
