import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY_MS, SECOND_MS } from '../../src/lib/instant.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import type { ModelChoice } from '../../src/run/model/choice.ts'
import { openModel } from '../../src/run/model/open-model.ts'
import { type ProviderServer, type SeenRequest, startProvider } from '../../src/run/model/testing/provider-server.ts'
import { ModelWriter, type WriterStep } from '../../src/run/model/writer.ts'
import type { ModelHealth } from '../../src/store/model-types.ts'
import type { Store } from '../../src/store/types.ts'
import { translationInput } from '../../src/summary/model/translation.ts'
import { EVENING, toldDay } from '../fixtures/demo-day.ts'

const BOUNDARY = 'fence0123456789'
let beat: Beat
let store: Store
let desk: Desk
let end: () => Promise<void>
let server: ProviderServer
let now = EVENING

beforeAll(() => {
  beat = loadBeat()
})

beforeEach(async () => {
  now = EVENING
  const day = await toldDay(600, beat)
  store = day.store
  desk = day.desk
  end = day.end
  server = await startProvider('openai-compatible')
}, 60_000)

afterEach(async () => {
  await server.close()
  await end()
})

async function writer(
  more: Partial<ModelChoice> = {},
  price = { input: 1, output: 1, isKnown: true },
  onHealth?: (health: ModelHealth) => void,
) {
  const choice: ModelChoice = {
    ...{ name: 'openai-compatible:m', provider: 'openai-compatible', model: 'm', baseUrl: server.baseUrl, key: '' },
    ...{ timeoutMs: 5_000, dailyBudgetMicroUsd: undefined, ...more },
  }
  return new ModelWriter({
    ...{ store, gazetteer: beat.gazetteer, choice, price, model: await openModel(choice) },
    onHealth,
    ...{ windowHours: 48, now: () => now, random: () => 0, newBoundary: () => BOUNDARY },
  })
}

/** An honest draft: titles, word for word; and a sentence with a number that nobody said. */
function draft({ prompt }: SeenRequest, isMending = prompt.includes('BEGIN REFUSED PARTS')): string {
  const [, id, , title] = /BEGIN REPORT (\d+) (\([^)]*\))\n(.*)/.exec(prompt)!
  const citations = [{ item: Number(id), quote: title }]
  const bad = { text: 'It cost $987,654,321.', citations }
  if (isMending) return JSON.stringify({ parts: [{ part: 0, sentence: bad }] })
  const lead = { text: title, citations }
  return JSON.stringify({ headline: lead, sentences: [lead, bad], impact: null, kind: 'other' })
}

async function run(model: ModelWriter, most: number): Promise<readonly WriterStep[]> {
  const steps: WriterStep[] = []
  while (steps.length < most) {
    steps.push(await model.step())
    if (steps.at(-1) !== 'wrote') break
  }
  return steps
}

const storyOf = async (id: number) => {
  const found = await store.story(id)
  if (found?.type !== 'story') throw new Error(`no story ${id}`)
  return found.story
}

describe('a model beside the story step', () => {
  test('writes of the best story first; the story step publishes what passed, and says what was dropped', async () => {
    server.reply = (request) => ({ text: draft(request) })
    const model = await writer()
    const { stories } = await store.listStories({ order: 'score', limit: 1 })
    const before = stories[0]!
    expect(await model.step()).toBe('wrote')
    expect((await storyOf(before.id)).summary.method).toBe('extractive')
    expect(await desk.applyModelAnswers()).toBe(1)
    const story = await storyOf(before.id)
    expect(story.summary).toMatchObject({
      method: 'model',
      model: 'openai-compatible:m',
      writtenAt: EVENING,
      droppedCount: 1,
    })
    expect(story.summary.dropped).toMatchObject([{ part: 'sentence', rules: expect.arrayContaining(['number']) }])
    expect(JSON.stringify(story)).not.toContain('987,654')
    expect(story).toMatchObject({ kind: before.kind, coverage: before.coverage, explanation: before.explanation })
    const events = await store.events({ storyId: story.id, limit: 500 })
    expect(events.at(-1)?.type).toBe('summary')
    const calls = await store.models.calls({ limit: 9 })
    expect(calls.map(({ purpose, outcome, storyId }) => [purpose, outcome, storyId])).toEqual([
      ['repair', 'answered', story.id],
      ['summary', 'answered', story.id],
    ])
    expect(calls[0]).toMatchObject({ tokensIn: 1_000, tokensOut: 100, costMicroUsd: 1_100 })
  }, 60_000)

  test('is told nothing of a source that refuses AI, and what it writes of the others is published', async () => {
    server.reply = (request) => ({ text: draft(request) })
    const { stories } = await store.listStories({ order: 'score', limit: 1 })
    const found = await store.story(stories[0]!.id)
    if (found?.type !== 'story') throw new Error('no story')
    const refusing = found.members.find(({ role }) => role === 'report')!.item
    const state = (await store.feedStates()).find(({ sourceId }) => sourceId === refusing.sourceId)!
    const permission = { robots: 'allowed', reserved: 'noai' } as const
    await store.saveFeed({ state: { ...state, permission }, drafts: [] })
    expect((await run(await writer(), 80)).at(-1)).toBe('idle')
    expect(server.requests.length).toBeGreaterThan(2)
    const theirs = (await store.itemsOfSource(refusing.sourceId, 100)).map(({ id }) => `BEGIN REPORT ${id} `)
    expect(theirs.length).toBeGreaterThan(0)
    for (const { prompt } of server.requests) for (const report of theirs) expect(prompt).not.toContain(report)
    await desk.applyModelAnswers()
    const told = (await store.listStories({ order: 'score', limit: 60 })).stories
    expect(told.filter(({ summary }) => summary.method === 'model').length).toBeGreaterThan(0)
  }, 60_000)

  test('never asks about the same input twice, also after a restart', async () => {
    server.reply = (request) => ({ text: draft(request) })
    expect((await run(await writer(), 80)).at(-1)).toBe('idle')
    const asked = server.requests.length
    expect(asked).toBeGreaterThan(2)
    expect(await (await writer()).step()).toBe('idle')
    expect(server.requests).toHaveLength(asked)
    // Told again, stories change places; those that come up are new, and none is asked about again.
    await desk.applyModelAnswers()
    await run(await writer(), 80)
    const calls = (await store.models.calls({ limit: 500 })).filter(({ purpose }) => purpose === 'summary')
    expect(new Set(calls.map(({ storyId, inputHash }) => `${storyId} ${inputHash}`)).size).toBe(calls.length)
  }, 120_000)

  test('what was written of a story that changed since is not published', async () => {
    server.reply = (request) => ({ text: draft(request) })
    const { stories } = await store.listStories({ order: 'score', limit: 1 })
    const [waiting] = [await (await writer()).step(), ...(await store.models.waiting(1))].slice(1)
    const answer = waiting as Awaited<ReturnType<Store['models']['waiting']>>[number]
    await store.models.offer({ ...answer, inputHash: 'of another day' })
    await desk.applyModelAnswers()
    expect((await storyOf(stories[0]!.id)).byModel?.inputHash).toBe(answer.inputHash)
  }, 60_000)

  test('stops hard at the day’s budget, goes on the next day, and says so', async () => {
    server.reply = (request) => ({ text: draft(request) })
    const model = await writer({ dailyBudgetMicroUsd: 9_000 })
    expect((await run(model, 50)).at(-1)).toBe('over-budget')
    const day = Math.floor(now / DAY_MS)
    expect((await store.models.spending(day, day)).costMicroUsd).toBeLessThanOrEqual(9_000)
    expect(await store.models.health('openai-compatible:m')).toMatchObject({ state: 'over-budget' })
    const asked = server.requests.length
    expect(await model.step()).toBe('over-budget')
    expect(server.requests).toHaveLength(asked)
    now += DAY_MS
    expect(await model.step()).toBe('wrote')
  }, 60_000)

  test('rests while the provider is down, honours Retry-After, comes back by itself; the extractive summary stands', async () => {
    const model = await writer()
    server.reply = () => ({ status: 503 })
    for (const rest of [2, 4, 8]) {
      expect(await model.step()).toBe('resting')
      now += rest * SECOND_MS - 1
      expect(await model.step()).toBe('resting')
      now += 1
    }
    expect(server.requests).toHaveLength(3)
    expect(await store.models.health('openai-compatible:m')).toMatchObject({
      state: 'resting',
      reason: expect.stringContaining('503'),
    })
    server.reply = () => ({ status: 429, headers: { 'retry-after': '120' } })
    expect(await model.step()).toBe('resting')
    now += 119 * SECOND_MS
    server.reply = (request) => ({ text: draft(request) })
    expect(await model.step()).toBe('resting')
    expect(server.requests).toHaveLength(4)
    now += SECOND_MS
    expect(await model.step()).toBe('wrote')
    expect(await store.models.health('openai-compatible:m')).toMatchObject({ state: 'answering' })
  }, 60_000)

  test('lets a story be after nonsense twice, and takes the next', async () => {
    const model = await writer()
    server.reply = () => ({ text: 'As I see it, things happen.' })
    for (let times = 0; times < 2; times++) {
      expect(await model.step()).toBe('resting')
      // Said at the first of it: whoever has chosen such a model learns of it at once.
      expect(await store.models.health('openai-compatible:m')).toMatchObject({
        ...{ state: 'nonsense', at: now, reason: 'the answer is not the JSON that was asked for' },
      })
      now += 60 * SECOND_MS
    }
    server.reply = (request) => ({ text: draft(request) })
    const first = (await store.models.calls({ limit: 1 }))[0]!.storyId
    expect(await model.step()).toBe('wrote')
    expect(await store.models.health('openai-compatible:m')).toMatchObject({ state: 'answering' })
    expect((await store.models.calls({ limit: 1 }))[0]!.storyId).not.toBe(first)
  }, 60_000)

  test('blames no story for a web page in place of an answer', async () => {
    const model = await writer()
    server.reply = () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in' })
    for (let times = 0; times < 5; times++) {
      expect(await model.step()).toBe('resting')
      now += 3_600 * SECOND_MS
    }
    const asked = (await store.models.calls({ limit: 9 })).map(({ inputHash }) => inputHash)
    server.reply = (request) => ({ text: draft(request) })
    await run(model, 80)
    const calls = await store.models.calls({ limit: 500 })
    const answered = calls.filter(({ outcome }) => outcome === 'answered').map(({ inputHash }) => inputHash)
    expect(asked.filter((hash) => !answered.includes(hash))).toEqual([])
  }, 120_000)

  test('is not held up by a story, nor by a translation, that the provider always fails at', async () => {
    const health: string[] = []
    const model = await writer({}, undefined, ({ state, reason }) => health.push(`${state} ${reason ?? ''}`))
    const { story } = await askedInJapanese()
    const { stories } = await store.listStories({ order: 'score', since: EVENING - 48 * 3_600 * SECOND_MS, limit: 1 })
    let first = ''
    server.reply = (request) => {
      const id = /BEGIN REPORT (\d+)/.exec(request.prompt)?.[1]
      if (id === undefined) return { status: 400 }
      first ||= id
      return id === first ? { status: 400 } : { text: draft(request) }
    }
    const steps: WriterStep[] = []
    for (let times = 0; times < 120 && steps.at(-1) !== 'idle'; times++) {
      steps.push(await model.step())
      if (steps.at(-1) === 'resting') now += 20 * 60 * SECOND_MS
    }
    expect(steps.slice(0, 3)).toEqual(['resting', 'resting', 'wrote'])
    expect(steps.filter((step) => step === 'wrote').length).toBeGreaterThan(10)
    // Each is tried three times, and then let be.
    expect(steps.filter((step) => step === 'resting')).toHaveLength(6)
    expect(steps.at(-1)).toBe('idle')
    expect(await store.translations.find(story.id, 'ja')).toMatchObject({ state: 'refused', rules: ['incomplete'] })
    expect((await storyOf(stories[0]!.id)).byModel).toBeUndefined()
    expect(health).toContain('answering ')
    expect(health.filter((each) => each.startsWith('resting refused (400)'))).not.toEqual([])
    expect(new Set(health).size).toBeLessThan(4)
  }, 120_000)

  test('translates what a reader asked for before all else, keeps it, and never asks about the same words again', async () => {
    const model = await writer()
    const { story, input } = await askedInJapanese()
    // Honest as far as the check can tell: words that hold every name, number and day of the original.
    server.reply = () => ({ text: JSON.stringify({ texts: input.parts.map(({ text }) => text) }) })
    expect(await model.step()).toBe('wrote')
    const [call] = await store.models.calls({ limit: 1 })
    expect(call).toMatchObject({ purpose: 'translation', storyId: story.id, inputHash: input.hash })
    expect(await store.translations.find(story.id, 'ja')).toMatchObject({
      ...{ state: 'made', model: 'openai-compatible:m', at: EVENING, texts: input.parts.map(({ text }) => text) },
    })
    expect(server.requests[0]!.prompt).toContain('Japanese')
    await store.translations.ask({ storyId: story.id, language: 'ja', inputHash: input.hash, at: now })
    expect(await store.translations.nextAsked()).toBeUndefined()
  }, 60_000)

  test('keeps no word of a translation with another number, and says which rule it broke', async () => {
    const model = await writer()
    const { story, input } = await askedInJapanese()
    server.reply = () => ({ text: JSON.stringify({ texts: input.parts.map(({ text }) => `${text} $987,654,321`) }) })
    expect(await model.step()).toBe('wrote')
    expect(await store.translations.find(story.id, 'ja')).toMatchObject({
      state: 'refused',
      texts: [],
      rules: ['number'],
    })
  }, 60_000)

  test('leaves a translation waiting while the day has no money for it', async () => {
    const model = await writer({ dailyBudgetMicroUsd: 1 })
    const { story } = await askedInJapanese()
    expect(await model.step()).toBe('over-budget')
    expect(await store.translations.find(story.id, 'ja')).toMatchObject({ state: 'asked' })
    expect(server.requests).toHaveLength(0)
  }, 60_000)
})

async function askedInJapanese() {
  const { stories } = await store.listStories({ order: 'score', limit: 20 })
  const story = stories.find(({ headline }) => headline.language === 'en')!
  const input = translationInput(story, 'ja')!
  await store.translations.ask({ storyId: story.id, language: 'ja', inputHash: input.hash, at: now })
  return { story, input }
}
