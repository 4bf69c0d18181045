import { setImmediate as nextTurn } from 'node:timers/promises'

/** Timers and sockets of the thread wait no longer than this for long work that is made in turns. */
const MAX_TURN_MS = 8

let turnStartedAt = 0
let lastInLine: Promise<void> = Promise.resolve()

/**
 * Parts long work into turns of the event loop: call it between two steps, for steps that return at once would leave timers
 * and sockets waiting for ever. If this turn has lasted long, it resolves in a later one. Of several that wait, each has a
 * turn of its own: immediates all run in one.
 */
export async function endTurnIfLong(): Promise<void> {
  if (performance.now() - turnStartedAt <= MAX_TURN_MS) return
  const mine = lastInLine.then(() => nextTurn())
  lastInLine = mine
  await mine
  turnStartedAt = performance.now()
}

/** Items worked on between two looks at the clock. */
const LOOK_EVERY = 16

/** As `list.map`, in turns of the event loop where it takes long. @returns in the order of `list` */
export async function mapInTurns<T, R>(list: readonly T[], map: (each: T) => R): Promise<R[]> {
  const mapped: R[] = []
  for (const [index, each] of list.entries()) {
    if (index % LOOK_EVERY === 0) await endTurnIfLong()
    mapped.push(map(each))
  }
  return mapped
}
