import { expect, test } from 'vitest'
import { indexRoundTrips, roundTripOf } from './round-trip.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'

const atlas = shippedAtlas()
const [hub, to] = [atlas.hub('tokyo')!, atlas.hub('seoul')!]
const row = (source: string, ms: number, from = 'tokyo', end = 'seoul') => ({
  ...{ from, to: end, ms, date: '2026', source },
})

test('the first source gives the value, all together the interval', () => {
  const rows = [row('first', 40), row('other', 50), row('first', 44), row('third', 36, 'seoul', 'tokyo')]
  const trip = roundTripOf(hub, to, indexRoundTrips(rows))
  expect(trip).toMatchObject({ ms: 42, lo: 36, hi: 50, method: 'measured', rows })
})

test('one source alone leaves a twentieth either way', () => {
  const { lo, hi } = roundTripOf(hub, to, indexRoundTrips([row('only', 40)]))
  expect([lo, hi]).toEqual([38, 42])
})

test('a source or the measurements can be left out', () => {
  const index = indexRoundTrips([row('first', 40), row('other', 50)])
  expect(roundTripOf(hub, to, index, { source: 'first' }).ms).toBe(50)
  expect(roundTripOf(hub, to, index, { methods: ['measured'] })).toMatchObject({ method: 'estimated', rows: [] })
})
