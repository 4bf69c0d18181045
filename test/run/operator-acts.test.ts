import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { OperatorAct, StoredAct } from '../../src/store/operator-types.ts'
import type { Store } from '../../src/store/types.ts'
import { EVENING, openDesk, publishFeedsUpTo } from '../fixtures/demo-day.ts'

const NOON_MINUTE = 720

let beat: Beat
let store: Store
let desk: Desk

beforeAll(() => {
  beat = loadBeat()
})

beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
  desk = await openDesk(store, beat)
  await publishFeedsUpTo(NOON_MINUTE, store, beat)
  await workOff()
}, 60_000)

afterEach(() => store.close())

const workOff = async () => {
  while ((await desk.workOff(100)) === 100);
}

/** Asks for an act, and has it applied. */
async function act(wanted: OperatorAct, reason = 'because the filing says so'): Promise<StoredAct> {
  const id = await store.operator.ask({ act: wanted, reason, at: EVENING })
  await desk.applyActs()
  return (await store.operator.act(id))!
}

async function storyOf(id: number) {
  const found = await store.story(id)
  if (found?.type !== 'story') throw new Error(`no story ${id}`)
  return found
}

/** The story that the most items are in. */
async function largest() {
  const { stories } = await store.listStories({ order: 'independent', limit: 5 })
  const lookups = await Promise.all(stories.map(({ id }) => storyOf(id)))
  return lookups.sort((a, b) => b.members.length - a.members.length)[0]!
}

const eventsOf = (storyId: number) => store.events({ storyId, limit: 500 })

describe('an operator', () => {
  test('corrects a headline, which stays when items join, and lifts it again', async () => {
    const { story } = await largest()
    expect(await act({ type: 'headline', storyId: story.id, text: 'What really happened' })).toMatchObject({
      state: 'applied',
    })
    expect((await storyOf(story.id)).story.headline.text).toBe('What really happened')
    const events = await eventsOf(story.id)
    expect(events.at(-2)).toMatchObject({ type: 'corrected', data: { act: 1, reason: 'because the filing says so' } })
    expect(events.at(-1)).toMatchObject({ type: 'headline', data: { to: 'What really happened' } })
    await publishFeedsUpTo(DAY_MINUTES, store, beat)
    await workOff()
    expect((await storyOf(story.id)).story.headline.text).toBe('What really happened')
    await act({ type: 'headline', storyId: story.id })
    expect((await storyOf(story.id)).story.headline.text).not.toBe('What really happened')
  }, 60_000)

  test('strikes a sentence; one that the sources do not support is refused', async () => {
    const { story } = await largest()
    const [first] = story.summary.sentences
    const sentence = first!.text
    const refused = await act({ type: 'sentence', storyId: story.id, sentence, text: 'It cost $987,654.' })
    expect(refused).toMatchObject({ state: 'refused', answer: expect.stringContaining('987') })
    const shorter = sentence.split(' ').slice(0, 5).join(' ')
    expect(await act({ type: 'sentence', storyId: story.id, sentence, text: shorter })).toMatchObject({
      state: 'applied',
    })
    expect((await storyOf(story.id)).story.summary.sentences[0]).toMatchObject({ text: shorter })
    await act({ type: 'sentence', storyId: story.id, sentence: shorter })
    const texts = (await storyOf(story.id)).story.summary.sentences.map(({ text }) => text)
    expect(texts).not.toContain(shorter)
    expect(texts).not.toContain(sentence)
    expect(await act({ type: 'sentence', storyId: story.id, sentence: 'Never said.' })).toMatchObject({
      state: 'refused',
    })
  }, 60_000)

  test('retracts a story and reinstates it', async () => {
    const { story } = await largest()
    await act({ type: 'retract', storyId: story.id }, 'it was a hoax')
    expect((await storyOf(story.id)).story).toMatchObject({
      state: 'retracted',
      rulings: { retracted: 'it was a hoax' },
    })
    const listed = await store.listStories({ order: 'score', limit: 500 })
    expect(listed.stories.map(({ id }) => id)).not.toContain(story.id)
    await act({ type: 'reinstate', storyId: story.id })
    expect((await storyOf(story.id)).story.state).toBe('published')
    expect((await eventsOf(story.id)).slice(-3).map(({ type }) => type)).toEqual([
      'retracted',
      'reinstated',
      'published',
    ])
    expect(await act({ type: 'reinstate', storyId: story.id })).toMatchObject({ state: 'refused' })
  }, 60_000)

  test('pins', async () => {
    const { story } = await largest()
    await act({ type: 'pin', storyId: story.id })
    const pinned = () => store.listStories({ order: 'score', limit: 9, isPinned: true })
    expect((await pinned()).stories.map(({ id }) => id)).toEqual([story.id])
    await act({ type: 'unpin', storyId: story.id })
    expect((await pinned()).stories).toEqual([])
  }, 60_000)

  test('blocks a source and sets a tier', async () => {
    const { members } = await largest()
    const source = members.find(({ role }) => role === 'report')!.item.sourceId
    const { storyId } = members[0]!
    const before = (await storyOf(storyId)).story.coverage
    await act({ type: 'block', sourceId: source }, 'it invents quotations')
    const blocked = (await storyOf(storyId)).story.coverage
    expect(blocked.independent).toBe(before.independent - 1)
    await act({ type: 'unblock', sourceId: source })
    expect((await storyOf(storyId)).story.coverage).toEqual(before)
    await act({ type: 'tier', sourceId: source, tier: 4 }, 'a blog by now')
    const { members: after } = await storyOf(storyId)
    expect(after.find(({ item }) => item.sourceId === source)?.tier).toBe(4)
    expect((await store.sources()).find(({ id }) => id === source)).toMatchObject({
      tier: 4,
      tierReason: 'a blog by now',
    })
    expect(await act({ type: 'block', sourceId: 'nobody' })).toMatchObject({ state: 'refused' })
  }, 60_000)

  test('is told why an act cannot be done', async () => {
    const { story, members } = await largest()
    const all = members.map(({ itemId }) => itemId)
    for (const [wanted, answer] of [
      [{ type: 'retract', storyId: 99_999 }, 'no story 99999'],
      [{ type: 'merge', storyId: story.id, into: story.id }, 'one story already'],
      [{ type: 'split', storyId: story.id, itemIds: [] }, 'Name the items'],
      [{ type: 'split', storyId: story.id, itemIds: all }, 'must stay'],
      [{ type: 'split', storyId: story.id, itemIds: [99_999] }, 'not in story'],
      [{ type: 'move', itemId: 99_999, into: story.id }, 'no item'],
      [{ type: 'move', itemId: all[0]!, into: story.id }, 'already'],
    ] as const) {
      expect(await act(wanted)).toMatchObject({ state: 'refused', answer: expect.stringContaining(answer) })
    }
    expect((await storyOf(story.id)).members).toEqual(members)
  }, 60_000)
})

describe('what an operator moved, the engine leaves there', () => {
  /** Splits a story in two like halves, which the engine would merge again. */
  async function splitLargest() {
    const { story, members } = await largest()
    const itemIds = members.filter((_, index) => index % 2 === 1).map(({ itemId }) => itemId)
    const { answer } = await act({ type: 'split', storyId: story.id, itemIds })
    return { from: story.id, into: Number(answer), itemIds, kept: members.map(({ itemId }) => itemId) }
  }

  async function expectApart({ from, into, itemIds, kept }: Awaited<ReturnType<typeof splitLargest>>) {
    for (const id of kept) expect(await store.storyOfItem(id)).toBe(itemIds.includes(id) ? into : from)
  }

  test('splits: both stories link each other, and stay apart over the day', async () => {
    const split = await splitLargest()
    expect((await eventsOf(split.into)).find(({ type }) => type === 'split')?.data).toMatchObject({
      from: split.from,
      into: split.into,
    })
    expect((await storyOf(split.into)).members.every(({ receipt }) => receipt.rule === 'operator')).toBe(true)
    await publishFeedsUpTo(DAY_MINUTES, store, beat)
    await workOff()
    await expectApart(split)
  }, 60_000)

  test('splits survive a kill, and the day ends as without it', async () => {
    const run = async (isKilled: boolean) => {
      const split = await splitLargest()
      if (isKilled) desk = await openDesk(store, beat)
      await publishFeedsUpTo(DAY_MINUTES, store, beat)
      while ((await desk.workOff(50)) === 50) if (isKilled) desk = await openDesk(store, beat)
      await expectApart(split)
      return (await store.membersSince(0)).map(({ storyId, itemId, role }) => `${storyId} ${itemId} ${role}`).sort()
    }
    const killed = await run(true)
    await store.close()
    store = await openStore({ file: ':memory:' })
    desk = await openDesk(store, beat)
    await publishFeedsUpTo(NOON_MINUTE, store, beat)
    await workOff()
    expect(await run(false)).toEqual(killed)
  }, 120_000)

  test('moves and merges', async () => {
    const { stories } = await store.listStories({ order: 'independent', limit: 2 })
    const [a, b] = [stories[0]!.id, stories[1]!.id]
    const item = (await storyOf(a)).members.at(-1)!.itemId
    await act({ type: 'move', itemId: item, into: b })
    expect(await store.storyOfItem(item)).toBe(b)
    expect((await eventsOf(a)).find(({ type }) => type === 'left')?.data).toMatchObject({ itemId: item, into: b })
    await act({ type: 'merge', storyId: a, into: b })
    expect(await store.story(a)).toEqual({ type: 'moved', into: b })
    desk = await openDesk(store, beat)
    await publishFeedsUpTo(DAY_MINUTES, store, beat)
    await workOff()
    expect(await store.story(a)).toEqual({ type: 'moved', into: b })
  }, 60_000)
})
