import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * The longest time in which a piece of work lets its thread do nothing else: neither timers nor sockets have their turn then. Of the
 * process's processor time, as a shared machine makes every turn longer.
 *
 * @param runs of which the median is taken: one run may meet a collection of garbage, or another program
 * @returns ms
 */
export async function longestTurnMs(work: () => Promise<unknown>, runs = 1): Promise<number> {
  const turns: number[] = []
  for (let run = 0; run < runs; run++) turns.push(await longestTurnOnce(work))
  return turns.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

async function longestTurnOnce(work: () => Promise<unknown>): Promise<number> {
  let isOver = false
  let longest = 0
  const watch = async () => {
    for (let last = spentMs(); !isOver; ) {
      await nextTurn()
      const now = spentMs()
      longest = Math.max(longest, now - last)
      last = now
    }
  }
  const watching = watch()
  try {
    await work()
  } finally {
    isOver = true
    await watching
  }
  return longest
}

/** Processor time of this process so far. */
export function spentMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
