import { expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { replay } from '../../src/run/replay.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openDesk, publishFeedsUpTo } from '../fixtures/demo-day.ts'

/** Revisions of the demo's day that are worked off at most; the others wait. */
const TOLD = 220

test('with the settings in force nothing differs, however many items wait for their story', async () => {
  const beat = loadBeat()
  const store = await openStore({ file: ':memory:' })
  for (const minute of [DAY_MINUTES / 2, DAY_MINUTES]) await publishFeedsUpTo(minute, store, beat)
  const desk = await openDesk(store, beat)
  for (let told = 0; told < TOLD; told += 20) {
    await desk.workOff(20)
    const { items, storiesBefore, storiesAfter, changes } = await replay({
      ...{ store, gazetteer: beat.gazetteer, since: 0, storyWindowHours: 72, changed: {} },
    })
    expect([items > told, changes, storiesAfter]).toEqual([true, [], storiesBefore])
  }
  await desk.close()
  await store.close()
})
