import { expect, test } from 'vitest'
import { Turn } from './turn.ts'

function workFor(ms: number): void {
  const startedAt = performance.now()
  while (performance.now() - startedAt < ms);
}

test('a timer that is due does not wait for the whole of a long work', async () => {
  const turn = new Turn()
  let firedAfterSteps: number | undefined
  let steps = 0
  const timer = setTimeout(() => {
    firedAfterSteps = steps
  }, 1)
  for (; steps < 30; steps++) {
    workFor(3)
    await turn.endIfLong()
  }
  clearTimeout(timer)
  expect(firedAfterSteps).toBeLessThan(30)
})
