import { expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { readSince } from './read-since.ts'

const TODAY = 20_000
const now = TODAY * DAY_MS + 1_000
const first = 19_900 * DAY_MS + 500
const days = (...back: number[]) => back.map((each) => TODAY - each).sort()

test.each<[string, number[], number | undefined]>([
  ['every day', days(0, 1, 2, 3, 4, 5, 6, 7, 8), first],
  ['every day but today, which has just begun', days(1, 2, 3, 4, 5, 6, 7, 8), first],
  ['a month off: from the end of today', days(30, 31), (TODAY + 1) * DAY_MS],
  ['back for three days', days(0, 1, 2, 30), (TODAY - 1) * DAY_MS],
  ['a day missed longer than a week ago', days(0, 1, 2, 3, 4, 5, 6, 7, 8, 10), first],
  ['nobody kept the days', [], first],
])('read %s', (_, polled, since) => {
  expect(readSince(polled, first, now)).toBe(since)
})

test('days before the first story are not missed', () => {
  const yesterday = (TODAY - 1) * DAY_MS + 9
  expect(readSince(days(0, 1), yesterday, now)).toBe(yesterday)
  expect(readSince(days(0), undefined, now)).toBeUndefined()
})
