import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS, HOUR_MS } from '../../src/lib/instant.ts'
import type { ItemDraft } from '../../src/store/item-types.ts'
import { openStore, type StoreAddress } from '../../src/store/open-store.ts'
import { openSqliteDatabase } from '../../src/store/sqlite/database.ts'
import {
  createdEvent,
  sampleCommit,
  sampleCoverage,
  sampleDraft,
  sampleExplanation,
  sampleMember,
  sampleStory,
  sampleUpdate,
  T0,
} from '../../src/store/testing/samples.ts'
import type { Store } from '../../src/store/types.ts'
import { randomFrom } from './random-from.ts'

export interface StoreFigures {
  readonly engine: string
  readonly items: number
  readonly stories: number
  /** Items a second in polls of 50, one transaction each. */
  readonly saveFeedPerSecond: number
  /** The same items by prepared INSERTs of the bare text, 50 a transaction, in the same run: the machine's own speed. */
  readonly baselinePerSecond: number
  /** Items a second in commits of 200. */
  readonly commitPerSecond: number
  /** Milliseconds to open the filled database. */
  readonly openMs: number
  /** Milliseconds, 99th percentile. */
  readonly frontPageP99Ms: number
  readonly storyOf100P99Ms: number
  readonly searchP99Ms: number
  readonly bytesPerItem: number
  /** Resident memory of this process at the end. */
  readonly residentMb: number
}

const BATCH = 50
const COMMIT = 200
const ITEMS_PER_STORY = 2.5
/** The stories' days, so that the last day is a small part of them. */
const SPAN_MS = 60 * DAY_MS

const WORDS =
  'model release chip data centre power policy funding research agent inference memory training open weights safety licence cloud export grid Hong Kong Tokyo Shenzhen benchmark language startup court ruling investment cluster cooling wafer reasoning'.split(
    ' ',
  )
const CJK = '人工智能產業鏈落戶惠州江門大灣區算力中心發布開源模型晶片電力政策研究融資監管數據企業香港東京深圳'

function benchDraft(n: number, random: () => number): ItemDraft {
  const pick = <T>(list: ArrayLike<T>) => list[Math.floor(random() * list.length)]!
  const isCjk = n % 4 === 0
  const words = (count: number) => Array.from({ length: count }, () => pick(WORDS)).join(' ')
  const text = isCjk
    ? Array.from({ length: 300 }, () => pick(CJK)).join('')
    : `${words(160)} “quoted” rare${n % 5_000}.`
  const title = isCjk ? text.slice(0, 20) : words(9)
  return sampleDraft('bench', `key-${n}`, {
    title,
    text,
    html: `<p>${text}</p>`,
    language: isCjk ? 'zh-Hant' : 'en',
    fetchedAt: T0,
    fingerprint: Array.from({ length: 64 }, () => Math.floor(random() * 4_294_967_295)),
    contentHash: `${n}`.padStart(64, '0'),
  })
}

/**
 * Fills a database with `items` items in stories of 2.5 on average and measures the store's busiest paths on it.
 * About 90 s on two cores for 100,000 items.
 *
 * @param options.databaseUrl an empty PostgreSQL database; SQLite in a folder of its own without it
 */
export async function benchStore(
  options: { readonly items?: number; readonly databaseUrl?: string } = {},
): Promise<StoreFigures> {
  const items = options.items ?? 100_000
  const folder = mkdtempSync(join(tmpdir(), 'auspex-bench-'))
  const file = join(folder, 'auspex.sqlite')
  const address: StoreAddress = options.databaseUrl === undefined ? { file } : { databaseUrl: options.databaseUrl }
  let store = await openStore(address)
  try {
    const saveFeedPerSecond = await measureSaveFeed(store, items)
    const commitPerSecond = await measureCommit(store, items)
    await store.close()
    const openedAt = performance.now()
    store = await openStore(address)
    const openMs = performance.now() - openedAt
    return {
      engine: store.engine,
      items,
      stories: await store.countStories({}),
      saveFeedPerSecond,
      baselinePerSecond: measureBaseline(join(folder, 'baseline.sqlite'), Math.min(items, 20_000)),
      commitPerSecond,
      openMs,
      frontPageP99Ms: await p99(300, () =>
        store.listStories({ order: 'score', limit: 30, since: T0 - DAY_MS, state: 'published' }),
      ),
      storyOf100P99Ms: await p99(200, () => store.story(1)),
      searchP99Ms: await measureSearch(store),
      bytesPerItem: options.databaseUrl === undefined ? statSync(file).size / items : Number.NaN,
      residentMb: process.memoryUsage.rss() / 1e6,
    }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureSaveFeed(store: Store, items: number): Promise<number> {
  const random = randomFrom(1)
  let spentMs = 0
  for (let start = 0; start < items; start += BATCH) {
    const drafts = Array.from({ length: Math.min(BATCH, items - start) }, (_, index) =>
      benchDraft(start + index, random),
    )
    const startedAt = performance.now()
    await store.saveFeed(sampleUpdate('bench', drafts))
    spentMs += performance.now() - startedAt
  }
  return (items / spentMs) * 1_000
}

function measureBaseline(file: string, items: number): number {
  const random = randomFrom(1)
  const database = openSqliteDatabase(file, { busyTimeoutMs: 0 })
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE items (id INTEGER PRIMARY KEY, text TEXT)',
  )
  const insert = database.statement('INSERT INTO items (text) VALUES (?)')
  let spentMs = 0
  for (let start = 0; start < items; start += BATCH) {
    const texts = Array.from({ length: BATCH }, (_, index) => JSON.stringify(benchDraft(start + index, random)))
    const startedAt = performance.now()
    database.exec('BEGIN IMMEDIATE')
    for (const text of texts) insert.run([text])
    database.exec('COMMIT')
    spentMs += performance.now() - startedAt
  }
  database.close()
  return (items / spentMs) * 1_000
}

/** Story 1 has the first 100 items; the others follow in order, each new item in a new story or the last one. */
async function measureCommit(store: Store, items: number): Promise<number> {
  const random = randomFrom(2)
  let storyId = 1
  let members: number[] = []
  let spentMs = 0
  for (let start = 0; start < items; start += COMMIT) {
    const touched = new Map<number, number[]>()
    const created: number[] = []
    for (let itemId = start + 1; itemId <= Math.min(items, start + COMMIT); itemId++) {
      if (itemId === 1 || (itemId > 100 && random() < 1 / ITEMS_PER_STORY)) {
        if (itemId > 1) storyId++
        members = []
        created.push(storyId)
      }
      members = [...members, itemId]
      touched.set(storyId, members)
    }
    const at = T0 - SPAN_MS * (1 - Math.min(items, start + COMMIT) / items)
    const startedAt = performance.now()
    await store.commitStories(
      sampleCommit({
        cursor: start + COMMIT,
        stories: [...touched].map(([id, itemIds]) => benchStory(id, itemIds[0]!, at, random)),
        members: [...touched].flatMap(([id, itemIds]) => itemIds.map((itemId) => sampleMember(id, itemId))),
        events: created.map((id) => createdEvent(id, id)),
      }),
    )
    spentMs += performance.now() - startedAt
  }
  return (items / spentMs) * 1_000
}

function benchStory(id: number, itemId: number, at: number, random: () => number) {
  const score = Math.round(random() * 10_000) / 100
  return sampleStory(id, itemId, {
    score,
    explanation: { ...sampleExplanation(score), parts: Array.from({ length: 9 }, () => sampleExplanation(score)) },
    updatedAt: at - Math.floor(random() * HOUR_MS),
    isCommunity: random() < 0.2,
    entityIds: [`e${Math.floor(random() * 400)}`, `e${Math.floor(random() * 40)}`],
    coverage: sampleCoverage(itemId, { languages: random() < 0.3 ? ['en', 'zh-Hant'] : ['en'] }),
    summary: {
      method: 'extractive',
      droppedCount: 0,
      sentences: Array.from({ length: 3 }, () => ({
        text: WORDS.join(' '),
        language: 'en',
        citations: [{ itemId, start: 0, end: 40, quote: WORDS.join(' ') }],
      })),
    },
  })
}

async function measureSearch(store: Store): Promise<number> {
  const queries = [
    'model',
    'Hong Kong',
    '人工智能',
    '算',
    'rare77',
    '"data centre power"',
    'export grid 惠州',
    'chip wafer',
    'nowhere',
  ]
  let turn = 0
  return p99(queries.length * 40, () => store.searchStories(queries[turn++ % queries.length]!, 20))
}

/** @returns the 99th percentile, after a tenth as many runs to warm up */
async function p99(runs: number, work: () => Promise<unknown>): Promise<number> {
  for (let run = 0; run < runs / 10; run++) await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs * 0.99)]!
}
