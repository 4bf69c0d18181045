import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DAY_MS, HOUR_MS } from '../../src/lib/instant.ts'

// Serves feeds that publish as a world of feeds does: few of them often, most seldom, a third of their entries about what others report
// too. The parent process asks for what was served by sending any message.

const ENTRIES = 20
const [feeds = 0] = process.argv.slice(2).map(Number)
/** Between two entries of a feed: in equal shares from an hour to a month, on a scale of ratios. */
const BUSIEST_MS = HOUR_MS
const QUIETEST_MS = 30 * DAY_MS
/** Of what was polled before: what a day of a large reader looks like. */
const FAILING = 0.03
const SLOW = 0.02
const SLOW_MS = 2_000
/** Share of entries that report what other feeds report, and events in three hours to be reported. */
const SHARED = 0.35
const EVENTS = 120
const EVENT_MS = 3 * HOUR_MS

const VOCABULARY = 20_000
/** Two words in five are the small ones of the feed's language, by which it is told. */
const SMALL = 0.4
const SMALL_WORDS = [
  'the of and to in that is was for on with as it by at from said has its will this which were are be have',
  'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat',
  'de la le et les des en un du une que est pour qui dans par plus ce sur pas avec sont au il elle a été',
  'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya fue este ha',
  'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das tem foi à seu',
].map((words) => words.split(' '))
/** Three feeds in five are in English. */
const ENGLISH = 0.6
/** What makes news of the shipped beat: without any of it nothing would be on the front page. */
const NAMES = ['OpenAI', 'Anthropic', 'Nvidia', 'Mistral', 'DeepSeek', 'Google DeepMind', 'Meta AI', 'Hugging Face']
const ON_BEAT = 0.3
const SYLLABLES = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa ze chi dro fle gra sta tri ven wor'.split(' ')

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

function periodOf(feed: number): number {
  return Math.round(BUSIEST_MS * (QUIETEST_MS / BUSIEST_MS) ** random(feed + 1)())
}

function offsetOf(feed: number): number {
  return Math.floor(periodOf(feed) * random(feed + 500_000)())
}

function rss(feed: number, newest: number): string {
  const items = Array.from({ length: ENTRIES }, (_, index) => entry(feed, newest - index))
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`
}

/** Some 600 letters. What several feeds report has a third of its words from each feed itself. */
function entry(feed: number, n: number): string {
  const at = offsetOf(feed) + n * periodOf(feed)
  const own = random(feed * 7_919 + n)
  const bucket = Math.floor(at / EVENT_MS)
  const event = own() < SHARED ? random(bucket * EVENTS + Math.floor(own() * EVENTS)) : own
  const small = smallWordsOf(feed)
  const words = (count: number) => {
    const shared = Array.from({ length: count }, () => word(event))
    const mixed = event === own ? shared : shared.map((each) => (own() < 0.33 ? word(own) : each))
    return mixed.map((each) => (own() < SMALL ? small[Math.floor(own() * small.length)]! : each))
  }
  const name = event() < ON_BEAT ? `${NAMES[Math.floor(event() * NAMES.length)]} AI model ` : ''
  const title = name + words(9).join(' ')
  const text = Array.from({ length: 6 }, () => `${capital(words(14).join(' '))}.`).join(' ')
  return `<item><guid isPermaLink="false">${feed}-${n}</guid><link>https://p${feed}.example/${n}</link><title>${capital(title)}</title><description>${text}</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`
}

function smallWordsOf(feed: number): readonly string[] {
  const share = random(feed + 900_000)()
  if (share < ENGLISH) return SMALL_WORDS[0]!
  return SMALL_WORDS[1 + Math.floor(((share - ENGLISH) / (1 - ENGLISH)) * (SMALL_WORDS.length - 1))]!
}

/** Few words are common and most are rare, as in any language (Zipf). */
function word(from: () => number): string {
  let rank = Math.floor(VOCABULARY ** from())
  let written = ''
  do {
    written += SYLLABLES[rank % SYLLABLES.length]
    rank = Math.floor(rank / SYLLABLES.length)
  } while (rank > 0)
  return written
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

/** The same numbers in [0, 1) for a seed on every run (mulberry32's way of mixing). */
function random(seed: number): () => number {
  let state = Math.imul(seed ^ (seed / 4_294_967_296), 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
