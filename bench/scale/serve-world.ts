import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ENTRIES, offsetOf, periodOf, random, rss } from './made-world.ts'

// Serves feeds that publish as a world of feeds does: few of them often, most seldom, a third of their entries about what others report
// too. The parent process asks for what was served by sending any message.

const [feeds = 0] = process.argv.slice(2).map(Number)
/** Of what was polled before: what a day of a large reader looks like. */
const FAILING = 0.03
const SLOW = 0.02
const SLOW_MS = 2_000

/** What was answered for each feed: times asked, refused on purpose, and the newest and oldest entry it was given. */
const asked = new Uint32Array(feeds)
const refused = new Uint32Array(feeds)
const newestGiven = new Float64Array(feeds).fill(-1)
const oldestGiven = new Float64Array(feeds).fill(Number.POSITIVE_INFINITY)

const server = createServer((request, response) => {
  if (request.url === '/robots.txt') return void response.end('User-agent: *\nAllow: /\n')
  if (request.url === '/.well-known/tdmrep.json') return void response.writeHead(404).end()
  const feed = Number(request.url?.slice(2))
  const again = asked[feed]!++
  const fate = again === 0 ? 1 : random(feed * 31 + again)()
  if (fate < FAILING) {
    refused[feed]!++
    return void response.writeHead(500).end()
  }
  const newest = Math.floor((Date.now() - offsetOf(feed)) / periodOf(feed))
  const etag = `"${newest}"`
  const send = () => {
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
    const body = rss(feed, newest)
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body, () => {
      newestGiven[feed] = Math.max(newestGiven[feed]!, newest)
      oldestGiven[feed] = Math.min(oldestGiven[feed]!, newest - ENTRIES + 1)
    })
  }
  if (fate < FAILING + SLOW) setTimeout(send, SLOW_MS)
  else send()
})
server.listen(0, () => process.send!((server.address() as AddressInfo).port))
process.on('message', () => {
  const given = newestGiven.reduce((all, newest, feed) => all + (newest < 0 ? 0 : newest - oldestGiven[feed]! + 1), 0)
  process.send!({ asked: [...asked], refused: refused.reduce((all, count) => all + count, 0), given })
})
process.on('disconnect', () => process.exit())
