import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Loopback, openLoopback } from '../../src/source/testing/loopback.ts'
import { type AuspexProcess, until } from '../run/auspex-process.ts'
import { type HostileProgram, startHostileProgram } from './hostile-program.ts'

// The program itself, with twenty hostile feeds and a healthy one at the same server.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** Resident memory of the whole program at its largest; 484 MB on the day this was written, with 10,000 new items. */
const MOST_MEMORY_MB = 700
const HUGE = 100_000_000

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const rss = (items: string) => `<rss version="2.0"><channel><title>Feed</title>${items}</channel></rss>`
const item = (id: string, title: string, rest = '') => `<item><guid>${id}</guid><title>${title}</title>${rest}</item>`
const plain =
  (body: string | Uint8Array | (() => string), headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', ...headers })
      .end(typeof body === 'function' ? body() : body)

/** Bytes without end, as fast as they are taken. */
const endless =
  (chunk: string): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  }

/** A byte now and then: never silent for long, never done. */
const dripping: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write(' ')), 100)
}

const moved =
  (location: string): Answer =>
  (_request, response) =>
    response.writeHead(302, { location }).end()

let polls = 0
const shared = item('https://wire.example/one', 'One entry in ten feeds', '<link>https://wire.example/one</link>')
const bomb = Buffer.alloc(HUGE, 'x')

/** What each feed does, and the words that its page must have. */
const FEEDS: Readonly<Record<string, { answer: Answer; words: RegExp }>> = {
  'gzip-bomb': {
    answer: plain(gzipSync(bomb), { 'content-encoding': 'gzip' }),
    words: /the answer is longer than 2 MB/,
  },
  'brotli-bomb': {
    answer: plain(brotliCompressSync(bomb), { 'content-encoding': 'br' }),
    words: /the answer is longer than 2 MB/,
  },
  'nested-bomb': {
    answer: plain(gzipSync(gzipSync(bomb)), { 'content-encoding': 'gzip, gzip' }),
    words: /the answer is longer than 2 MB/,
  },
  endless: { answer: endless('<item>'.repeat(1_000)), words: /the answer is longer than 2 MB/ },
  slow: { answer: dripping, words: /no full answer within 2 seconds/ },
  silent: { answer: () => undefined, words: /no full answer within 2 seconds|did not answer in time/ },
  loop: { answer: moved('/loop'), words: /the address redirects in a circle/ },
  'to-metadata': { answer: moved('http://169.254.169.254/latest/meta-data'), words: /refused for safety/ },
  'to-private': { answer: moved('/hop'), words: /refused for safety/ },
  'to-file': { answer: moved('file:///etc/passwd'), words: /refused for safety/ },
  'too-long': {
    answer: (_request, response) => {
      response.writeHead(200, { 'content-length': '100000' }).write(rss(item('cut', 'Cut off')))
      setTimeout(() => response.destroy(), 50)
    },
    words: /broke off the connection/,
  },
  'too-short': {
    answer: plain(rss(item('s', 'Short')), { 'content-length': '20' }),
    words: /It answers without any entry\.<[\s\S]*It is damaged or cut off/,
  },
  'one-id': {
    answer: plain(rss(Array.from({ length: 10_000 }, (_, at) => item('same', `Entry ${at}`)).join(''))),
    words: /Entries with the id of another: 9,999; each id is kept once/,
  },
  'many-entries': {
    answer: plain(rss(Array.from({ length: 20_000 }, (_, at) => item(`m${at}`, `Entry ${at}`)).join(''))),
    words: /It holds more than is read: the first 10,000 entries/,
  },
  'new-ids': {
    answer: plain(() => rss([1, 2, 3].map((at) => item(`${++polls}-${at}`, `The same entry ${at}`)).join(''))),
    words: /its ids may change every time/,
  },
  'old-dates': {
    answer: plain(rss(item('y0', 'Year 0', '<pubDate>Mon, 01 Jan 0000 00:00:00 GMT</pubDate>'))),
    words: /Year 0/,
  },
  'far-dates': {
    answer: plain(rss(item('y9', 'Year 9999', '<pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>'))),
    words: /All of its entries are dated in the future/,
  },
  'long-title': { answer: plain(rss(item('long', 'word '.repeat(380_000)))), words: /word word/ },
  empty: { answer: plain(rss('')), words: /It answers without any entry/ },
  damaged: {
    answer: plain(`${rss(item('kept', 'A kept entry')).slice(0, -16)}<item><title>cut o`),
    words: /It is damaged or cut off/,
  },
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`wire-${at}`, { answer: plain(rss(shared)), words: /One entry in ten/ }]),
  ),
}

let world: Loopback
let program: HostileProgram
let auspex: AuspexProcess
const healthyPolls: number[] = []

const page = (id: string) => program.page(id)

beforeAll(async () => {
  world = await openLoopback()
  for (const [id, { answer }] of Object.entries(FEEDS)) world.answers.set(`/${id}`, answer)
  world.answers.set('/hop', moved('http://[::ffff:10.0.0.1]/'))
  world.answers.set('/healthy', (_request: IncomingMessage, response: ServerResponse) => {
    healthyPolls.push(Date.now())
    plain(rss(item(`h${healthyPolls.length}`, `Healthy entry ${healthyPolls.length}`)))(_request, response)
  })
  const ids = [...Object.keys(FEEDS), 'healthy']
  const feeds = Object.fromEntries(ids.map((id) => [id, `${world.url}/${id}`]))
  program = await startHostileProgram(feeds, [`127.0.0.1:${world.port}`])
  auspex = program.auspex
})

afterAll(async () => {
  await program?.stop()
  await world?.close()
})

/** On a busy machine the first poll may be over time; the second comes up to a minute later. */
const SECOND_POLL_WITHIN_MS = 90_000

test.each(Object.entries(FEEDS))(
  '%s: its page says what happened',
  async (id, { words }) => {
    const said = async () => (words.test(await page(id)) ? true : undefined)
    await until(`the page of ${id} says ${words}`, said, SECOND_POLL_WITHIN_MS)
  },
  SECOND_POLL_WITHIN_MS + 10_000,
)

test('the healthy feed is read again and again meanwhile, and pages answer', async () => {
  await until('the healthy feed was polled eight times', async () => (healthyPolls.length >= 8 ? true : undefined))
  const longestMs = Math.max(...healthyPolls.slice(1).map((at, index) => at - healthyPolls[index]!))
  expect(longestMs).toBeLessThan(20_000)
  expect(await page('healthy')).toMatch(/Healthy entry \d+/)
  const startedAt = performance.now()
  expect((await fetch(auspex.url)).status).toBe(200)
  expect(performance.now() - startedAt).toBeLessThan(3_000)
})

test('memory stays bounded, and no thread had to be started again', () => {
  const status = readFileSync(`/proc/${auspex.child.pid}/status`, 'utf8')
  const peakMb = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_000
  expect(peakMb).toBeLessThan(MOST_MEMORY_MB)
  expect(auspex.output()).not.toMatch(/starts again|stopped:|Napi/)
})

test('the log warns of each failing feed at its first failure, and once', async () => {
  // On a busy machine the first may be that the time was over.
  await until('the loop is in the log', async () => (/\/loop: /.test(auspex.output()) ? true : undefined))
  expect(auspex.output().match(/\/loop: /g)).toHaveLength(1)
})
