import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/types.ts'
import type { ModelChoice } from './choice.ts'
import { type ProviderServer, startProvider } from './testing/provider-server.ts'
import { tryModel } from './try-model.ts'

let store: Store
let server: ProviderServer

beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
  server = await startProvider('google')
})

afterEach(async () => {
  await server.close()
  await store.close()
})

const choice = (more: Partial<ModelChoice> = {}): ModelChoice => ({
  ...{
    name: 'google:gemini-2.5-flash-lite',
    provider: 'google',
    model: 'gemini-2.5-flash-lite',
    baseUrl: server.baseUrl,
  },
  ...{ key: 'sk-secret', timeoutMs: 5_000, dailyBudgetMicroUsd: 1_000_000, ...more },
})

test('a model that answers is told with tokens and cost, and stands in the ledger', async () => {
  server.reply = () => ({ text: '{"ready":true}' })
  expect(await tryModel(choice(), store, Date.now)).toMatch(/answered in \d+ ms: 1000 tokens in, 100 out, \$0\.0001$/)
  expect(await store.models.calls({ limit: 9 })).toMatchObject([{ purpose: 'trial', outcome: 'answered' }])
})

test('one that does not says why and what to do, never the key', async () => {
  server.reply = () => ({ status: 403, body: '{"error":{"code":403,"message":"key sk-secret is wrong","status":"X"}}' })
  const failure = await tryModel(choice(), store, Date.now).catch((error: Error) => error.message)
  expect(failure).toContain('check the key')
  expect(failure).not.toContain('sk-secret')
  await expect(tryModel(choice({ dailyBudgetMicroUsd: 1 }), store, Date.now)).rejects.toThrow('model_daily_budget_usd')
})
