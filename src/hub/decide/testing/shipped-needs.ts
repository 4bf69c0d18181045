import fc from 'fast-check'
import { shippedAtlas } from '../../testing/shipped-atlas.ts'

/** What needs can be made of with the shipped hub data. */
export const atlas = shippedAtlas()
export const cities = atlas.hubs.filter(({ isRegion }) => !isRegion).map(({ id }) => id)
export const criteria = atlas.indicators.filter(({ isCriterion }) => isCriterion).map(({ id }) => id)
/** Criteria that need no market. */
export const plain = criteria.filter((id) => id !== 'latency')
export const markets = atlas.markets.map(({ id }) => id)
export const weight = fc.double({ min: 0.01, max: 10, noNaN: true })
