import { expect, test } from 'vitest'
import { dateEnd, isStale, newestDatum, staleObservations } from './freshness.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'

test.each([
  ['2025', '2026-01-01'],
  ['2025-12', '2026-01-01'],
  ['2024-02', '2024-03-01'],
  ['2024-02-29', '2024-03-01'],
])('%s ends where %s begins', (date, next) => {
  expect(dateEnd(date)).toBe(Date.parse(next))
})

test('a value is stale after the days that its indicator keeps', () => {
  const now = Date.UTC(2026, 10, 25)
  expect(isStale({ date: '2024-04' }, 540, now)).toBe(true)
  expect(isStale({ date: '2025' }, 730, now)).toBe(false)
  expect(isStale({ date: '2032' }, 1, now)).toBe(false)
})

test('all that is stale is listed, oldest first', () => {
  const stale = staleObservations(shippedAtlas(), Date.UTC(2026, 10, 25))
  expect(stale.map(({ hub, indicator }) => `${hub} ${indicator}`)).toContain('tokyo smart-city')
  expect(stale.map(({ date }) => dateEnd(date))).toEqual(stale.map(({ date }) => dateEnd(date)).sort((a, b) => a - b))
})

test('the newest datum is a day of a value that is no forecast', () => {
  const atlas = shippedAtlas()
  const days = atlas.hubs.flatMap(({ id }) =>
    atlas.indicators.flatMap((each) => atlas.observations(id, each.id).map(({ date, method }) => ({ date, method }))),
  )
  const newest = newestDatum(atlas)
  expect(days.some(({ date, method }) => method !== 'forecast' && Date.parse(date) === newest)).toBe(true)
  expect(days.filter(({ date, method }) => method !== 'forecast' && Date.parse(date) > newest)).toEqual([])
  expect(days.some(({ date }) => Date.parse(date) > newest)).toBe(true)
  expect(newestDatum({ ...atlas, hubs: [] })).toBe(0)
})
