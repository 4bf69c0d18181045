import { expect, test } from 'vitest'
import { endTurnIfLong, mapInTurns } from './turn.ts'

function workFor(ms: number): void {
  const startedAt = performance.now()
  while (performance.now() - startedAt < ms);
}

async function longWork(steps: number, onStep: () => void): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await endTurnIfLong()
    workFor(3)
    onStep()
  }
}

test.each([1, 8])('a timer that is due waits for no more than a few steps of %i long works', async (works) => {
  let steps = 0
  let firedAfter = Number.POSITIVE_INFINITY
  const timer = setTimeout(() => {
    firedAfter = steps
  }, 1)
  await Promise.all(Array.from({ length: works }, () => longWork(10, () => steps++)))
  clearTimeout(timer)
  // Each of several works may have begun before the timer was due.
  expect(firedAfter).toBeLessThanOrEqual(works + 4)
})

test('a list that takes long is mapped in its order while timers have their turn', async () => {
  let done = 0
  let firedAfter = Number.POSITIVE_INFINITY
  const timer = setTimeout(() => {
    firedAfter = done
  }, 1)
  const list = Array.from({ length: 200 }, (_, index) => index)
  const doubled = await mapInTurns(list, (each) => {
    workFor(0.5)
    done++
    return 2 * each
  })
  clearTimeout(timer)
  expect(doubled).toEqual(list.map((each) => 2 * each))
  expect(firedAfter).toBeLessThan(100)
})
