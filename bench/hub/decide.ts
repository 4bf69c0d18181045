import { decide } from '../../src/hub/decide/decide.ts'
import { readNeeds } from '../../src/hub/decide/needs.ts'
import { loadAtlas } from '../../src/run/atlas-files.ts'

const RUNS = 15

/** A decision over all hubs with every criterion, three markets, a split and 4,000 draws: milliseconds of CPU, the middle of 15. */
export function benchDecide(): { msOfCpu: number; hubs: number } {
  const atlas = loadAtlas()
  const needs = readNeeds(
    {
      markets: ['mainland-china', 'asean', 'north-america-west'].map((market) => ({ market, weight: 1 })),
      operator: { mainlandEntity: true },
      split: {},
      hubs: atlas.hubs.map(({ id }) => id),
      criteria: atlas.indicators.filter(({ isCriterion }) => isCriterion).map(({ id }) => ({ id })),
    },
    atlas,
  )
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage()
    decide(needs, atlas)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return { msOfCpu: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!, hubs: atlas.hubs.length }
}
