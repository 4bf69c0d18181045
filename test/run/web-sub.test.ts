import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Loopback, openLoopback } from '../../src/source/testing/loopback.ts'
import { type AuspexProcess, startAuspexProcess, until } from './auspex-process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** The program, a publisher and its hub, all real servers on loopback. */
let world: Loopback
let auspex: AuspexProcess
let folder: string
const asked: URLSearchParams[] = []
let topic: string

const catalogue = (feed: string) => `sources:
  - id: harbour
    name: Harbour Press
    homepage: https://harbour.example/
    kind: rss
    feeds: [{ url: "${feed}" }]
    language: en
    country: HK
    family: harbour
    type: press
    tier: 2
    tierReason: a newsroom
    topics: [models]
    hubs: [hong-kong]
    enabled: true
`
const rss = (...titles: readonly string[]) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbour Press</title>
  <atom:link rel="hub" href="${world.url}/hub"/><atom:link rel="self" href="${topic}"/>${titles
    .map((title) => `<item><title>${title}</title><guid>${title}</guid></item>`)
    .join('')}</channel></rss>`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const sourcePage = async () => {
  const answer = await fetch(`${auspex.url}/sources/harbour`)
  return answer.text()
}
const deliver = (callback: string, body: string, headers: Record<string, string> = {}) =>
  fetch(callback, { method: 'POST', body, headers: { 'content-type': 'application/rss+xml', ...headers } })
const signed = (secret: string, body: string, method = 'sha256') => ({
  'x-hub-signature': `${method}=${createHmac(method, secret).update(body).digest('hex')}`,
})
const confirmation = (query: Record<string, string>) =>
  `${asked[0]!.get('hub.callback')}?${new URLSearchParams(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [`hub.${name}`, value])),
  )}`

beforeAll(async () => {
  world = await openLoopback()
  topic = `${world.url}/topic.xml`
  world.answers.set('/feed.xml', (_request: unknown, response: import('node:http').ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss('Harbour opens an AI data centre')),
  )
  world.answers.set(
    '/hub',
    (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        asked.push(new URLSearchParams(body))
        response.writeHead(202).end()
      })
    },
  )
  folder = mkdtempSync(join(tmpdir(), 'auspex-websub-'))
  const port = await freePort()
  writeFileSync(join(folder, 'sources.yaml'), catalogue(`${world.url}/feed.xml`))
  auspex = await startAuspexProcess(
    ['start', '--data', folder, '--sources', join(folder, 'sources.yaml'), '--port', String(port)],
    {
      AUSPEX_BASE_URL: `http://127.0.0.1:${port}`,
      AUSPEX_ALLOW_PRIVATE: `127.0.0.1:${port},127.0.0.1:${world.port}`,
      AUSPEX_MAX_BODY_BYTES: '20000',
    },
  )
  await until('the hub is asked', async () => asked[0], 60_000)
})

afterAll(async () => {
  await auspex?.stop()
  await world?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('the hub is asked for the topic that the feed names, with a secret', () => {
  const [form] = asked
  expect(form!.get('hub.mode')).toBe('subscribe')
  expect(form!.get('hub.topic')).toBe(topic)
  expect(form!.get('hub.secret')).toMatch(/^[0-9a-f]{64}$/)
  expect(Number(form!.get('hub.lease_seconds'))).toBe(864_000)
  expect(form!.get('hub.callback')).toMatch(new RegExp(`^${auspex.url}/websub/[0-9a-f]{32}$`))
})

test('only what was asked for is confirmed', async () => {
  const good = { mode: 'subscribe', topic, challenge: 'abc<b>', lease_seconds: '3600' }
  for (const wrong of [{ mode: 'unsubscribe' }, { topic: 'https://other.example/' }, { challenge: '' }]) {
    expect((await fetch(confirmation({ ...good, ...wrong }))).status).toBe(404)
  }
  const elsewhere = confirmation(good).replace(/websub\/.{4}/, 'websub/0000')
  expect((await fetch(elsewhere)).status).toBe(404)
  const answer = await fetch(confirmation(good))
  expect([answer.status, await answer.text()]).toEqual([200, 'abc<b>'])
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
})

test('a signed delivery is stored before it is acknowledged; nothing else is', async () => {
  const callback = asked[0]!.get('hub.callback')!
  const secret = asked[0]!.get('hub.secret')!
  const body = rss('Harbour doubles its AI racks')
  expect((await deliver(callback, rss('Forged'))).status).toBe(202)
  expect((await deliver(callback, rss('Forged'), signed('other', rss('Forged')))).status).toBe(202)
  expect((await deliver(callback, body, signed(secret, body))).status).toBe(204)
  const page = await until('the item is there', async () => {
    const text = await sourcePage()
    return text.includes('Harbour doubles its AI racks') ? text : undefined
  })
  expect(page).not.toContain('Forged')
  const again = rss('Harbour hires for its AI hall')
  expect((await deliver(callback, again, signed(secret, again, 'sha1'))).status).toBe(204)
})

test('what is too large, or for nobody, is refused', async () => {
  const callback = asked[0]!.get('hub.callback')!
  expect((await deliver(callback, 'x'.repeat(20_001))).status).toBe(413)
  expect((await deliver(callback.replace(/.{4}$/, 'ffff'), 'x')).status).toBe(410)
  expect((await deliver(callback.slice(0, -4), 'x')).status).toBe(405)
})

test('a delivery that is no feed is acknowledged, and the next one is still read', async () => {
  const [callback, secret] = [asked[0]!.get('hub.callback')!, asked[0]!.get('hub.secret')!]
  expect((await deliver(callback, 'nonsense', signed(secret, 'nonsense'))).status).toBe(204)
  const body = rss('Harbour cools its AI hall with sea water')
  expect((await deliver(callback, body, signed(secret, body))).status).toBe(204)
  const isShown = async () => (await sourcePage()).includes('Harbour cools its AI hall with sea water') || undefined
  await until('the item is there', isShown)
})

test('one callback is called 60 times a minute, no more', async () => {
  const callback = asked[0]!.get('hub.callback')!
  const statuses: number[] = []
  for (let i = 0; i < 65; i++) statuses.push((await deliver(callback, 'x')).status)
  expect(statuses).toContain(202)
  expect(statuses.at(-1)).toBe(429)
})
