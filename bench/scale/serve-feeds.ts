import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// Serves feeds on loopback, each at an address of its own; the parent process says which cycle begins.

const ENTRIES = 20
/** Share of feeds that answer 304, fail, and hang at a second cycle: what a day of a large reader looks like. */
const UNCHANGED = 0.75
const FAILING = 0.03
const SLOW = 0.02
const SLOW_MS = 2_000

const WORDS =
  'harbour data centre opens model chip power grid city council approves budget release research lab engineers report energy plan cluster memory network export rule market bank minister water cooling campus university startup funding round safety test benchmark language translation robot drone port rail airport'.split(
    ' ',
  )

let cycle = 1
const server = createServer((request, response) => {
  if (request.url === '/robots.txt') return void response.end('User-agent: *\nAllow: /\n')
  if (request.url === '/.well-known/tdmrep.json') return void response.writeHead(404).end()
  const feed = Number(request.url?.slice(2))
  const fate = cycle === 1 ? 1 : fraction(feed * 31 + cycle)
  if (fate < FAILING) return void response.writeHead(500).end()
  const version = fate < FAILING + SLOW || fate > UNCHANGED + FAILING + SLOW ? cycle : 1
  const etag = `"${version}"`
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
  const send = () => response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(rss(feed, version))
  if (cycle > 1 && fate < FAILING + SLOW) setTimeout(send, SLOW_MS)
  else send()
})
server.listen(0, () => process.send!((server.address() as AddressInfo).port))
process.on('message', (next: number) => {
  cycle = next
  process.send!(cycle)
})
process.on('disconnect', () => process.exit())

/** Twenty entries of some 600 letters; a new version has two new ones. */
function rss(feed: number, version: number): string {
  const newest = ENTRIES + (version - 1) * 2
  const items = Array.from({ length: ENTRIES }, (_, index) => {
    const n = newest - index
    const words = Array.from(
      { length: 90 },
      (_, at) => WORDS[Math.floor(fraction(feed * 7_919 + n * 104_729 + at) * WORDS.length)],
    )
    return `<item><guid>${feed}-${n}</guid><link>https://p${feed}.example/${n}</link><title>${words.slice(0, 9).join(' ')} ${n}</title>
      <description>${words.join(' ')}</description><pubDate>Sun, 22 Nov 2026 09:${String(n % 60).padStart(2, '0')}:00 GMT</pubDate></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`
}

/** A fixed number in [0, 1) for a number: the same on every run. */
function fraction(seed: number): number {
  const x = Math.sin(seed) * 43_758.545_3
  return x - Math.floor(x)
}
