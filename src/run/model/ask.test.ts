import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { askModel } from './ask.ts'
import { type ModelChoice, PROVIDERS, type Provider } from './choice.ts'
import { openModel } from './open-model.ts'
import { type ProviderServer, startProvider } from './testing/provider-server.ts'

const KEY = 'sk-very-secret'
const schema = z.object({ word: z.string() })
let server: ProviderServer

afterEach(() => server.close())

async function ask(provider: Provider, timeoutMs = 5_000) {
  const choice: ModelChoice = {
    ...{ name: `${provider}:m`, provider, model: 'm', baseUrl: server.baseUrl, key: KEY, timeoutMs },
    dailyBudgetMicroUsd: undefined,
  }
  const prompt = { system: 'Rules', user: 'The data' }
  const model = await openModel(choice)
  return askModel({ model, prompt, schema, timeoutMs, maxOutputTokens: 50, secret: KEY, now: Date.now })
}

describe.each(PROVIDERS)('%s', (provider) => {
  test('is asked at its address and answers with tokens', async () => {
    server = await startProvider(provider)
    server.reply = () => ({ text: '{"word":"yes"}' })
    expect(await ask(provider)).toEqual({ output: { word: 'yes' }, tokens: { input: 1_000, output: 100 } })
    const [{ prompt, headers }] = server.requests as [(typeof server.requests)[number]]
    expect(prompt).toContain('Rules')
    expect(prompt).toContain('The data')
    if (provider !== 'ollama') expect(JSON.stringify(headers)).toContain(KEY)
  })

  test.each([
    ['rate-limited', { status: 429, headers: { 'retry-after': '7' } }, { retryAfterMs: 7_000 }],
    ['failed', { status: 503 }, {}],
    ['refused', { status: 401, body: `{"error":{"message":"bad key ${KEY}"}}` }, {}],
    ['nonsense', { text: 'I would rather not.' }, {}],
    ['nonsense', { text: '{"word":5}' }, {}],
    ['failed', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, {}],
  ] as const)('says %s of %j', async (outcome, reply, more) => {
    server = await startProvider(provider)
    server.reply = () => reply
    const { failure, output } = await ask(provider)
    expect(output).toBeUndefined()
    expect(failure).toMatchObject({ outcome, ...more })
    expect(failure!.reason).not.toContain(KEY)
  })
})

test('a model that is too slow is given up; a server that is not there is named', async () => {
  server = await startProvider('openai')
  server.reply = () => ({ delayMs: 3_000 })
  expect((await ask('openai', 1_000)).failure).toEqual({ outcome: 'timed-out', reason: 'no answer within 1 s' })
  await server.close()
  expect((await ask('openai')).failure).toMatchObject({ outcome: 'failed' })
})
