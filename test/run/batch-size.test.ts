import { expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { READ_BLOCK } from '../../src/run/desk.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openDesk, publishFeedsUpTo } from '../fixtures/demo-day.ts'

/** The demo's day, worked off in batches; how many revisions each had, and which item is in which story by which receipt. */
async function dayInBatches(limit: number, enough?: number) {
  const beat = loadBeat()
  const store = await openStore({ file: ':memory:' })
  const desk = await openDesk(store, beat)
  await publishFeedsUpTo(DAY_MINUTES, store, beat)
  const sizes: number[] = []
  do sizes.push(await desk.workOff(limit, enough))
  while (sizes.at(-1)! > 0)
  const members = (await store.membersSince(0)).map(
    ({ storyId, itemId, role, receipt }) => `${storyId} ${itemId} ${role} ${JSON.stringify(receipt)}`,
  )
  await store.close()
  return { sizes: sizes.slice(0, -1), members: members.sort() }
}

test('a batch that has changed enough stories ends with the block it is in, and decides the same', async () => {
  const whole = await dayInBatches(10_000)
  const parts = await dayInBatches(10_000, 20)
  const items = whole.sizes[0]!
  expect(whole.sizes).toEqual([items])
  expect(items).toBeGreaterThan(READ_BLOCK)
  expect(parts.sizes).toEqual([
    ...Array.from({ length: Math.floor(items / READ_BLOCK) }, () => READ_BLOCK),
    ...(items % READ_BLOCK > 0 ? [items % READ_BLOCK] : []),
  ])
  expect(parts.members).toEqual(whole.members)
}, 60_000)
