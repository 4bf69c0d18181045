import { describe, expect, it } from 'vitest'
import { createClusterer, type OnlineClusterer, restoreClusterer } from './clusterer.ts'
import { clusterInput } from './testing/cluster-input.ts'
import { keptParts } from './testing/kept-parts.ts'
import type { ClusterInput, StoryChange } from './types.ts'

const SETTINGS = { mergeEveryItems: 5, lateItems: 10 }
const EVENTS = [
  'Striking dockers close the harbour of Rotterdam',
  'Volcano on Reykjanes sends lava towards Grindavik',
  'Parliament in Nairobi debates the fuel levy',
]
const LONE = 200
const lone = clusterInput(LONE, 'Talks on pay fail, Rotterdam mayor asks dockers for a truce', { hours: 1 })
const told = (perEvent: number, from = 0) =>
  EVENTS.flatMap((event, place) =>
    Array.from({ length: perEvent }, (_, index) =>
      clusterInput(from + place * perEvent + index + 1, `${event}, report ${index}`, { hours: 1 }),
    ),
  )
/** What comes after it, of the events told before. */
const later = told(5, 300)

const run = (items: readonly ClusterInput[], clusterer: OnlineClusterer = createClusterer({ settings: SETTINGS })) =>
  items.flatMap((item) => clusterer.assign(item))
const merges = (changes: readonly StoryChange[]) => changes.filter(({ type }) => type === 'merged')

/** After items of the events told before, and what follows. */
function lateMerges({ perEvent = 30, settings = SETTINGS, item = lone, isFixed = false } = {}) {
  const clusterer = createClusterer({ settings })
  run(told(perEvent), clusterer)
  const [placed] = clusterer.assign(item)
  if (isFixed) clusterer.fix(placed!.storyId)
  return { placed: placed!, late: merges(run(later, clusterer)) }
}

describe('An item that stayed alone', () => {
  it('goes to a story that has grown, and the receipt says how little was asked', () => {
    const { placed, late } = lateMerges()
    expect(placed).toMatchObject({ type: 'created', receipt: { threshold: expect.closeTo(0.1119, 4) } })
    expect(late).toMatchObject([{ storyId: 1, fromStoryId: placed.storyId }])
    const { rule, score, threshold, sharedTerms } = late[0]!.receipt
    expect({ rule, threshold, sharedTerms }).toEqual({
      rule: 'merge',
      threshold: expect.closeTo(0.112 * 0.7 ** 2, 3),
      sharedTerms: ['Rotterdam', 'dockers'],
    })
    expect(score).toBeGreaterThan(threshold)
    expect(score).toBeLessThan(placed.receipt.threshold)
  })

  it.each([
    ['where stories are small', { perEvent: 3 }],
    ['where an operator fixed it', { isFixed: true }],
    ['if it is a digest', { item: { ...lone, form: 'digest' } as const }],
    ['if it has too little in common', { settings: { ...SETTINGS, latePower: 0 } }],
    ['days later', { item: { ...lone, at: lone.at! + 100 * 3_600_000 } }],
    ['where this is turned off', { settings: { ...SETTINGS, lateItems: 0 } }],
    ['before so many items came', { settings: { ...SETTINGS, lateItems: 20 } }],
  ])('does not %s', (_, given) => {
    expect(lateMerges(given).late).toEqual([])
  })

  it('is asked about once', () => {
    const clusterer = createClusterer({ settings: SETTINGS })
    const days = { ...lone, at: lone.at! + 100 * 3_600_000 }
    run([...told(30), days, ...later], clusterer)
    // Were it asked again, the story would be near enough in time by now.
    const nearer = told(5, 400).map((item) => ({ ...item, at: days.at }))
    expect(merges(run(nearer, clusterer))).toEqual([])
  })

  it('is not asked about where it was merged while it waited', () => {
    const clusterer = createClusterer({ settings: SETTINGS })
    const trams = 'Tram drivers in Lyon walk out over new rosters'
    const others = [1, 2, 3].map((id) => clusterInput(400 + id, `${trams}, report ${id}`, { hours: 1 }))
    run([...told(30), ...others], clusterer)
    const [{ storyId }] = clusterer.assign(lone) as [StoryChange]
    // A look at which it waits.
    run(told(1, 500).slice(0, 1), clusterer)
    // What points to the trams tells of the lone item: the two are merged as it comes to be asked about.
    const posts = Array.from({ length: 12 }, (_, place) =>
      clusterInput(600 + place, lone.title, { form: 'post', pointsTo: others[0]!.url, fingerprint: [], hours: 1 }),
    )
    const merged = merges(run(posts, clusterer))
    expect(merged.filter((change) => change.type === 'merged' && change.fromStoryId === storyId)).toHaveLength(1)
    const itemIds = clusterer.stories().flatMap((story) => story.itemIds)
    expect(itemIds).toHaveLength(new Set(itemIds).size)
  })

  it('goes there as well after a restart, whenever that was', () => {
    const items = [...told(30), lone, ...later]
    const changes = run(items)
    for (const at of [85, 90, 91, 96, 99, 100, 104]) {
      const first = createClusterer({ settings: SETTINGS })
      const before = run(items.slice(0, at), first)
      const second = restoreClusterer(keptParts(first.snapshot()), { settings: SETTINGS })
      expect([...before, ...run(items.slice(at), second)]).toEqual(changes)
    }
  })
})
