import { DAY_MS, HOUR_MS } from '../../src/lib/instant.ts'
import type { Source } from '../../src/source/types.ts'

// Feeds that publish as a world of feeds does, made up: the same entries for a number on every run.

/** That a feed shows at once. */
export const ENTRIES = 20
/** Between two entries of a feed: in equal shares from an hour to a month, on a scale of ratios. */
const BUSIEST_MS = HOUR_MS
const QUIETEST_MS = 30 * DAY_MS
/** Share of entries that report what other feeds report, and events in three hours to be reported. */
const SHARED = 0.35
export const EVENTS = 120
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

/** @param host where it is served, with its port */
export function sourceOf(feed: number, host: string): Source {
  return {
    ...{ id: `f${feed}`, name: `Feed ${feed}`, homepage: `http://${host}/`, kind: 'rss' },
    feeds: [{ url: `http://${host}/f${feed}` }],
    ...{ language: 'mul', country: 'INT', family: `f${feed}`, type: 'press', tier: 2, tierReason: 'bench' },
    ...{ topics: [], hubs: [], isEnabled: true, isMirror: false, countsAsIndependent: true },
  }
}

export function periodOf(feed: number): number {
  return Math.round(BUSIEST_MS * (QUIETEST_MS / BUSIEST_MS) ** random(feed + 1)())
}

export function offsetOf(feed: number): number {
  return Math.floor(periodOf(feed) * random(feed + 500_000)())
}

/** @param events to be reported in three hours: fewer for fewer feeds, where as many are to report each */
export function rss(feed: number, newest: number, events = EVENTS): string {
  const items = Array.from({ length: ENTRIES }, (_, index) => entry(feed, newest - index, events))
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`
}

/** Some 600 letters. What several feeds report has a third of its words from each feed itself. */
function entry(feed: number, n: number, events: number): string {
  const at = offsetOf(feed) + n * periodOf(feed)
  const own = random(feed * 7_919 + n)
  const bucket = Math.floor(at / EVENT_MS)
  const event = own() < SHARED ? random(bucket * events + Math.floor(own() * events)) : own
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
export function word(from: () => number): string {
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
export function random(seed: number): () => number {
  let state = Math.imul(seed ^ (seed / 4_294_967_296), 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
