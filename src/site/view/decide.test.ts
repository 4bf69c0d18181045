import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ToldEvidence } from '../../hub/evidence/same-said.ts'
import type { SiteDeps } from '../deps.ts'
import { sampleDeps } from '../testing/day.ts'
import { decideView, withDissent } from './decide.ts'

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

test.each([
  ['the newest story first, by its newest line', ['1+9', '2+5', '3+4', '4+3', '1+1'], ['1+9', '2+5', '3+4']],
  ['the newest that speaks against in the last place', ['1+9', '2+5', '3+4', '4-3', '5-2'], ['1+9', '2+5', '4-3']],
  ['no other where one of the newest does', ['1+9', '2-5', '3+4', '4-3'], ['1+9', '2-5', '3+4']],
  ['a story once, with the line that speaks against', ['1+9', '1-8'], ['1-8']],
])('of evidence it links %s', (_what, lines, linked) => {
  const told = lines.map((line) => {
    const [, storyId, sign, at] = /^(\d)([+-])(\d)$/.exec(line)!
    const stance = sign === '+' ? 'support' : 'constraint'
    return { line, storyId: Number(storyId), at: Number(at), stance } as unknown as ToldEvidence & { line: string }
  })
  expect(withDissent(told).map((each) => (each as (typeof told)[number]).line)).toEqual(linked)
})
