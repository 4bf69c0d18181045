import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { LOOK_EVERY_MS, ReadingGaps } from './reading-gaps.ts'

const T0 = Date.UTC(2026, 10, 30, 3)

test('a machine that slept for eight hours has a gap, told once and kept', () => {
  const gaps = new ReadingGaps(T0)
  expect(gaps.look(T0 + LOOK_EVERY_MS)).toBeUndefined()
  const until = T0 + LOOK_EVERY_MS + 8 * HOUR_MS
  expect(gaps.look(until)).toEqual({ from: T0 + LOOK_EVERY_MS, until })
  expect(gaps.look(until + LOOK_EVERY_MS)).toBeUndefined()
  expect(gaps.last).toEqual({ from: T0 + LOOK_EVERY_MS, until })
})

test('a timer that is late on a busy machine is no gap, nor is a clock that is set back', () => {
  const gaps = new ReadingGaps(T0)
  expect(gaps.look(T0 + 90 * SECOND_MS)).toBeUndefined()
  expect(gaps.look(T0 - 8 * HOUR_MS)).toBeUndefined()
  expect(gaps.look(T0 - 8 * HOUR_MS + MINUTE_MS)).toBeUndefined()
  expect(gaps.last).toBeUndefined()
})
