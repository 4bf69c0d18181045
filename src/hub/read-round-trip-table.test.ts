import { expect, test } from 'vitest'
import { ImpossibleRoundTripError } from './check-round-trips.ts'
import { RoundTripTableError, readRoundTripTable } from './read-round-trip-table.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'

const atlas = shippedAtlas()

test('reads a matrix, by region names of a cloud', () => {
  const { pairs, unknown } = readRoundTripTable('source,japan_east,moon_base\nEast Asia,48,9\nWest US,108,\n', atlas)
  expect(pairs).toEqual([
    { from: 'hong-kong', to: 'tokyo', ms: 48 },
    { from: 'us-west', to: 'tokyo', ms: 108 },
  ])
  expect(unknown).toEqual(['moon_base'])
})

test('refuses one that is faster than light, with the pair named', () => {
  expect(() => readRoundTripTable('source,central_us\nJapan West,26\n', atlas)).toThrow(ImpossibleRoundTripError)
  expect(() => readRoundTripTable('source,central_us\nJapan West,26\n', atlas)).toThrow(
    /osaka–central-us 26 ms, floor \d/,
  )
})

test.each(['', 'source', 'source,japan_east\nWest US,fast\n', '"'])('refuses %j as no table', (csv) => {
  expect(() => readRoundTripTable(csv, atlas)).toThrow(RoundTripTableError)
})
