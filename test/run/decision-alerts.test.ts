import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifySignature } from '../../src/delivery/testing/verify-signature.ts'
import { type Loopback, openLoopback } from '../../src/source/testing/loopback.ts'
import { type AuspexProcess, runAuspex, startAuspexProcess, until } from './auspex-process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const SECRET = 'a secret of some length'
const ANSWER = '/hub/decide?hubs=hong-kong,tokyo&c.regulatory-flexibility=0.85&c.compute=0.15&by=weight'
const NEWS = "Hong Kong's new AI regulation bans public generative AI services that lack a licence."

/** The program, a publisher and a receiver of webhooks, all real servers on loopback. */
let world: Loopback
let auspex: AuspexProcess
let folder: string
let entries: readonly string[] = ['A harbour opens an AI data centre']
const calls: { readonly body: string; readonly signature: string }[] = []

const catalogue = (feed: string) => `sources:
  - { id: harbour, name: Harbour Press, homepage: "https://harbour.example/", kind: rss, feeds: [{ url: "${feed}" }], language: en,
      country: HK, family: harbour, type: press, tier: 2, tierReason: a newsroom, topics: [models], hubs: [hong-kong], enabled: true }
`
const rss = () =>
  `<rss version="2.0"><channel><title>Harbour Press</title>${entries
    .map(
      (text) =>
        `<item><title>${text.slice(0, 40)}</title><guid>${text}</guid><description>${text}</description><pubDate>${new Date().toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`

beforeAll(async () => {
  world = await openLoopback()
  world.answers.set('/feed.xml', (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss()),
  )
  world.answers.set('/hook', (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      calls.push({ body, signature: String(request.headers['auspex-signature']) })
      response.writeHead(204).end()
    })
  })
  folder = mkdtempSync(join(tmpdir(), 'auspex-decision-'))
  writeFileSync(join(folder, 'sources.yaml'), catalogue(`${world.url}/feed.xml`))
  const saved = await runAuspex([
    ...['admin', 'save-decision', 'our site', `https://news.example${ANSWER}`],
    ...['--webhook', `${world.url}/hook`, '--data', folder],
  ])
  expect(saved.stderr).toBe('')
  auspex = await startAuspexProcess(
    ['start', '--data', folder, '--sources', join(folder, 'sources.yaml'), '--port', '0'],
    {
      AUSPEX_ALLOW_PRIVATE: `127.0.0.1:${world.port}`,
      AUSPEX_WEBHOOK_SECRET: SECRET,
      AUSPEX_DECISION_SECONDS: '1',
      AUSPEX_POLL_MIN_SECONDS: '1',
      AUSPEX_POLL_MAX_SECONDS: '2',
    },
  )
})

afterAll(async () => {
  await auspex?.stop()
  await world?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('what is saved by the address of its page is told, then what a story would change of it', async () => {
  const first = await until('the answer is told', async () => calls[0], 60_000)
  expect(JSON.parse(first.body)).toMatchObject({
    ...{ type: 'decision', name: 'our site', reasons: ['saved'], wouldChange: [] },
    answer: { ranked: [{ hub: 'hong-kong' }, { hub: 'tokyo' }] },
  })
  entries = [NEWS, ...entries]
  const second = await until('the story is told', async () => calls[1], 90_000)
  const told = JSON.parse(second.body)
  expect(told).toMatchObject({
    reasons: ['evidence'],
    wouldChange: [
      {
        leader: 'tokyo',
        sentence: expect.stringContaining('Regulatory flexibility of Hong Kong is 2.5/4, not 3.5/4: Tokyo is first'),
        because: [{ hub: 'hong-kong', criterion: 'regulatory-flexibility', quote: NEWS }],
      },
    ],
  })
  for (const { body, signature } of calls) {
    const seconds = Number(/t=(\d+)/.exec(signature)?.[1])
    expect(verifySignature(SECRET, body, signature, seconds)).toBe(true)
  }
  const feed = await fetch(`${auspex.url}${ANSWER.replace('decide?', 'decide/feed.json?')}`)
  const { items } = (await feed.json()) as {
    readonly items: readonly { readonly title: string; readonly url: string }[]
  }
  expect(items[1]).toMatchObject({ title: told.wouldChange[0].sentence })
  const story = await fetch(told.wouldChange[0].because[0].url)
  expect(await story.text()).toContain('bans public generative AI services')
  expect(calls).toHaveLength(2)
})
