import { describe, expect, test } from 'vitest'
import { maxAgeMs, retryAfterMs, waitAskedMs } from './retry-after.ts'

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

describe('a limit of requests that is used up', () => {
  const second = Math.floor(now / 1_000)
  test.each([
    ['Mastodon', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-23T08:05:00.000Z' }, 300_000],
    ['one without a zone', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-23T08:05:00' }, 300_000],
    ['GitHub', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(second + 60) }, 60_000],
    ['Reddit', { 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '257' }, 257_000],
    ['the IETF draft', { 'ratelimit-remaining': '0', 'ratelimit-reset': '10' }, 10_000],
    ['one with Retry-After', { 'retry-after': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '257' }, 5_000],
    ['one that has some left', { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': '257' }, undefined],
    ['one that says nothing', {}, undefined],
    ['one that talks nonsense', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }, undefined],
  ])('of %s', (_, headers, waitMs) => {
    expect(waitAskedMs(new Map(Object.entries(headers)), now)).toBe(waitMs)
  })
})
