import { expect, test } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { greatestListFactor, listFactor } from './list-factor.ts'
import type { OpenItem } from './open-item.ts'
import { openStory } from './open-story.ts'
import { openItem } from './testing/open-item.ts'

const settings = clusterSettings()

function item(arrival: number, list: number, isRemark = false): OpenItem {
  return openItem({ id: arrival, arrival, list, isRemark })
}

test.each([
  ['another list', item(1, 7), item(2, 8, true), 1],
  ['no list', item(1, 0), item(2, 0, true), 1],
  ['the same list, further on', item(1, 7), item(3, 7), settings.sameList],
  ['a remark further on', item(1, 7), item(3, 7, true), settings.sameList],
  ['the same list, at once', item(1, 7), item(2, 7), 1],
  ['a remark at once', item(1, 7), item(2, 7, true), settings.remarkInList],
])('%s', (_, member, next, factor) => {
  expect(listFactor(openStory(1, member, false), next, settings)).toBe(factor)
  expect(greatestListFactor(next, settings)).toBeGreaterThanOrEqual(factor)
})
