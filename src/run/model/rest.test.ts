import { expect, test } from 'vitest'
import { afterFailure, CLOSED, isResting } from './rest.ts'

const failed = { outcome: 'failed', reason: 'down' } as const

test('rests double up to a quarter of an hour, with chance added', () => {
  let circuit = CLOSED
  const rests: number[] = []
  for (let times = 0; times < 14; times++) {
    circuit = afterFailure(circuit, failed, 0, () => 0)
    rests.push(circuit.until / 1_000)
  }
  expect(rests.slice(0, 4)).toEqual([2, 4, 8, 16])
  expect(rests.at(-1)).toBe(900)
  expect(afterFailure(CLOSED, failed, 0, () => 1).until).toBe(3_000)
})

test('what the provider asks for is heeded, within an hour; a refusal rests ten minutes', () => {
  const limited = (retryAfterMs: number) => afterFailure(CLOSED, { ...failed, retryAfterMs }, 0, () => 0).until
  expect(limited(60_000)).toBe(60_000)
  expect(limited(9_000_000)).toBe(3_600_000)
  expect(afterFailure(CLOSED, { outcome: 'refused', reason: 'key' }, 0, () => 0).until).toBe(600_000)
})

test('the third failure in a row opens the circuit for the status page', () => {
  let circuit = CLOSED
  const states = [1, 2, 3].map(() => {
    circuit = afterFailure(circuit, failed, 0, () => 0)
    return isResting(circuit, 1)
  })
  expect(states).toEqual([false, false, true])
})
