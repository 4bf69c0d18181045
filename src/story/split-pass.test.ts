import { describe, expect, it } from 'vitest'
import { createClusterer, type OnlineClusterer, restoreClusterer } from './clusterer.ts'
import { Grouping } from './grouping.ts'
import { BACKGROUND } from './testing/background.ts'
import { clusterInput } from './testing/cluster-input.ts'
import { keptParts } from './testing/kept-parts.ts'
import type { StoryChange } from './types.ts'

const SETTINGS = { mergeEveryItems: 5 }

/** Two arrests of two people. */
const HARLOW = [
  'Police arrest footballer Harlow after crash in Leeds',
  'Footballer Harlow arrested by police after Leeds car crash',
  'Harlow arrested: footballer held over crash in Leeds',
  'Leeds crash: police arrest footballer Harlow on suspicion of drink driving',
]
const OKAFOR = [
  'Singer Okafor held in Lagos over an unpaid hotel bill',
  'Lagos hotel bill: police hold singer Okafor',
  'Okafor, singer, held by Lagos police after hotel complaint',
]
const OPEN_STORY = 500

/** A clusterer that was mistaken: both arrests stand in story 500. */
function mixedUp(mergeEveryItems = SETTINGS.mergeEveryItems): OnlineClusterer {
  const clusterer = withBackground(mergeEveryItems)
  adopt(clusterer, [...HARLOW, ...OKAFOR], 1)
  return clusterer
}

function withBackground(mergeEveryItems: number): OnlineClusterer {
  const clusterer = createClusterer({ settings: { mergeEveryItems } })
  for (const [index, [title, draft]] of BACKGROUND.entries()) {
    clusterer.adopt(clusterInput(1_000 + index, title, draft), 1 + index)
  }
  return clusterer
}

/** Puts items into story 500, numbered from the first. */
function adopt(clusterer: OnlineClusterer, titles: readonly string[], firstId: number): void {
  for (const [index, title] of titles.entries()) {
    clusterer.adopt(clusterInput(firstId + index, title, { hours: 5 }), OPEN_STORY)
  }
}

/** Lets time for re-examination pass: items that have nothing to do with it. */
function pass(clusterer: OnlineClusterer): readonly StoryChange[] {
  return [1, 2, 3, 4, 5].flatMap((index) =>
    clusterer.assign(
      clusterInput(2_000 + index, `Quarterly shipping index ${index * 7_919} rises in port ${index}`, { hours: 6 }),
    ),
  )
}

function splitsOf(changes: readonly StoryChange[]) {
  return changes.filter((change) => change.type === 'split')
}

describe('a story that holds two events', () => {
  it('is split: the larger part keeps the number, the receipt names what tells the smaller apart', () => {
    const clusterer = mixedUp()
    const [split, ...more] = splitsOf(pass(clusterer))
    expect(more).toEqual([])
    expect(split).toMatchObject({ fromStoryId: OPEN_STORY, itemIds: [5, 6, 7], receipt: { rule: 'split' } })
    expect(split!.receipt.score).toBeLessThan(split!.receipt.threshold)
    expect(split!.receipt.sharedTerms).toContain('Okafor')
    expect(split!.receipt.sharedTerms).not.toContain('Harlow')
    const itemsOf = (id: number) => clusterer.stories().find(({ storyId }) => storyId === id)?.itemIds
    expect(itemsOf(OPEN_STORY)).toEqual([1, 2, 3, 4])
    expect(itemsOf(split!.storyId)).toEqual([5, 6, 7])
  })

  it('stays split, and each part goes on drawing its own items, by words and by links', () => {
    const clusterer = mixedUp()
    const [split] = splitsOf(pass(clusterer))
    const later = [
      clusterInput(11, 'Footballer Harlow released after Leeds crash arrest', { hours: 7 }),
      clusterInput(12, 'Singer Okafor released after Lagos crash arrest', { hours: 7 }),
      clusterInput(13, 'Wow', { hours: 7, form: 'post', pointsTo: 'https://publisher-6.example/6' }),
    ].map((item) => clusterer.assign(item)[0]!.storyId)
    expect(later).toEqual([OPEN_STORY, split!.storyId, split!.storyId])
    expect(splitsOf(pass(clusterer))).toEqual([])
  })

  it('is split when the next item joins it, long before all stories are looked at', () => {
    const clusterer = mixedUp(5_000)
    const title = 'Lagos police free singer Okafor after hotel bill is paid'
    const [joined, split, ...more] = clusterer.assign(clusterInput(8, title, { hours: 6 }))
    expect(joined).toMatchObject({ type: 'joined', storyId: OPEN_STORY })
    expect(split).toMatchObject({ type: 'split', fromStoryId: OPEN_STORY, itemIds: [5, 6, 7, 8] })
    expect(more).toEqual([])
  })

  it('leaves an echo with what it points to, whatever it says', () => {
    const clusterer = mixedUp()
    for (const [index, at] of [1, 1, 5].entries()) {
      const post = { hours: 5, form: 'post', pointsTo: `https://publisher-${at}.example/${at}` } as const
      clusterer.adopt(clusterInput(20 + index, 'Abuja stands with Nollywood', post), OPEN_STORY)
    }
    const [split] = splitsOf(pass(clusterer))
    expect(split!.itemIds).toEqual([5, 6, 7, 22])
  })

  it('is left as it is if an operator fixed it', () => {
    const clusterer = mixedUp()
    clusterer.fix(OPEN_STORY)
    expect(splitsOf(pass(clusterer))).toEqual([])
  })

  it('is split though it was looked at while it held one', () => {
    const clusterer = withBackground(SETTINGS.mergeEveryItems)
    adopt(clusterer, HARLOW, 1)
    expect(splitsOf(pass(clusterer))).toEqual([])
    adopt(clusterer, OKAFOR, 11)
    expect(splitsOf(pass(clusterer))).toMatchObject([{ fromStoryId: OPEN_STORY, itemIds: [11, 12, 13] }])
  })

  it('is split the same after a restart in between', () => {
    const straight = mixedUp()
    const restarted = restoreClusterer(keptParts(mixedUp().snapshot()), { settings: SETTINGS })
    expect(pass(restarted)).toEqual(pass(straight))
    const again = restoreClusterer(keptParts(restarted.snapshot()), { settings: SETTINGS })
    expect(Buffer.concat(keptParts(again.snapshot())).equals(Buffer.concat(keptParts(straight.snapshot())))).toBe(true)
  })

  it('is followed by a grouping', () => {
    const clusterer = mixedUp()
    const grouping = new Grouping()
    const changes = pass(clusterer)
    const [split] = splitsOf(changes)
    grouping.note(changes)
    expect(grouping.storyOf(6)).toBe(split!.storyId)
  })
})

it('does not split one event told by other names in two languages', () => {
  const clusterer = createClusterer({ settings: SETTINGS })
  const titles = [
    ['en', 'Police arrest footballer Harlow after crash in Leeds'],
    ['en', 'Footballer Harlow arrested by police after Leeds car crash'],
    ['ja', 'リーズの事故でハーロウ選手を警察が逮捕'],
    ['ja', 'ハーロウ選手逮捕、リーズで車の事故'],
  ] as const
  for (const [index, [language, title]] of titles.entries()) {
    clusterer.adopt(clusterInput(index + 1, title, { language, hours: 5 }), OPEN_STORY)
  }
  expect(splitsOf(pass(clusterer))).toEqual([])
})
