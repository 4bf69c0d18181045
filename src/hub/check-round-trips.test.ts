import { describe, expect, test } from 'vitest'
import { checkRoundTrips, ImpossibleRoundTripError, type MeasuredPair } from './check-round-trips.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'
import type { Position } from './types.ts'

const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  'Australia Central': [-35.3075, 149.1244],
  'Australia East': [-33.86, 151.2094],
  'Central US': [41.5908, -93.6208],
  'East Asia': [22.267, 114.188],
  'East US': [37.3719, -79.8164],
  'Japan East': [35.68, 139.77],
  'Japan West': [34.6939, 135.5022],
  'North Central US': [41.8819, -87.6278],
  'South Central US': [29.4167, -98.5],
  'Southeast Asia': [1.283, 103.833],
  'West Central US': [40.89, -110.234],
}
const COLUMNS = ['North Central US', 'Central US', 'South Central US', 'West Central US']
const NONE = undefined

function positionOf(id: string): Position | undefined {
  const place = PLACES[id]
  return place && { lat: place[0], lng: place[1] }
}

function pairs(table: Readonly<Record<string, readonly (number | undefined)[]>>): MeasuredPair[] {
  return Object.entries(table).flatMap(([from, row]) =>
    row.flatMap((ms, index) => (ms === undefined ? [] : [{ from, to: COLUMNS[index]!, ms }])),
  )
}

// Azure's page of 2024-04, tab "West US" as published then: the columns had been mixed up.
const SCRAMBLED = pairs({
  'Australia Central': [26, 26, 49, 45],
  'Australia East': [27, 17, 25, NONE],
  'Central US': [116, 125, 128, 139],
  'East Asia': [150, 143, 134, 129],
  'East US': [184, 176, 173, 163],
  'Japan East': [102, 109, 114, 126],
  'Japan West': [34, 26, NONE, 25],
  'Southeast Asia': [94, 98, 110, 117],
})
const SOUND = pairs({
  'Australia Central': [190, 177, 165, 163],
  'Australia East': [184, 176, 173, 163],
  'Central US': [10, NONE, 27, 17],
  'East Asia': [187, 179, 170, 166],
  'East US': [22, 30, 36, 46],
  'Japan East': [143, 136, 127, 122],
  'Japan West': [150, 143, 134, 129],
  'Southeast Asia': [207, 199, 198, 185],
})

describe('V1: a table of round trips', () => {
  test('with mixed-up columns is refused, the impossible pairs named', () => {
    let refused: unknown
    try {
      checkRoundTrips(SCRAMBLED, positionOf)
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(ImpossibleRoundTripError)
    const { pairs: impossible, checked, message } = refused as ImpossibleRoundTripError
    expect([impossible.length, checked]).toEqual([14, 30])
    expect(message).toMatch(/^14 of 30 round trips are faster than light in fibre: .*Japan West–North Central US 34 ms/)
  })
  test('that is sound is accepted', () => {
    expect(checkRoundTrips(SOUND, positionOf)).toBe(31)
  })
  test('that ships is sound', () => {
    const atlas = shippedAtlas()
    const at = (id: string) => atlas.hub(id) ?? atlas.endpoint(id)
    expect(checkRoundTrips(atlas.roundTrips, at)).toBe(58)
  })
  test('is not judged by places that nobody knows', () => {
    expect(checkRoundTrips([{ from: 'Atlantis', to: 'East US', ms: 1 }], positionOf)).toBe(0)
  })
})
