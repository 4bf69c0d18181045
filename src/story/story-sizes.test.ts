import { describe, expect, it } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { createClusterer } from './clusterer.ts'
import { askedOf } from './story-sizes.ts'
import { clusterInput } from './testing/cluster-input.ts'

describe('askedOf', () => {
  const settings = clusterSettings({ largeStories: 6, leastAsked: 0.6 })

  it.each([1, 4.3, 6])('asks as the settings say where stories are of %d items', (size) => {
    expect(askedOf(settings, size)).toBe(settings)
  })

  it.each([
    [8, 6 / 8],
    [9, 6 / 9],
    [60, 0.6],
  ])('asks less where stories are of %d items, of look-alikes the same', (size, factor) => {
    const asked = askedOf(settings, size)
    expect(asked.joinLevel).toBeCloseTo(settings.joinLevel * factor)
    expect(asked.mergeLevel).toBeCloseTo(settings.mergeLevel * factor)
    expect(asked.mergeShare).toBeCloseTo(settings.mergeShare * factor)
    expect(asked.foreignMergeShare).toBeCloseTo(settings.foreignMergeShare * factor)
    expect(asked.lookalikeLoss).toBe(settings.lookalikeLoss)
  })
})

describe('A clusterer in a stream of large stories', () => {
  const events = [
    'Striking dockers close the harbour of Rotterdam',
    'Volcano on Reykjanes sends lava towards Grindavik',
    'Parliament in Nairobi debates the fuel levy',
  ]
  const placed = (perEvent: number) => {
    const clusterer = createClusterer({ settings: { mergeEveryItems: 5 } })
    let id = 0
    for (const event of events)
      for (let left = perEvent; left > 0; left--) clusterer.assign(clusterInput(++id, `${event}, report ${left}`))
    const [change] = clusterer.assign(clusterInput(++id, 'Ferries avoid a port in Holland'))
    return change!
  }

  it('asks less of the next item than in one of small stories, and the receipt says how much', () => {
    expect(placed(3)).toMatchObject({ receipt: { threshold: 0.16 } })
    expect(placed(30)).toMatchObject({ receipt: { threshold: expect.closeTo(0.1119, 4) } })
  })
})
