import { expect, test } from 'vitest'
import { DAY_MS, SECOND_MS } from '../lib/instant.ts'
import { ClockBehindError, clockWords } from './clock-words.ts'

const NOW = Date.UTC(2026, 10, 30, 12)

test.each([undefined, NOW - DAY_MS, NOW, NOW + 30 * SECOND_MS])('stored at %s is well', (storedAt) => {
  expect(clockWords(NOW, storedAt)).toContain('2026-11-30T12:00:00.000Z')
})

test('a clock behind what is stored is named, with both times', () => {
  expect(() => clockWords(NOW - 2_000 * DAY_MS, NOW)).toThrow(ClockBehindError)
  expect(() => clockWords(NOW - 2 * DAY_MS, NOW)).toThrow(/2026-11-28T12.*stored at 2026-11-30T12.*clock is behind/)
})
