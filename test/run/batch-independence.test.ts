import { beforeAll, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openDesk, publishFeedsUpTo } from '../fixtures/demo-day.ts'

const STEP_MINUTES = 120

/** How a stream is worked off: revisions in a batch, and after how many batches the program is stopped or killed and started again. */
interface Way {
  readonly limit: number
  readonly restart?: { readonly after: number; readonly how: 'stopped' | 'killed' }
}

let beat: Beat
let whole: Awaited<ReturnType<typeof told>>
beforeAll(async () => {
  beat = loadBeat()
  whole = await told({ limit: 10_000 })
}, 120_000)

/**
 * The demo's day with its edits, stored as one stream and told in one way. A story's revision is left out: it counts what happened on the
 * way, and a story that is told more often has changed more often. So are what it continues and what continues it, which are looked for among
 * the stories as they were last told (docs/architecture.md, "Determinism").
 */
async function told({ limit, restart }: Way) {
  const store = await openStore({ file: ':memory:' })
  for (let minute = STEP_MINUTES; minute <= DAY_MINUTES; minute += STEP_MINUTES) {
    await publishFeedsUpTo(minute, store, beat)
  }
  let desk: Desk = await openDesk(store, beat)
  for (let batches = 1; (await desk.workOff(limit)) === limit; batches++) {
    if (restart === undefined || batches % restart.after > 0) continue
    if (restart.how === 'stopped') await desk.close()
    desk = await openDesk(store, beat)
  }
  const stories = new Map<number, object>()
  for await (const each of store.storiesSince(0)) {
    const { revision: _counted, previously: _asLastTold, next: _otherEnd, ...story } = each
    stories.set(story.id, story)
  }
  const members = await store.membersSince(0)
  await store.close()
  return { stories, members }
}

test('the stream has stories of many items, in several languages', () => {
  expect(whole.stories.size).toBeGreaterThan(100)
  expect(whole.members.length).toBeGreaterThan(1.5 * whole.stories.size)
})

test.each<[string, Way]>([
  ['one by one', { limit: 1 }],
  ['by sevens', { limit: 7 }],
  ['by the hundred', { limit: 100 }],
  ['by the hundred, stopped after each', { limit: 100, restart: { after: 1, how: 'stopped' } }],
  ['by sevens, killed after every fifth', { limit: 7, restart: { after: 5, how: 'killed' } }],
])(
  'what is told does not depend on how the stream falls into batches: %s',
  async (_way, way) => {
    const other = await told(way)
    expect(other.members).toEqual(whole.members)
    expect([...other.stories]).toEqual([...whole.stories])
  },
  240_000,
)
