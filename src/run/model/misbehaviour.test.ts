import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/types.ts'
import { askEmbeddings } from '../embedding/ask-embeddings.ts'
import { type ModelChoice, PROVIDERS, type Provider } from './choice.ts'
import { askOnLedger } from './ledger.ts'
import { openModel } from './open-model.ts'
import { type ProviderServer, type Reply, startProvider } from './testing/provider-server.ts'

/** Long enough for a loopback server, short enough to wait for. */
const TIMEOUT_MS = 600
const PRICE = { input: 1, output: 1, isKnown: true }
const JSON_TYPE = { 'content-type': 'application/json' }

const written = (write: (response: ServerResponse) => void): Reply => ({ write })
const cut = (length: Record<string, string>) =>
  written((response) => {
    response.writeHead(200, { ...JSON_TYPE, ...length })
    response.write('{"choices":')
    setTimeout(() => response.destroy(), 20)
  })
const dripping = written((response) => {
  response.writeHead(200, JSON_TYPE)
  const drops = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(drops))
})
const status = (code: number, body = '', headers: Record<string, string> = {}): Reply => ({
  ...{ status: code, body, headers },
})

/** What a server does, what is recorded of it, and whether the call is known to have cost nothing. */
const CASES: readonly (readonly [string, Reply, string, RegExp, boolean])[] = [
  ['204', written((response) => response.writeHead(204).end()), 'failed', /^it answers 204 with nothing$/, false],
  ['205', written((response) => response.writeHead(205).end()), 'failed', /^it answers 205 with nothing$/, false],
  ['an empty body', status(200), 'failed', /^it answers 200 with nothing$/, false],
  ['cut JSON', status(200, '{"choices":[{"ind'), 'failed', /not all of it: “\{"choices":\[\{"ind”$/, false],
  ['a page', status(200, '<!doctype html>\n<p>Sign in'), 'failed', /no JSON.*“<!doctype html> <p>Sign in”$/, false],
  ['an error with 200', status(200, '{"error":{"message":"no credit"}}'), 'failed', /with an error: no credit$/, false],
  ['an error as a text', status(200, '{"error":"not loaded"}'), 'failed', /200 with an error: not loaded$/, false],
  ['a stream of events', status(200, 'data: {"choices":[]}\n\ndata: [DONE]\n\n'), 'failed', /no JSON/, false],
  ['a cut answer', cut({ 'content-length': '5000' }), 'failed', /^the answer broke off: /, false],
  ['a cut answer of unknown length', cut({}), 'failed', /^the answer broke off: /, false],
  ['no gzip', status(200, 'plain', { 'content-encoding': 'gzip' }), 'failed', /^the answer broke off: /, false],
  ['a closed connection', written((response) => response.destroy()), 'failed', /^the server does not answer: /, false],
  ['a drip', dripping, 'timed-out', /^no answer within 0\.6 s$/, false],
  ['a redirect', status(307, '', { location: 'https://a.example/' }), 'failed', /^it redirects \(307\)/, true],
  [
    'an odd status',
    written(({ socket }) => socket!.end('HTTP/1.1 999 Odd\r\ncontent-length: 2\r\n\r\n{}')),
    'failed',
    /^it answers with the status 999$/,
    false,
  ],
  ['a page with 502', status(502, '<h1>Bad gateway</h1>'), 'failed', /^the server failed \(502\)/, false],
  ['408', status(408), 'failed', /^the server failed \(408\)/, false],
  ['402', status(402), 'refused', /^refused \(402\), check the account’s credit/, true],
  ['429', status(429), 'rate-limited', /^asked too often \(429\)/, true],
]

let server: ProviderServer
let store: Store

beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
})
afterEach(async () => {
  await server.close()
  await store.close()
})

const choiceOf = (provider: Provider, baseUrl = server.baseUrl): ModelChoice => ({
  ...{ name: `${provider}:m`, provider, model: 'm', baseUrl, key: 'sk-very-secret', timeoutMs: TIMEOUT_MS },
  dailyBudgetMicroUsd: undefined,
})

async function recorded(choice: ModelChoice) {
  const ledger = { store, choice, model: await openModel(choice), price: PRICE, now: Date.now }
  const prompt = { system: 'Rules', user: 'The data' }
  await askOnLedger(ledger, {
    ...{ purpose: 'trial', prompt, maxOutputTokens: 50 },
    schema: z.object({ word: z.string() }),
  } as const)
  return (await store.models.calls({ limit: 1 }))[0]!
}

describe.each(PROVIDERS)('%s', (provider) => {
  test.each(CASES)(
    '%s is asked for once, said plainly and accounted for',
    async (_, reply, outcome, reason, isFree) => {
      server = await startProvider(provider)
      server.reply = () => reply
      const call = await recorded(choiceOf(provider))
      expect(call.outcome).toBe(outcome)
      expect(call.error).toMatch(reason)
      expect(server.requests).toHaveLength(1)
      // What may have been worked on counts as spent, to the amount set aside for it.
      expect(call.costMicroUsd > 0).toBe(!isFree)
    },
  )

  test('a server that is not there has cost nothing', async () => {
    server = await startProvider(provider)
    const choice = choiceOf(provider)
    await server.close()
    expect(await recorded(choice)).toMatchObject({ outcome: 'failed', costMicroUsd: 0 })
  })
})

test.each(CASES)('embeddings: %s', async (_, reply, outcome, reason, isFree) => {
  server = await startProvider('openai-compatible')
  server.reply = () => reply
  const { provider: _provider, ...choice } = choiceOf('openai-compatible')
  const embedding = { ...choice, provider: 'openai-compatible', prefix: '', space: 's', dimensions: undefined } as const
  const answer = await askEmbeddings(embedding, ['a'], Date.now, AbortSignal.timeout(TIMEOUT_MS))
  expect(answer).toMatchObject({ failure: { outcome, reason: expect.stringMatching(reason) } })
  expect('failure' in answer && (answer.failure.isFree ?? false)).toBe(isFree)
  expect(server.requests).toHaveLength(1)
})
