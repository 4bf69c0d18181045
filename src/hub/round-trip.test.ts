import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceKm, floorMs } from './great-circle.ts'
import { indexRoundTrips, roundTripOf } from './round-trip.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'

const atlas = shippedAtlas()
const hub = (id: string) => atlas.hub(id)!
const point = (id: string) => atlas.markets.flatMap(({ points }) => points).find((each) => each.id === id)!

describe('the floor', () => {
  test.each([
    ['tokyo', 'seattle', 75.5],
    ['tokyo', 'san-jose', 81.7],
    ['tokyo', 'los-angeles', 86.4],
    ['hong-kong', 'shanghai', 12.0],
    ['hong-kong', 'beijing', 19.3],
    ['hong-kong', 'shenzhen', 0.3],
    ['hong-kong', 'guangzhou', 1.3],
  ])('from %s to %s is %d ms', (from, to, ms) => {
    expect(atlas.roundTrip(hub(from), point(to)).floorMs).toBeCloseTo(ms, 1)
  })
  test('is no number for no pair of positions', () => {
    const position = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(position, position, (a, b) => {
        const km = distanceKm(a, b)
        expect(km).toBeGreaterThanOrEqual(0)
        expect(km).toBeLessThan(20_020)
        expect(floorMs(km)).toBeCloseTo(floorMs(distanceKm(b, a)), 6)
      }),
    )
  })
})

describe('a round trip', () => {
  test('is the measured one where there is one, the column of one source', () => {
    const trip = atlas.roundTrip(hub('hong-kong'), hub('tokyo'))
    expect(trip).toMatchObject({ method: 'measured', ms: 48 })
    expect([trip.lo, trip.hi]).toEqual([45.599999999999994, 52.6])
  })
  test('is taken from the endpoints that stand for a place', () => {
    expect(atlas.roundTrip(hub('tokyo'), point('seattle'))).toMatchObject({ method: 'measured', ms: 100 })
    expect(atlas.roundTrip(hub('tokyo'), point('san-jose'))).toMatchObject({ method: 'measured', ms: 108 })
  })
  test('is estimated from the distance elsewhere', () => {
    const trip = atlas.roundTrip(hub('hong-kong'), point('shanghai'))
    expect(trip.method).toBe('estimated')
    expect(trip.ms).toBeCloseTo(25.5, 1)
    expect(trip.lo).toBeGreaterThan(trip.floorMs)
  })
  test('to the place itself is the least there is (V2)', () => {
    expect(atlas.roundTrip(hub('singapore'), point('singapore'))).toMatchObject({ ms: 2, lo: 2, hi: 2, floorMs: 0 })
  })
  test('falls back to the estimate without its source', () => {
    const trip = atlas.roundTrip(hub('tokyo'), point('seattle'), { source: 'azure-network' })
    expect(trip.method).toBe('estimated')
  })
})

describe('rows of several sources', () => {
  const row = (source: string, ms: number, from = 'tokyo', end = 'seoul') => ({
    ...{ from, to: end, ms, date: '2026', source },
  })

  test('the first source gives the value, all together the interval', () => {
    const rows = [row('first', 40), row('other', 50), row('first', 44), row('third', 36, 'seoul', 'tokyo')]
    const trip = roundTripOf(hub('tokyo'), atlas.hub('seoul')!, indexRoundTrips(rows))
    expect(trip).toMatchObject({ ms: 42, lo: 36, hi: 50, method: 'measured', rows })
  })

  test('of one source the newest of a pair counts: measured again, it is no mean of then and now', () => {
    const rows = [row('first', 40), { ...row('first', 60), date: '2024-04' }, { ...row('other', 44), date: '2024-04' }]
    for (const each of [rows, [...rows].reverse()]) {
      const trip = roundTripOf(hub('tokyo'), atlas.hub('seoul')!, indexRoundTrips(each))
      expect(trip.rows.map(({ ms }) => ms).sort()).toEqual([40, 44])
      expect(trip.ms).toBe(trip.rows[0]!.ms)
    }
  })

  test('one source alone leaves a twentieth either way', () => {
    const { lo, hi } = roundTripOf(hub('tokyo'), atlas.hub('seoul')!, indexRoundTrips([row('only', 40)]))
    expect([lo, hi]).toEqual([38, 42])
  })

  test('a source or the measurements can be left out', () => {
    const index = indexRoundTrips([row('first', 40), row('other', 50)])
    expect(roundTripOf(hub('tokyo'), atlas.hub('seoul')!, index, { source: 'first' }).ms).toBe(50)
    expect(roundTripOf(hub('tokyo'), atlas.hub('seoul')!, index, { methods: ['measured'] })).toMatchObject({
      method: 'estimated',
      rows: [],
    })
  })
})
