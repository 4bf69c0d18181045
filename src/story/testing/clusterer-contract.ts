import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../lib/instant.ts'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import type { OnlineClusterer } from '../clusterer.ts'
import type { ClusterInput, StoryChange } from '../types.ts'
import { BACKGROUND } from './background.ts'
import { clusterInput, MORNING } from './cluster-input.ts'
import { keptParts } from './kept-parts.ts'

/** How the clusterer under test is made anew, and made from a snapshot. */
export interface ClustererUnderTest {
  readonly create: () => OnlineClusterer
  readonly restore: (snapshot: Iterable<Uint8Array>) => OnlineClusterer
}

const EVENTS = [
  ['en', 'Regulator fines the operator of a data center in Leipzig over noise at night'],
  ['en', 'Robot finishes a marathon in Beijing ahead of two hundred runners'],
  ['zh-Hans', '机器人在北京完成马拉松，领先两百名选手'],
  ['ja', '北京でロボットがマラソンを完走、二百人の走者を上回る'],
  ['ko', '베이징에서 로봇이 마라톤을 완주, 주자 이백 명을 앞서'],
  ['ru', 'Робот пробежал марафон в Пекине и опередил двести бегунов'],
  ['ar', 'روبوت يكمل ماراثون بكين متقدما على مئتي عداء'],
] as const

/** Items of a few events under changing words, some days before or after the one that came first. */
const streams = fc.array(
  fc.record({
    event: fc.nat(EVENTS.length - 1),
    hours: fc.option(fc.integer({ min: -120, max: 120 }), { nil: undefined }),
    tail: fc.constantFrom('', ' again', ' 2.0', ' $40 million'),
  }),
  { minLength: 1, maxLength: 50 },
)

function inputsOf(stream: typeof streams extends fc.Arbitrary<infer S> ? S : never): readonly ClusterInput[] {
  return stream.map(({ event, hours, tail }, index) => {
    const [language, title] = EVENTS[event]!
    const item = clusterInput(index + 1, `${title}${tail}`, { language, url: undefined })
    return { ...item, at: hours === undefined ? undefined : MORNING + hours * HOUR_MS }
  })
}

function placed(clusterer: OnlineClusterer, items: readonly ClusterInput[]): readonly StoryChange[] {
  return items.flatMap((item) => clusterer.assign(item))
}

function itemIdsOf(clusterer: OnlineClusterer): readonly number[] {
  return clusterer
    .stories()
    .flatMap(({ itemIds }) => itemIds)
    .sort((a, b) => a - b)
}

/** What any clusterer must do, whatever its method. */
export function describeClusterer(name: string, { create, restore }: ClustererUnderTest): void {
  describe(`${name}, as any clusterer`, () => {
    it('decides the same of the same stream, whatever the dates and languages, and loses nothing', () => {
      fc.assert(
        fc.property(streams, (stream) => {
          const items = inputsOf(stream)
          const [first, second] = [create(), create()]
          expect(placed(first, items)).toEqual(placed(second, items))
          expect(itemIdsOf(first)).toEqual(items.map(({ id }) => id))
        }),
        { numRuns: 10 },
      )
    }, 60_000)

    it('decides the same to the last byte when it is restored again and again', () => {
      fc.assert(
        fc.property(streams, fc.integer({ min: 10, max: 40 }), (stream, batch) => {
          const items = inputsOf(stream)
          const straight = create()
          const expected = placed(straight, items)
          let stopped = create()
          const changes: StoryChange[] = []
          for (let start = 0; start < items.length; start += batch) {
            changes.push(...placed(stopped, items.slice(start, start + batch)))
            stopped = restore(keptParts(stopped.snapshot()))
          }
          expect(changes).toEqual(expected)
          expect(
            Buffer.concat(keptParts(stopped.snapshot())).equals(Buffer.concat(keptParts(straight.snapshot()))),
          ).toBe(true)
        }),
        { numRuns: 4 },
      )
    }, 90_000)

    it.each(EVENTS)('joins what is told twice where all is in one language: %s', (language, title) => {
      const clusterer = create()
      for (const [index, [headline, draft]] of BACKGROUND.entries()) {
        clusterer.assign(clusterInput(100 + index, headline, draft))
      }
      const [first, second] = placed(clusterer, [
        clusterInput(1, title, { language, hours: 5 }),
        clusterInput(2, `${title} 2026`, { language, hours: 6 }),
      ])
      expect(second).toMatchObject({ type: 'joined', storyId: first!.type === 'created' ? first!.storyId : -1 })
    })

    it('goes on after an item was taken back, and forgets a story of which all were', () => {
      const clusterer = create()
      const [opened] = clusterer.assign(clusterInput(1, EVENTS[1][1]))
      const storyId = opened!.type === 'created' ? opened!.storyId : -1
      clusterer.assign(clusterInput(2, EVENTS[1][1]))
      clusterer.withdraw(1, storyId)
      expect(clusterer.stories()).toEqual([{ storyId, itemIds: [2] }])
      clusterer.withdraw(2, storyId)
      expect(clusterer.stories()).toEqual([])
      expect(clusterer.assign(clusterInput(3, EVENTS[1][1]))[0]).toMatchObject({ type: 'created' })
    })

    it('takes a story in anew after an edit', () => {
      const clusterer = create()
      clusterer.adopt(clusterInput(1, EVENTS[1][1]), 9)
      expect(clusterer.rebase(9, [clusterInput(1, EVENTS[0][1])])).toBe(9)
      expect(clusterer.assign(clusterInput(2, EVENTS[0][1]))[0]).toMatchObject({ type: 'joined', storyId: 9 })
      expect(clusterer.assign(clusterInput(3, EVENTS[1][1]))[0]).toMatchObject({ type: 'created' })
    })

    it('leaves alone what an operator fixed', () => {
      const clusterer = create()
      for (const id of [1, 2, 3, 4]) clusterer.adopt(clusterInput(id, EVENTS[0][1]), id < 3 ? 1 : 2)
      clusterer.fix(2)
      const later = Array.from({ length: 200 }, (_, index) =>
        clusterInput(10 + index, BACKGROUND[index % BACKGROUND.length]![0], { hours: 1 }),
      )
      const gone = placed(clusterer, later).filter((change) => change.type === 'merged' && change.fromStoryId === 2)
      expect(gone).toEqual([])
      expect(clusterer.stories().find(({ storyId }) => storyId === 2)?.itemIds).toEqual([3, 4])
    })

    it.each([
      ['nothing', ''],
      ['2 MB', 'robot '.repeat(333_334)],
      ['2 MB of one character', '机'.repeat(700_000)],
    ])('reads a text of %s in bounded time', (_, text) => {
      const startedAt = cpuMs()
      const [change] = create().assign({ ...clusterInput(1, ''), title: text, text })
      expect(change).toMatchObject({ type: 'created' })
      expect(cpuMs() - startedAt).toBeLessThan(2_000)
    })

    it('puts ten thousand equal titles into one story', () => {
      const clusterer = create()
      const item = { ...clusterInput(1, EVENTS[1][1], { hours: 1 }), url: undefined }
      for (let id = 1; id <= 10_000; id++) clusterer.assign({ ...item, id })
      expect(clusterer.stories()).toHaveLength(1)
      expect(clusterer.stories()[0]!.itemIds).toHaveLength(10_000)
    }, 60_000)
  })
}
