import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { createSite } from '../../src/site/site.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { OperatorAct } from '../../src/store/operator-types.ts'
import type { StoryEvent, StoryRecord } from '../../src/store/story-types.ts'
import type { Store } from '../../src/store/types.ts'
import { citedText } from '../../src/summary/check/evidence.ts'
import { checkSummary } from '../../src/summary/check.ts'
import { everySummary } from '../../src/summary/summaries-in.ts'
import { EVENING, emptyDeps, publishUpTo, toldDay } from '../fixtures/demo-day.ts'

// What must hold of every story of a whole day, not of one that a test has made up. Numbers are those of the invariants in the design.

const beat = loadBeat()
let store: Store
let end: () => Promise<void>
let stories: readonly StoryRecord[]
let events: readonly StoryEvent[]

beforeAll(async () => {
  const day = await toldDay(DAY_MINUTES, beat)
  ;({ store } = day)
  end = async () => {
    await day.desk.close()
    await day.end()
  }
  stories = await allStories(store)
  events = await store.events({ limit: 10_000 })
  expect(stories.length).toBeGreaterThan(200)
}, 60_000)

afterAll(() => end())

async function allStories(from: Store): Promise<readonly StoryRecord[]> {
  const all: StoryRecord[] = []
  for await (const story of from.storiesSince(0)) all.push(story)
  return all
}

async function membersOf(id: number) {
  const found = await store.story(id)
  if (found?.type !== 'story') throw new Error(`no story ${id}`)
  return found.members
}

describe('a receipt for every membership', () => {
  test('says why and by how much, for every item of the day', async () => {
    const members = await store.membersSince(0)
    const rules = new Set<string>()
    expect(members.length).toBeGreaterThan(380)
    for (const { storyId, itemId, receipt } of members) {
      const name = `item ${itemId} in story ${storyId}`
      const { rule, score, threshold, sharedTerms, sharedEntities, sharedNumbers, sharedMeanings = [] } = receipt
      rules.add(rule)
      if (rule === 'opened' || rule === 'split') {
        // What opened a story was too far from every other; what was split off, from those it stood with.
        expect(score, name).toBeLessThan(threshold)
        continue
      }
      expect(score, name).toBeGreaterThanOrEqual(threshold)
      expect(receipt.nearestItemId, name).toBeDefined()
      expect(receipt.gapHours, name).toBeDefined()
      const shared = [sharedTerms, sharedEntities, sharedNumbers, sharedMeanings].flat()
      if (rule === 'content') expect(shared.length, name).toBeGreaterThan(0)
    }
    expect([...rules].sort()).toEqual(expect.arrayContaining(['content', 'copy', 'link', 'opened']))
  })

  test('is on the page and in the API, for every item of the stories that have most', async () => {
    const site = await createSite(emptyDeps(store, beat))
    const many = stories.filter(({ state }) => state === 'published').sort((a, b) => size(b) - size(a))
    for (const { id } of many.slice(0, 20)) {
      const members = await membersOf(id)
      const page = await (await site.request(`/s/${id}`, { headers: { 'accept-language': 'en' } })).text()
      expect(page.match(/Receipt: why it is in this story/g), `story ${id}`).toHaveLength(members.length)
      const { coverage } = (await (await site.request(`/api/v1/stories/${id}`)).json()) as {
        coverage: readonly { itemId: number; receipt: { rule: string; score: number; threshold: number } }[]
      }
      expect(new Map(coverage.map(({ itemId, receipt }) => [itemId, receipt.rule]))).toEqual(
        new Map(members.map(({ item, receipt }) => [item.id, receipt.rule])),
      )
    }
  })
})

const size = ({ coverage }: StoryRecord) => coverage.reports + coverage.copies + coverage.echoes + coverage.mentions

test('every sentence that is published, in any language, quotes its items word for word and passes the check', async () => {
  const context = { gazetteer: beat.gazetteer }
  let sentences = 0
  for (const { id, summary, state } of stories) {
    if (state !== 'published') continue
    const items = (await membersOf(id)).map(({ item }) => item)
    for (const each of everySummary(summary)) {
      const said = [...each.sentences, ...(each.impact ? [each.impact] : [])]
      for (const { text, citations } of said) {
        expect(citations.length, text).toBeGreaterThan(0)
        for (const { itemId, start, end, quote } of citations) {
          const item = items.find((one) => one.id === itemId)
          expect(item && citedText(item).slice(start, end), text).toBe(quote)
        }
      }
      expect(checkSummary(each, items, context).dropped, `story ${id}`).toEqual([])
      sentences += said.length
    }
  }
  expect(sentences).toBeGreaterThan(250)
})

test('a story whose reports do not belong together is held, and is on no list until they are apart', async () => {
  const day = await toldDay(DAY_MINUTES, beat)
  const act = async (wanted: OperatorAct) => {
    const id = await day.store.operator.ask({ act: wanted, reason: 'for the test', at: EVENING })
    await day.desk.applyActs()
    return id
  }
  const alone = stories.filter(
    ({ coverage, state }) => state === 'published' && coverage.reports === 1 && coverage.independent === 1,
  )
  // One kind each, so that nothing but the field is common to them.
  const [into, ...others] = [...new Map(alone.map((story) => [story.kind, story])).values()].slice(0, 5)
  expect(others).toHaveLength(4)
  const acts: number[] = []
  for (const { id } of others) acts.push(await act({ type: 'merge', storyId: id, into: into!.id }))
  const now = async () => {
    const found = await day.store.story(into!.id)
    return found?.type === 'story' ? found.story.state : undefined
  }
  expect(await now()).toBe('held')
  const log = await day.store.events({ storyId: into!.id, limit: 500 })
  expect(log.map(({ type }) => type)).toContain('held')
  const site = await createSite(emptyDeps(day.store, beat))
  for (const path of [
    '/?order=newest&hours=100',
    '/feed.atom',
    '/api/v1/stories?limit=200',
    '/brief/2026-11-23',
    '/brief/2026-11-22',
  ]) {
    expect(await (await site.request(path)).text(), path).not.toContain(`/s/${into!.id}-`)
  }
  const page = await (await site.request(`/s/${into!.id}`)).text()
  expect(page).toContain('noindex')
  expect(page).not.toContain('id="summary"')
  for (const of of acts.reverse()) await act({ type: 'undo', act: of })
  expect(await now()).toBe('published')
  await day.desk.close()
  await day.end()
}, 60_000)

describe('the log tells every change', () => {
  test('who is in which story follows from it alone', async () => {
    const told = membersByLog(events)
    const now = new Map<number, Set<number>>()
    for (const { storyId, itemId } of await store.membersSince(0)) {
      now.set(storyId, (now.get(storyId) ?? new Set()).add(itemId))
    }
    expect(told).toEqual(now)
    expect(new Set(events.map(({ type }) => type))).toContain('merged')
  })

  test('headline, summary and kind go on from what stood before, to what stands now; a revision is an event', () => {
    const last = new Map<string, unknown>()
    const counts = new Map<number, number>()
    for (const { storyId, type, data, seq } of events) {
      counts.set(storyId, (counts.get(storyId) ?? 0) + 1)
      if (type !== 'headline' && type !== 'summary' && type !== 'kind') continue
      const key = `${storyId} ${type}`
      expect(data.from, `event ${seq}`).toBe(last.get(key) ?? data.from)
      last.set(key, data.to)
    }
    expect(last.size).toBeGreaterThan(50)
    for (const { id, headline, summary, kind, revision } of stories) {
      const text = summary.sentences.map((sentence) => sentence.text).join(' ')
      expect(headline.text).toBe(last.get(`${id} headline`) ?? headline.text)
      expect(text).toBe(last.get(`${id} summary`) ?? text)
      expect(kind).toBe(last.get(`${id} kind`) ?? kind)
      expect(revision, `story ${id}`).toBe(counts.get(id))
    }
  })
})

/** Who is in which story by what the log says, and by nothing else. */
function membersByLog(log: readonly StoryEvent[]): Map<number, Set<number>> {
  const members = new Map<number, Set<number>>()
  const of = (id: number) => {
    const known = members.get(id) ?? new Set()
    members.set(id, known)
    return known
  }
  for (const { storyId, type, data } of log) {
    const named = String(data.items ?? '')
      .split(' ')
      .filter(Boolean)
      .map(Number)
    if (type === 'created' || type === 'joined') of(storyId).add(Number(data.itemId))
    if (type === 'left') of(storyId).delete(Number(data.itemId))
    if (type === 'merged' && data.from === storyId) members.delete(storyId)
    if (type === 'merged' && data.into === storyId) for (const id of named) of(storyId).add(id)
    if (type === 'split' && data.from === storyId) for (const id of named) of(storyId).delete(id)
    if (type === 'split' && data.into === storyId) for (const id of named) of(storyId).add(id)
  }
  return members
}

describe('the time zone of the host changes nothing', () => {
  const before = process.env.TZ

  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  /** Read, placed, told and shown from the bytes on: what was read once in this process is kept by its gazetteer. */
  async function dayIn(zone: string) {
    process.env.TZ = zone
    expect(new Date(0).getTimezoneOffset(), zone).not.toBe(0)
    const own = await openStore({ file: ':memory:' })
    const ownBeat = loadBeat()
    await publishUpTo(DAY_MINUTES / 2, own, ownBeat)
    const site = await createSite(emptyDeps(own, ownBeat))
    const shown = await Promise.all(
      [
        '/',
        '/pulse',
        '/brief/2026-11-23',
        '/brief/2026-11-23.md',
        '/feed.atom',
        '/s/2',
        '/api/v1/events?limit=200',
      ].map(async (path) => (await site.request(path, { headers: { 'accept-language': 'ja' } })).text()),
    )
    const told = { stories: await allStories(own), members: await own.membersSince(0), shown }
    await own.close()
    return told
  }

  test('a day read in Apia and in Honolulu is the same, to the page', async () => {
    const east = await dayIn('Pacific/Apia')
    const west = await dayIn('Pacific/Honolulu')
    expect(east.stories.length).toBeGreaterThan(80)
    expect(west).toEqual(east)
  }, 60_000)
})
