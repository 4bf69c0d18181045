import { beforeAll, describe, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { StoryRecord } from '../../src/store/story-types.ts'
import type { Store } from '../../src/store/types.ts'
import { openDesk, publishFeedsUpTo } from '../fixtures/demo-day.ts'

const STEP_MINUTES = 120

/**
 * How a day ends under one way of stopping and starting the desk. Changes are compared without their order: a desk that has
 * just started reads an edited item as it is now, and so may tell the edit a batch before it comes to it in the queue.
 */
async function dayWith(beat: Beat, between: (desk: Desk, store: Store) => Promise<Desk>) {
  const store = await openStore({ file: ':memory:' })
  let desk = await openDesk(store, beat)
  for (let minute = STEP_MINUTES; minute <= DAY_MINUTES; minute += STEP_MINUTES) {
    await publishFeedsUpTo(minute, store, beat)
    while ((await desk.workOff(7)) === 7);
    desk = await between(desk, store)
  }
  const stories: StoryRecord[] = []
  for await (const story of store.storiesSince(0)) stories.push(story)
  const events = await store.events({ limit: 5_000 })
  const stored = await store.membersSince(0)
  const members = stored.map(
    (member) => `${member.storyId} ${member.itemId} ${member.role} ${JSON.stringify(member.receipt)}`,
  )
  const changes = events.map(({ storyId, type, data }) => `${storyId} ${type} ${JSON.stringify(data)}`).sort()
  const seqs = events.map((event) => event.seq)
  await store.close()
  return { outcome: { stories, members: members.sort(), changes }, seqs }
}

describe('stopping and starting changes nothing', () => {
  let beat: Beat
  let never: Awaited<ReturnType<typeof dayWith>>
  beforeAll(async () => {
    beat = loadBeat()
    never = await dayWith(beat, async (desk) => desk)
  }, 120_000)

  test('the day has stories, and each item is in one', () => {
    expect(never.outcome.stories.length).toBeGreaterThan(100)
    const items = never.outcome.members.map((member) => member.split(' ')[1])
    expect(new Set(items).size).toBe(items.length)
  })

  test('stopped in order, with its memory saved', async () => {
    const stopped = await dayWith(beat, async (desk, store) => {
      await desk.close()
      return openDesk(store, beat)
    })
    expect(stopped.outcome).toEqual(never.outcome)
  }, 120_000)

  test('killed, with nothing saved but what was committed', async () => {
    const killed = await dayWith(beat, async (_desk, store) => openDesk(store, beat))
    expect(killed.outcome).toEqual(never.outcome)
  }, 120_000)

  test('numbers of events are gap-free', () => {
    expect(never.seqs).toEqual(never.seqs.map((_seq, index) => index + 1))
  })
})
