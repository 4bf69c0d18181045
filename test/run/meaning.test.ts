import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import type { EmbeddingChoice } from '../../src/run/embedding/choice.ts'
import { Meanings } from '../../src/run/embedding/meanings.ts'
import { embeddingReply, startEmbeddings } from '../../src/run/embedding/testing/embedding-server.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/types.ts'
import { hashed } from '../../src/story/testing/hashed-meaning.ts'
import type { Receipt } from '../../src/story/types.ts'
import { EVENING, openDesk, publishFeedsUpTo } from '../fixtures/demo-day.ts'

const STEP_MINUTES = 240

let beat: Beat
let server: Awaited<ReturnType<typeof startEmbeddings>>
/** Texts of which the server knows nothing for now. */
let isDown = (_texts: readonly string[]) => false
let asked: string[] = []

beforeAll(async () => {
  beat = loadBeat()
  server = await startEmbeddings(() => [])
  server.reply = ({ body }) => {
    const texts = body.input as readonly string[]
    if (isDown(texts)) return { status: 503 }
    asked.push(...texts)
    return embeddingReply(texts.map((text) => [...hashed(text.split('\n')[0]!, { dimensions: 16 })]))
  }
})
afterAll(() => server.close())

function meaningsOf(store: Store): Meanings {
  const choice: EmbeddingChoice = {
    ...{ name: 'openai-compatible:m', provider: 'openai-compatible', model: 'm', space: 'm', prefix: '' },
    ...{ baseUrl: server.baseUrl, key: '', timeoutMs: 5_000, dimensions: undefined, dailyBudgetMicroUsd: undefined },
  }
  // Time flies, so that no rest is longer than until the next batch.
  let now = EVENING
  const price = { input: 0, output: 0, isKnown: true }
  return new Meanings({ store, choice, price, now: () => (now += 3_600_000), random: () => 0 })
}

/** How a day ends under one way of stopping and starting the desk. */
async function dayWith(between: (desk: Desk, store: Store) => Promise<Desk>, batch = 7) {
  const store = await openStore({ file: ':memory:' })
  let desk = await openDesk(store, beat, EVENING, meaningsOf(store))
  for (let minute = STEP_MINUTES; minute <= DAY_MINUTES; minute += STEP_MINUTES) {
    await publishFeedsUpTo(minute, store, beat)
    while ((await desk.workOff(batch)) === batch);
    desk = await between(desk, store)
  }
  const stored = await store.membersSince(0)
  const members = stored.map(({ storyId, itemId, receipt }) => `${storyId} ${itemId} ${JSON.stringify(receipt)}`).sort()
  const events = await store.events({ limit: 5_000 })
  const merges = events.filter(({ type }) => type === 'merged').map(({ data }) => data)
  await store.close()
  return { members, merges }
}

const restarted = (_desk: Desk, store: Store) => openDesk(store, beat, EVENING, meaningsOf(store))
const receiptOf = (member: string) => JSON.parse(member.slice(member.indexOf('{'))) as Receipt
const untouched = async (desk: Desk) => desk

describe('a day with an embedding model', () => {
  let never: Awaited<ReturnType<typeof dayWith>>
  beforeAll(async () => {
    never = await dayWith(untouched)
  }, 120_000)

  test('merges stories for what they mean, which the log and the receipts say; no text is asked for twice', () => {
    const merge = never.merges.find(({ meaning }) => meaning !== undefined)!
    expect(merge.score).toBeGreaterThanOrEqual(Number(merge.threshold))
    expect(never.members.filter((member) => member.includes('"rule":"merge"')).length).toBeGreaterThan(0)
    expect(never.members.filter((member) => member.includes('"meaning":')).length).toBeGreaterThan(100)
    const joined = never.members.map(receiptOf).filter(({ rule }) => rule === 'content')
    expect(joined.some(({ meaningGain = 0 }) => meaningGain > 0)).toBe(true)
    expect(joined.some(({ meaningGain = 0 }) => meaningGain < 0)).toBe(true)
    expect(joined.every(({ score, threshold }) => score >= threshold)).toBe(true)
    expect(new Set(asked).size).toBe(asked.length)
    asked = []
  })

  test('is the same with other batches, and killed between them', async () => {
    expect(await dayWith(restarted, 60)).toEqual(never)
  }, 120_000)

  test('is the same killed or not where the server failed in between', async () => {
    isDown = (texts) => texts.some((text) => /OpenAI|Nvidia/.test(text))
    const failing = await dayWith(untouched)
    expect(failing).not.toEqual(never)
    expect(await dayWith(restarted)).toEqual(failing)
  }, 120_000)
})
