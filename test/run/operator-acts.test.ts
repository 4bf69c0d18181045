import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import type { OperatorAct, StoredAct } from '../../src/store/operator-types.ts'
import type { Store } from '../../src/store/types.ts'
import { EVENING, openDesk, publishFeedsUpTo, toldDay } from '../fixtures/demo-day.ts'

const NOON_MINUTE = 720

let beat: Beat
let store: Store
let desk: Desk
let end: () => Promise<void>

beforeAll(() => {
  beat = loadBeat()
})

beforeEach(openNoon, 60_000)

async function openNoon(): Promise<void> {
  const day = await toldDay(NOON_MINUTE, beat)
  store = day.store
  desk = day.desk
  end = day.end
}

afterEach(() => end())

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

  test('keeps a pin and a headline when the story is later merged into a larger one, which begins as early', async () => {
    const known = new Set<number>()
    for await (const { id } of store.storiesSince(0)) known.add(id)
    const restOfDay = async () => {
      await publishFeedsUpTo(DAY_MINUTES, store, beat)
      await workOff()
      const merges = await store.events({ types: ['merged'], limit: 500 })
      return merges.map(({ data }) => data.from as number).filter((from) => known.has(from))
    }
    const merged = [...new Set(await restOfDay())]
    expect(merged.length).toBeGreaterThan(1)
    await end()
    await openNoon()
    for (const storyId of merged) {
      await act({ type: 'pin', storyId }, `pinned as ${storyId}`)
      await act({ type: 'headline', storyId, text: `As said of ${storyId}` })
    }
    expect([...new Set(await restOfDay())]).toEqual(merged)
    for (const id of merged) {
      const found = await store.story(id)
      if (found?.type !== 'moved') throw new Error(`story ${id} is not merged`)
      const { story, members } = await storyOf(found.into)
      expect(story.rulings).toMatchObject({ pinned: `pinned as ${id}`, headline: `As said of ${id}` })
      expect(story.opening!.at).toBe(Math.min(...members.map(({ item }) => item.publishedAt)))
    }
  }, 90_000)

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
    await end()
    await openNoon()
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

describe('an act is undone', () => {
  const undo = (of: StoredAct, reason = 'it was right before') => act({ type: 'undo', act: of.id }, reason)

  test('of words and standing: what was before stands again, with its event', async () => {
    const { story } = await largest()
    for (const type of ['headline', 'sentence', 'retract', 'pin'] as const) {
      const before = (await storyOf(story.id)).story
      const sentence = before.summary.sentences[0]!.text
      const about = { storyId: story.id, ...(type === 'headline' ? { text: 'Not so' } : { sentence }) }
      const done = await act({ type, ...about } as OperatorAct)
      expect((await storyOf(story.id)).story.rulings, type).toBeDefined()
      expect(await undo(done), type).toMatchObject({ state: 'applied' })
      const { rulings, headline, summary, state } = (await storyOf(story.id)).story
      expect([rulings, state, headline.text === 'Not so'], type).toEqual([undefined, 'published', false])
      expect({ headline, summary }, type).toEqual({ headline: before.headline, summary: before.summary })
      const said = (await eventsOf(story.id)).filter(({ data }) => data.undoes === done.id)
      expect(said, type).toMatchObject([{ data: { reason: 'it was right before' } }])
      expect(await store.operator.act(done.id)).toMatchObject({ undoneBy: done.id + 1 })
    }
  }, 60_000)

  test('of a headline, in every story of several reports and in every language', async () => {
    const { stories } = await store.listStories({ order: 'independent', limit: 40 })
    const done: StoredAct[] = []
    for (const { id } of stories) done.push(await act({ type: 'headline', storyId: id, text: 'Not so' }))
    // Read anew, as after a restart.
    desk = await openDesk(store, beat)
    for (const each of done) await undo(each)
    for (const before of stories) {
      const { headline, summary } = (await storyOf(before.id)).story
      expect({ headline, summary }).toEqual({ headline: before.headline, summary: before.summary })
    }
  }, 60_000)

  test('of an earlier correction: the one before it stands again', async () => {
    const { story } = await largest()
    await act({ type: 'headline', storyId: story.id, text: 'First' })
    const second = await act({ type: 'headline', storyId: story.id, text: 'Second' })
    await undo(second)
    expect((await storyOf(story.id)).story.headline.text).toBe('First')
  }, 60_000)

  test('of a source: tier and block are as before', async () => {
    const { members } = await largest()
    const { sourceId } = members.find(({ role }) => role === 'report')!.item
    const sourceNow = async () => (await store.sources()).find(({ id }) => id === sourceId)
    const before = await sourceNow()
    const [blocked, tier] = [await act({ type: 'block', sourceId }), await act({ type: 'tier', sourceId, tier: 4 })]
    await undo(blocked)
    expect(await sourceNow()).toMatchObject({ tier: 4, isEnabled: true })
    await undo(tier)
    expect(await sourceNow()).toEqual(before)
  }, 60_000)

  test('of a merge: the number is its story’s again, with what it had, and stays so over the day', async () => {
    const { stories } = await store.listStories({ order: 'independent', limit: 3 })
    const [a, b, c] = stories.map(({ id }) => id) as [number, number, number]
    await act({ type: 'headline', storyId: a, text: 'Ours' })
    const second = await storyOf(b)
    const ids = ({ members }: Awaited<ReturnType<typeof storyOf>>) => members.map(({ itemId }) => itemId)
    // A third number led to the story before it went, and the one that it went into went on itself.
    await act({ type: 'merge', storyId: c, into: a })
    const withThird = await storyOf(a)
    const merged = await act({ type: 'merge', storyId: a, into: b })
    expect(await store.story(c)).toEqual({ type: 'moved', into: b })
    const undone = await undo(merged)
    expect(undone).toMatchObject({ state: 'applied', answer: String(a) })
    const again = await storyOf(a)
    expect(ids(again)).toEqual(ids(withThird))
    expect(again.members.map(({ receipt }) => receipt)).toEqual(withThird.members.map(({ receipt }) => receipt))
    expect(again.story.headline.text).toBe('Ours')
    expect(again.story.createdAt).toBe(withThird.story.createdAt)
    expect(again.story.revision).toBe((await eventsOf(a)).length)
    expect(ids(await storyOf(b))).toEqual(ids(second))
    expect(await store.story(c)).toEqual({ type: 'moved', into: a })
    for (const id of [a, b]) {
      expect((await eventsOf(id)).filter(({ type }) => type === 'split')).toMatchObject([
        { data: { from: b, into: a, act: undone.id, undoes: merged.id, reason: 'it was right before' } },
      ])
    }
    desk = await openDesk(store, beat)
    await publishFeedsUpTo(DAY_MINUTES, store, beat)
    await workOff()
    for (const id of ids(withThird)) expect(await store.storyOfItem(id)).toBe(a)
    for (const id of ids(second)) expect(await store.storyOfItem(id)).toBe(b)
  }, 120_000)

  test('of a split and of a move: the items are where they were', async () => {
    const { stories } = await store.listStories({ order: 'independent', limit: 2 })
    const [a, b] = stories.map(({ id }) => id) as [number, number]
    const before = (await storyOf(a)).members.map(({ itemId }) => itemId)
    const split = await act({ type: 'split', storyId: a, itemIds: before.slice(1) })
    await undo(split)
    expect(await store.story(Number(split.answer))).toEqual({ type: 'moved', into: a })
    const moved = await act({ type: 'move', itemId: before.at(-1)!, into: b })
    expect(await store.storyOfItem(before.at(-1)!)).toBe(b)
    await undo(moved)
    expect((await storyOf(a)).members.map(({ itemId }) => itemId)).toEqual(before)
  }, 60_000)

  test('unless it was undone, changed again, refused or is an undo', async () => {
    const { stories } = await store.listStories({ order: 'independent', limit: 3 })
    const [a, b, c] = stories.map(({ id }) => id) as [number, number, number]
    const first = await act({ type: 'headline', storyId: a, text: 'First' })
    const second = await act({ type: 'headline', storyId: a, text: 'Second' })
    const undone = await act({ type: 'pin', storyId: a })
    const undoing = await undo(undone)
    const refused = await act({ type: 'retract', storyId: 99_999 })
    const merged = await act({ type: 'merge', storyId: b, into: c })
    const after = await act({ type: 'headline', storyId: c, text: 'Of both' })
    await act({ type: 'merge', storyId: c, into: a })
    for (const [of, why] of [
      [first.id, 'changed again since'],
      [undone.id, `undone by act ${undoing.id}`],
      [undoing.id, 'asking for it again'],
      [refused.id, 'was not applied'],
      [after.id, `merged into story ${a}`],
      [9_999, 'no act 9999'],
    ] as const) {
      expect(await act({ type: 'undo', act: of })).toMatchObject({
        state: 'refused',
        answer: expect.stringContaining(why),
      })
    }
    // What is in a story that was merged on is taken out of where it is by now.
    expect(await undo(merged)).toMatchObject({ state: 'applied', answer: String(b) })
    expect((await storyOf(b)).story.id).toBe(b)
    expect(await undo(second)).toMatchObject({ state: 'applied' })
  }, 60_000)
})
