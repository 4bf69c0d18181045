import { beforeEach, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import { every, leapsOf } from './steady-time.ts'

let wall: number
let steady: number
const clocks = { wall: () => wall, steady: () => steady }
const pass = (ms: number) => {
  wall += ms
  steady += ms
}

beforeEach(() => {
  wall = Date.UTC(2026, 10, 29)
  steady = 5_000
})

test('a period is over at once, or after its first wait, and then again and again', () => {
  const isDue = every(HOUR_MS, 0, clocks)
  const isDueLater = every(HOUR_MS, MINUTE_MS, clocks)
  expect([isDue(), isDue(), isDueLater()]).toEqual([true, false, false])
  pass(MINUTE_MS)
  expect([isDue(), isDueLater(), isDueLater()]).toEqual([false, true, false])
  pass(HOUR_MS - MINUTE_MS)
  expect([isDue(), isDueLater()]).toEqual([true, false])
})

test('a clock that is set changes no period', () => {
  const isDue = every(HOUR_MS, 0, clocks)
  isDue()
  wall += 1_000 * DAY_MS
  expect(isDue()).toBe(false)
  wall -= 2_000 * DAY_MS
  pass(HOUR_MS)
  expect(isDue()).toBe(true)
})

test('leaps of the clock are told once, in both directions', () => {
  const leap = leapsOf(clocks)
  pass(HOUR_MS)
  expect(leap()).toBe(0)
  wall += 1_000 * DAY_MS
  expect([leap(), leap()]).toEqual([1_000 * DAY_MS, 0])
  wall -= DAY_MS
  pass(HOUR_MS)
  expect([leap(), leap()]).toEqual([-DAY_MS, 0])
})
