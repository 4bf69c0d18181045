import { expect, test } from 'vitest'
import { unitRank } from './facet-units.ts'

test.each([
  ['infrastructure.energy', 'CNY/kWh', 0],
  ['infrastructure.energy', 'HK¢/kWh', 0],
  ['infrastructure.energy', 'g/kWh', 1],
  ['infrastructure.energy', 'PUE', 2],
  ['infrastructure.energy', 'USD', 6],
  ['infrastructure.network-latency', 'ms', 0],
  ['infrastructure.network-latency', 'PUE', undefined],
  ['policy.funding-strategy', 'HKD', 0],
  // A facet without units of its own takes money and shares.
  ['policy.regulation', 'EUR', 0],
  ['policy.regulation', '%', 1],
  ['policy.regulation', 'MW', undefined],
])('%s in %s has rank %s', (facet, unit, rank) => {
  expect(unitRank(facet, unit)).toBe(rank)
})
