import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { endTurnIfLong } from '../../lib/turn.ts'

/** Rows rendered per turn. */
const PORTION = 25

/**
 * Renders the rows of a possibly long list in turns of the event loop: a page of ten thousand sources blocked every other one for half a
 * second. An element with such rows has an asynchronous `toString()`: await it.
 */
export function InTurns<T>({ of, each }: { of: readonly T[]; each: (row: T) => Child }) {
  if (of.length <= PORTION) return <>{of.map(each)}</>
  const portions: Promise<Child>[] = []
  for (let start = 0; start < of.length; start += PORTION) {
    // Chain the portions: if all checked at once whether the turn was long, each would find that it was not.
    const before = portions.at(-1)
    portions.push(madeAfter(before, () => <>{of.slice(start, start + PORTION).map(each)}</>))
  }
  return <>{portions}</>
}

async function madeAfter(before: Promise<unknown> | undefined, make: () => Child): Promise<Child> {
  await before
  await endTurnIfLong()
  return raw(await make()!.toString())
}
