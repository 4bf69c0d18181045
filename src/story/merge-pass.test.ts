import { describe, expect, it } from 'vitest'
import type { ClusterSettings } from './cluster-settings.ts'
import { createClusterer } from './clusterer.ts'
import { clusterInput } from './testing/cluster-input.ts'

const [OPENED, HELD] = [
  'Ceremony opens games in Lisbon stadium before empty seats',
  'Lisbon stadium games ceremony leaves sponsors grumbling over seats',
]

/** Numbers of the stories that are left of two, whose items came at these hours. */
function storiesOf(first: readonly number[], second: readonly number[], settings: Partial<ClusterSettings> = {}) {
  const told = [
    ...first.map((hours) => ({ title: OPENED, hours })),
    ...second.map((hours) => ({ title: HELD, hours })),
  ].sort((a, b) => a.hours - b.hours)
  // Nothing joins for its words alone, but what is the same; merges come with the last item, unless settings say otherwise.
  const last = { mergeEveryItems: told.length, promptMerge: 1_000 }
  const clusterer = createClusterer({ settings: { ...last, joinLevel: 0.8, ...settings } })
  for (const [place, { title, hours }] of told.entries()) clusterer.assign(clusterInput(place + 1, title, { hours }))
  return clusterer.stories().map(({ itemIds }) => itemIds.length)
}

describe('Two stories that share words, whose spans touch', () => {
  const early = [0, 1, 2, 3, 4, 44]
  const late = [0.5, 40, 41, 42, 43, 45]
  const asked = { mergeLevel: 0.05, mergeShare: 0.1 }

  it('are merged where their items came side by side, not where most came days apart', () => {
    expect(
      storiesOf(
        early,
        early.map((hours) => hours + 0.25),
        asked,
      ),
    ).toEqual([12])
    expect(storiesOf(early, late, asked)).toEqual([6, 6])
  })

  it('are merged before the next pass where they clearly say the same', () => {
    const rare = { ...asked, mergeEveryItems: 1_000 }
    const side = early.map((hours) => hours + 0.25)
    expect(storiesOf(early, side, rare)).toEqual([6, 6])
    expect(storiesOf(early, side, { ...rare, promptMerge: 1 })).toEqual([12])
  })

  it('are merged whenever they came where that is not asked', () => {
    expect(storiesOf(early, late, { ...asked, sideLoss: 0, sideGain: 1 })).toEqual([12])
  })
})
