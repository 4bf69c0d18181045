import { expect, test } from 'vitest'
import { readSettings } from '../../settings.ts'
import { modelChoice } from './choice.ts'
import { costOf, loadPrices, mostTokens, priceOf, sayPrice } from './prices.ts'

const choose = (more: Record<string, string>) => modelChoice(readSettings(more, {}))

test('without the setting there is none', () => expect(choose({})).toBeUndefined())

test('provider, model, address and budget', () => {
  expect(choose({ model: 'google:gemini-2.5-flash-lite', model_key: 'k' })).toMatchObject({
    provider: 'google',
    model: 'gemini-2.5-flash-lite',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    dailyBudgetMicroUsd: 1_000_000,
  })
  const own = {
    model: 'openai-compatible:org/m:q4',
    model_base_url: 'http://127.0.0.1:8080/v1/',
    model_daily_budget_usd: 'none',
  }
  expect(choose(own)).toMatchObject({
    model: 'org/m:q4',
    baseUrl: 'http://127.0.0.1:8080/v1',
    dailyBudgetMicroUsd: undefined,
  })
})

test.each([
  [{ model: 'gemini' }, 'AUSPEX_MODEL'],
  [{ model: 'openai:x' }, 'AUSPEX_MODEL_KEY'],
  [{ model: 'openai-compatible:x' }, 'AUSPEX_MODEL_BASE_URL'],
  [{ model: 'ollama:x', model_base_url: 'ftp://x' }, 'AUSPEX_MODEL_BASE_URL'],
])('%j is refused, naming %s', (settings, name) => expect(() => choose(settings)).toThrow(name))

test('prices: known, own servers, and the cautious guess for the rest', () => {
  const table = loadPrices()
  const known = priceOf(choose({ model: 'google:gemini-2.5-flash-lite', model_key: 'k' })!, table)
  expect(costOf({ input: 1_000_000, output: 1_000_000 }, known)).toBeCloseTo(500_000)
  expect(priceOf(choose({ model: 'ollama:gemma3' })!, table)).toMatchObject({ input: 0, isKnown: true })
  const away = choose({ model: 'openai-compatible:m', model_base_url: 'https://models.example/v1' })!
  expect(priceOf(away, table)).toEqual({ ...table.otherwise, isKnown: false })
  expect(mostTokens('四字四字')).toBe(806)
})

test('a price is said with where and when it was read, or to be unknown', () => {
  const table = loadPrices()
  const said = (model: string, more: object = {}) => sayPrice(choose({ model, model_key: 'k', ...more })!, table)
  expect(said('anthropic:claude-haiku-4-5')).toMatch(
    /^\$1 in, \$5 out .* read on \d{4}-\d\d-\d\d at https:.*overview\.md$/,
  )
  expect(said('openai:gpt-4.1-nano')).toContain('not the provider’s own page')
  expect(said('openai:no-such-model')).toMatch(/^unknown; the budget takes it/)
  expect(said('ollama:gemma3')).toContain('server of your own')
})
