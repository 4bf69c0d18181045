import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { clusterSettings } from './cluster-settings.ts'
import type { OpenStory } from './open-story.ts'
import { foreignSideFactor, sideFactor, usualNearness } from './side-by-side.ts'
import { openItem } from './testing/open-item.ts'

const SETTINGS = clusterSettings({
  sideHours: 12,
  sideLoss: 0.5,
  sideGain: 1.5,
  foreignSide: 1,
  windowHours: 72,
})
const START = Date.UTC(2026, 3, 1)

/** A story whose items came at these hours; undefined: without a date. */
function story(hours: readonly (number | undefined)[], isClosed = false): Pick<OpenStory, 'members' | 'isClosed'> {
  const members = hours.map((hour) => openItem(hour === undefined ? {} : { at: START + hour * HOUR_MS }))
  return { members, isClosed }
}

function pair(hour: number): Pick<OpenStory, 'members' | 'isClosed'> {
  return story([hour - 1, hour + 1])
}

const hours = fc.double({ min: 0, max: 2_000, noNaN: true })

describe('sideFactor', () => {
  it.each([
    ['lone items', story([0]), story([0, 0, 0]), 1],
    ['without dates', story([undefined, undefined]), pair(5), 1],
    ['at one time', story([0, 4, 8, 12, 16]), story([2, 8, 8, 8, 14]), 1.5 ** 0.5],
    ['a day apart', pair(0), pair(24), (1.5 / Math.E) ** 0.2],
  ])('of two stories %s', (_, a, b, expected) => {
    expect(sideFactor(a, b, SETTINGS)).toBeCloseTo(expected)
    expect(sideFactor(b, a, SETTINGS)).toBeCloseTo(expected)
  })

  it('leaves out items without a date', () => {
    expect(sideFactor(story([0, undefined, 24]), story([12, 12, 12]), SETTINGS)).toBeCloseTo(1.5 ** (1 / 3))
  })

  it('falls with the hours between, and is at most the gain', () => {
    const times = fc.array(hours, { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(times, times, fc.double({ min: 1, max: 500, noNaN: true }), (a, b, later) => {
        const [first, second] = [Math.max(...a), Math.min(...b)]
        const after = b.map((hour) => hour - second + first)
        const factor = sideFactor(story(a), story(after), SETTINGS)
        expect(factor).toBeGreaterThan(0)
        expect(factor).toBeLessThanOrEqual(SETTINGS.sideGain)
        expect(sideFactor(story(a), story(after.map((hour) => hour + later)), SETTINGS)).toBeLessThan(factor)
      }),
    )
  })
})

/** Moments so many hours from the start, ascending. */
function moments(hours: readonly number[]): Float64Array {
  return Float64Array.from(hours, (hour) => START + hour * HOUR_MS).sort()
}

describe('usualNearness', () => {
  it('is 1 where there are no two stories', () => {
    expect(usualNearness(moments([]), SETTINGS)).toBe(1)
    expect(usualNearness(moments([0]), SETTINGS)).toBe(1)
  })

  it('is near 1 where all is of one hour, and falls as stories spread', () => {
    const spread = (step: number) => usualNearness(moments(Array.from({ length: 40 }, (_, at) => at * step)), SETTINGS)
    expect(spread(0)).toBe(1)
    expect(spread(0.1)).toBeGreaterThan(0.8)
    expect(spread(1)).toBeGreaterThan(spread(1.5))
    expect(spread(1.5)).toBeLessThan(0.45)
  })

  it('is the mean over the pairs within the window', () => {
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 40 }), (times) => {
        let [sum, pairs] = [10, 10]
        for (const [place, a] of times.entries()) {
          for (const b of times.slice(place + 1)) {
            if (Math.abs(a - b) > 72) continue
            sum += Math.exp(-Math.abs(a - b) / 12)
            pairs++
          }
        }
        expect(usualNearness(moments(times), SETTINGS)).toBeCloseTo(sum / pairs, 3)
      }),
    )
  })
})

describe('foreignSideFactor', () => {
  it('says nothing where all is at one time, and much where little is', () => {
    const [a, b] = [pair(0), pair(0)]
    expect(foreignSideFactor(a, b, 1, SETTINGS)).toBe(1)
    expect(foreignSideFactor(a, b, 0.25, SETTINGS)).toBeCloseTo(4 ** (1 / 3))
    expect(foreignSideFactor(a, pair(48), 0.25, SETTINGS)).toBeLessThan(0.5)
    expect(foreignSideFactor(story([0]), b, 0.25, SETTINGS)).toBe(1)
    expect(foreignSideFactor(a, story([undefined, undefined]), 0.25, SETTINGS)).toBe(1)
  })
})
