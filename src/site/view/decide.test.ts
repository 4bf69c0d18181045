import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { sampleDeps } from '../testing/day.ts'
import { decideView } from './decide.ts'

let deps: SiteDeps
beforeAll(async () => {
  deps = await sampleDeps()
})
afterAll(() => deps.store.close())

function answer(weight: number) {
  const criteria = [
    { id: 'latency', weight },
    { id: 'carbon', weight: 1 - weight },
  ]
  return decideView(deps, { markets: [{ market: 'gba', weight: 1 }], criteria }, 'en')
}

test('of many answers asked for at once each has a turn of its own, so that pages are made between them', async () => {
  // The first reads what the others use again; then nothing happens for a while, as on a server.
  await answer(0.5)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const turns: number[] = []
  let isOver = false
  const note = () => {
    turns.push(performance.now())
    if (!isOver) setImmediate(note)
  }
  note()
  const views = await Promise.all(Array.from({ length: 24 }, (_, n) => answer((n + 1) / 26)))
  isOver = true
  for (const { decision } of views) expect(decision?.ranked.length).toBeGreaterThan(0)
  const longestMs = Math.max(...turns.slice(1).map((at, index) => at - turns[index]!))
  expect(longestMs).toBeLessThan((turns.at(-1)! - turns[0]!) / 3)
})
