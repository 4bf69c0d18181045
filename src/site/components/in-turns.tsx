import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { endTurnIfLong } from '../../lib/turn.ts'

/** Rows made in one go. */
const PORTION = 25

/**
 * The rows of a list that may be long, made in turns of the event loop: a page of ten thousand sources held every other one up for half a
 * second. What has them cannot be turned into text at once: await its `toString()`.
 */
export function InTurns<T>({ of, each }: { of: readonly T[]; each: (row: T) => Child }) {
  if (of.length <= PORTION) return <>{of.map(each)}</>
  const portions: Promise<Child>[] = []
  for (let start = 0; start < of.length; start += PORTION) {
    // One after the other: all that are asked at once whether the turn was long hear that it was not.
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
