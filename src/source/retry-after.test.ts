import { describe, expect, test } from 'vitest'
import { maxAgeMs, retryAfterMs } from './retry-after.ts'

const now = Date.UTC(2026, 10, 23, 8)

describe('Retry-After', () => {
  test.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['1.5', 1_500],
    ['Mon, 23 Nov 2026 08:10:00 GMT', 600_000],
    ['Mon, 23 Nov 2026 08:10:00', 600_000],
    ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
    ['99999999999', undefined],
    ['9999999999', 7 * 86_400_000],
    ['Sun, 31 Dec 9999 23:59:59 GMT', 7 * 86_400_000],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (header, waitMs) => expect(retryAfterMs(header, now)).toBe(waitMs))
})

describe('Cache-Control', () => {
  test.each([
    ['max-age=300', 300_000],
    ['public, max-age = "60", must-revalidate', 60_000],
    ['s-maxage=10', undefined],
    ['private,Max-Age=5', 5_000],
    ['no-cache', undefined],
    [undefined, undefined],
  ])('%s', (header, ageMs) => expect(maxAgeMs(header)).toBe(ageMs))
})
