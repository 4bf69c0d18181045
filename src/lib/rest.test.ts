import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, SECOND_MS } from './instant.ts'
import { lasts } from './rest.ts'

const NOW = Date.UTC(2026, 10, 29)

test.each([
  ['no rest', undefined, false],
  ['one that began just now', { since: NOW, until: NOW + HOUR_MS }, true],
  ['one that ends now', { since: NOW - HOUR_MS, until: NOW }, false],
  ['one that is over', { since: NOW - DAY_MS, until: NOW - HOUR_MS }, false],
  ['one from a clock that was set back by a second', { since: NOW + SECOND_MS, until: NOW + HOUR_MS }, true],
  ['one from a clock that ran an hour ahead', { since: NOW + HOUR_MS, until: NOW + 2 * HOUR_MS }, false],
  ['one from a clock that ran years ahead', { since: NOW + 2_000 * DAY_MS, until: NOW + 2_001 * DAY_MS }, false],
  ['one without a beginning', { since: Number.NEGATIVE_INFINITY, until: NOW + HOUR_MS }, true],
])('%s', (_, rest, isLasting) => expect(lasts(rest, NOW)).toBe(isLasting))
