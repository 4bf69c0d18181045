import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { until } from '../run/auspex-process.ts'
import { type HostileProgram, startHostileProgram } from './hostile-program.ts'

// More feeds than there are connections, each at a host of its own, each as long as a body may be, with as many entries as are read.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const FEEDS = 30
/** Which come first is left to chance, and all of them take minutes. All press on the memory at once, whichever are stored first. */
const MANY = 6
const HEALTHY = 200
const MOST_MEMORY_MB = 700
const WORDS = 'harbour data centre opens model chip power grid city council'.split(' ')

let server: Server
let program: HostileProgram
const polls = new Map<number, number>()

/** 10,000 entries, 1.9 MB. */
function longFeed(host: number): string {
  const entries = Array.from({ length: 10_000 }, (_, at) => {
    const words = Array.from(
      { length: 16 },
      (_word, place) => WORDS[(at * 31 + place * 17 + host) % WORDS.length],
    ).join(' ')
    return `<item><guid>${host}-${at}</guid><title>Entry ${at} of ${host}</title><description>${words}</description></item>`
  })
  return `<rss version="2.0"><channel><title>F</title>${entries.join('').slice(0, 1_900_000)}</channel></rss>`
}

beforeAll(async () => {
  const bodies = new Map<number, string>()
  server = createServer((request, response) => {
    const host = Number(/^127\.3\.0\.(\d+):/.exec(request.headers.host ?? '')?.[1])
    if (request.url !== '/feed') return void response.writeHead(404).end()
    const poll = (polls.get(host) ?? 0) + 1
    polls.set(host, poll)
    const entry = `<item><guid>${poll}</guid><title>Healthy ${poll}</title></item>`
    if (host === HEALTHY) return void response.end(`<rss><channel><title>F</title>${entry}</channel></rss>`)
    const body = bodies.get(host) ?? longFeed(host)
    bodies.set(host, body)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as { port: number }
  const hosts = [...Array.from({ length: FEEDS }, (_, at) => at + 1), HEALTHY]
  program = await startHostileProgram(
    Object.fromEntries(hosts.map((host) => [`f${host}`, `http://127.3.0.${host}:${port}/feed`])),
    hosts.map((host) => `127.3.0.${host}:${port}`),
  )
})

afterAll(async () => {
  await program?.stop()
  server?.close()
})

test('they are read one after the other; a short feed is polled meanwhile, and no thread runs out of memory', async () => {
  const read = new Set<number>()
  const areRead = async () => {
    for (let host = 1; host <= FEEDS && read.size < MANY; host++) {
      if (!read.has(host) && /Entry \d+ of /.test(await program.page(`f${host}`))) read.add(host)
    }
    return read.size === MANY ? true : undefined
  }
  await until(`${MANY} feeds are stored`, areRead, 200_000, 1_000)
  await until(
    'the short feed was polled five times',
    async () => ((polls.get(HEALTHY) ?? 0) >= 5 ? true : undefined),
    200_000,
  )
  const status = readFileSync(`/proc/${program.auspex.child.pid}/status`, 'utf8')
  expect(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_000).toBeLessThan(MOST_MEMORY_MB)
  expect(program.auspex.output()).not.toMatch(/starts again|stopped:/)
})
