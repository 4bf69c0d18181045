import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/types.ts'
import type { ClusterInput } from '../../story/types.ts'
import type { Reply } from '../model/testing/provider-server.ts'
import { type EmbeddingChoice, healthName } from './choice.ts'
import { Meanings, type MeaningsOptions } from './meanings.ts'
import { embeddingReply, startEmbeddings } from './testing/embedding-server.ts'
import { tryEmbedding } from './try-embedding.ts'

let store: Store
let server: Awaited<ReturnType<typeof startEmbeddings>>
let now = 1_000_000_000

const vectorOf = (text: string) =>
  Array.from({ length: 8 }, (_, index) => (text.at(index - 8)?.charCodeAt(0) ?? 1) - 100.5)

beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
  server = await startEmbeddings(vectorOf)
})

afterEach(async () => {
  await server.close()
  await store.close()
})

const choice = (more: Partial<EmbeddingChoice> = {}): EmbeddingChoice => ({
  ...{ name: 'openai-compatible:m', provider: 'openai-compatible', model: 'm', space: 'm', prefix: 'query: ' },
  ...{ baseUrl: server.baseUrl, key: 'sk-secret', timeoutMs: 5_000, dimensions: undefined, dailyBudgetMicroUsd: 100 },
  ...more,
})
const free = { input: 0, output: 0, isKnown: true }
const meanings = (more: Partial<MeaningsOptions> = {}) =>
  new Meanings({ store, choice: choice(), price: free, now: () => now, random: () => 0, ...more })
const item = (id: number, title: string): ClusterInput => ({ id, title, text: '', language: 'en', entityIds: [] })
const items = (count: number) => Array.from({ length: count }, (_, id) => item(id, `Title ${id}`))
const health = () => store.models.health(healthName({ model: 'm' }))

test('texts are asked for in batches, once each, with key and prefix; the cache answers from then on', async () => {
  const given = await meanings().obtain([...items(70), item(99, 'Title 3')])
  expect(given.every(({ meaning }) => meaning?.length === 8)).toBe(true)
  expect(given[70]!.meaning).toEqual(given[3]!.meaning)
  expect(given[3]!.meaning).not.toEqual(given[4]!.meaning)
  expect(server.requests.map(({ body }) => (body.input as string[]).length)).toEqual([32, 32, 6])
  expect(server.requests[0]).toMatchObject({
    path: '/v1/embeddings',
    headers: { authorization: 'Bearer sk-secret' },
    body: { model: 'm', encoding_format: 'float', input: expect.arrayContaining(['query: Title 0']) },
  })
  expect(await meanings().obtain(items(70))).toEqual(given.slice(0, 70))
  expect(server.requests).toHaveLength(3)
  expect(await health()).toMatchObject({ state: 'answering' })
})

test('of another model, prefix or length nothing is taken over', async () => {
  await meanings().obtain(items(1))
  await meanings({ choice: choice({ space: 'other' }) }).obtain(items(1))
  expect(server.requests).toHaveLength(2)
})

describe('a server that fails', () => {
  const refused: readonly [string, Reply, RegExp, ('nonsense' | 'resting')?][] = [
    ['an error', { status: 500, body: '{"error":"sk-secret down"}' }, /the server failed \(500\): … down/],
    ['a wrong key', { status: 401 }, /check the key/],
    ['no JSON', { text: 'x' }, /not in the form of \/v1\/embeddings/, 'nonsense'],
    ['a vector too few', embeddingReply([]), /not one vector for each of 2 texts/, 'nonsense'],
    ['vectors of two lengths', embeddingReply([vectorOf('a'), [1]]), /different lengths/, 'nonsense'],
    ['a vector that points nowhere', embeddingReply([vectorOf('a'), Array(8).fill(0)]), /empty/, 'nonsense'],
    ['a redirect', { status: 302, headers: { location: 'http://169.254.169.254/' } }, /redirects/],
  ]
  test.each(refused)('%s leaves items without, and is told', async (_name, reply, reason, state = 'resting') => {
    server.reply = () => reply
    const given = await meanings().obtain(items(2))
    expect(given.map(({ meaning }) => meaning)).toEqual([undefined, undefined])
    expect(await health()).toMatchObject({ state, reason: expect.stringMatching(reason) })
  })

  test('is let rest, longer each time, and is asked again afterwards', async () => {
    const asking = meanings()
    server.reply = () => ({ status: 503 })
    await asking.obtain(items(1))
    await asking.obtain(items(1))
    expect(server.requests).toHaveLength(1)
    now += 2_100
    await asking.obtain(items(1))
    now += 2_100
    await asking.obtain(items(1))
    expect(server.requests).toHaveLength(2)
    now += 2_100
    server.reply = () => embeddingReply([vectorOf('again')])
    expect((await asking.obtain(items(1)))[0]!.meaning).toBeDefined()
    expect(await health()).toMatchObject({ state: 'answering' })
  })

  test('holds nobody up beyond the time-out of a whole batch; what came in time is kept', async () => {
    let requests = 0
    server.reply = ({ body }) =>
      ++requests === 1 ? embeddingReply((body.input as string[]).map(vectorOf)) : { delayMs: 5_000 }
    const startedAt = performance.now()
    const given = await meanings({ choice: choice({ timeoutMs: 300 }) }).obtain(items(100))
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(given.filter(({ meaning }) => meaning)).toHaveLength(32)
    expect(await health()).toMatchObject({ state: 'resting', reason: 'no answer within 0.3 s' })
  })

  test('an answer without end is cut off', async () => {
    const endless = createServer((_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write('['.repeat(1_000_000)));
      }
      response.on('drain', write)
      write()
    })
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/v1`
    await meanings({ choice: choice({ baseUrl }) }).obtain(items(1))
    expect(await health()).toMatchObject({ state: 'resting', reason: expect.stringContaining('longer than') })
    endless.closeAllConnections()
    endless.close()
  })

  test('that is not there', async () => {
    const { baseUrl } = server
    await server.close()
    const given = await meanings({ choice: choice({ baseUrl }) }).obtain(items(1))
    expect(given[0]!.meaning).toBeUndefined()
    expect(await health()).toMatchObject({ reason: expect.stringContaining('the server does not answer') })
  })
})

test('a replay sees what an item was placed with, not what was learned since', async () => {
  const [first] = items(1)
  server.reply = () => ({ status: 500 })
  await meanings().obtain([first!], 5)
  server.reply = () => embeddingReply([vectorOf('late')])
  const later = meanings()
  // A look at what other settings would do learns the vector, but nothing was placed with it.
  await later.obtain([first!])
  expect((await later.recall([first!], [9]))[0]!.meaning).toBeUndefined()
  await later.obtain([first!], 12)
  const seen = await later.recall([first!, first!], [5, 12])
  expect(seen.map(({ meaning }) => meaning !== undefined)).toEqual([false, true])
  expect((await later.recall([first!]))[0]!.meaning).toBeDefined()
  expect(server.requests).toHaveLength(2)
})

test('what costs money stands in the ledger and stops at the day’s budget', async () => {
  const price = { input: 1, output: 0, isKnown: true }
  const dear = meanings({ price, choice: choice({ dailyBudgetMicroUsd: 900 }) })
  await dear.obtain(items(1))
  expect(await store.models.calls({ limit: 9 })).toMatchObject([
    { purpose: 'embedding', outcome: 'answered', tokensIn: 7, costMicroUsd: 7 },
  ])
  const given = await meanings({ price, choice: choice({ dailyBudgetMicroUsd: 100 }) }).obtain([item(5, 'Other')])
  expect(given[0]!.meaning).toBeUndefined()
  expect(server.requests).toHaveLength(1)
  expect(await health()).toMatchObject({ state: 'over-budget' })
})

test('a trial says how long the vectors are, or what to do', async () => {
  expect(await tryEmbedding(choice(), () => now)).toMatch(/^m answered in \d+ ms: vectors of 8 dimensions$/)
  const wrong = tryEmbedding(choice({ dimensions: 16 }), () => now)
  await expect(wrong).rejects.toThrow(/8 dimensions, embedding_dimensions asks for 16.*by their words alone/)
})
