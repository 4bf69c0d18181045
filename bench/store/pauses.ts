import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CompiledQuery, type KyselyPlugin, SqliteQueryCompiler } from 'kysely'
import type { Evidence } from '../../src/hub/evidence/types.ts'
import { DAY_MS, HOUR_MS } from '../../src/lib/instant.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { createSite } from '../../src/site/site.ts'
import type { StoryObservation } from '../../src/store/evidence-types.ts'
import { migrate } from '../../src/store/migrate.ts'
import { sqlStore } from '../../src/store/sql-store.ts'
import { openSqliteDatabase, type SqliteValue } from '../../src/store/sqlite/database.ts'
import { sqliteEngine } from '../../src/store/sqlite/engine.ts'
import {
  createdEvent,
  sampleCommit,
  sampleCoverage,
  sampleDraft,
  sampleExplanation,
  sampleMember,
  sampleSource,
  sampleStory,
  sampleUpdate,
} from '../../src/store/testing/samples.ts'
import type { Store } from '../../src/store/types.ts'
import type { Previously } from '../../src/story/instalments.ts'
import { longestTurnMs, spentMs } from './longest-turn.ts'
import { randomFrom } from './random-from.ts'

/*
 * Question: for how long does a page, or a program's question, hold the main thread up where much is stored?
 * Data: made up; 300 sources, stories of five items on average over 20 days, one of 500; evidence in every tenth.
 * Method: every address is asked for in this process three times, a minute apart, so that nothing kept is given out. A turn is what passes
 * between two rounds of the event loop. Each SELECT that was asked is then run alone on a connection of its own. All in processor time.
 */

const NOW = Date.UTC(2026, 10, 30, 12)
const SOURCES = 300
const SPAN_MS = 20 * DAY_MS
const ITEMS_PER_STORY = 5
const LARGEST_STORY = 500
const BATCH = 50
const COMMIT = 500
const HUBS = ['hong-kong', 'tokyo', 'singapore', 'seoul', 'shenzhen']
const FACETS = ['infrastructure.energy', 'policy.regulation', 'talent.research', 'technical.hardware']
const WORDS =
  'the model of release chip data in centre power and policy funding to research agent for inference memory training open weights on safety licence cloud export grid benchmark language startup court ruling investment cluster cooling wafer reasoning'.split(
    ' ',
  )

export interface PauseFigures {
  readonly items: number
  readonly stories: number
  readonly longestTurnMs: number
  readonly longestStatementMs: number
  readonly addresses: number
  /** The twelve that hold the thread up for longest. */
  readonly pages: readonly {
    readonly name: string
    readonly turnMs: number
    readonly statementMs: number
    /** Which took the longest. */
    readonly statement: string
  }[]
}

/** About three minutes for 300,000 items. */
export async function benchPauses(items = Number(process.env.PAUSES_ITEMS ?? 300_000)): Promise<PauseFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-pauses-'))
  const file = join(folder, 'auspex.db')
  const engine = await sqliteEngine(file, false)
  const asked = new Asked()
  try {
    await migrate(engine)
    await fill(sqlStore(engine), items)
    const alone = openSqliteDatabase(file, { busyTimeoutMs: 1_000 })
    const store = sqlStore({ ...engine, db: engine.db.withPlugin(asked) })
    const { gazetteer, atlas } = loadBeat()
    let now = NOW
    const site = await createSite({
      ...{ store, gazetteer, atlas, now: () => now },
      settings: { title: 'Pauses', timeZone: 'UTC', windowHours: 24, defaultLanguage: 'en' },
      status: () => ({ polling: 'running', startedAt: NOW, version: '0', feedsTried: SOURCES, feedsTotal: SOURCES }),
    })
    const pages: PauseFigures['pages'][number][] = []
    for (const name of ADDRESSES) {
      const ask = async () => {
        now += 60_000
        const answer = await site.request(name)
        // A page far back leads to the first where there is little.
        if (answer.status !== 200 && answer.status !== 302) throw new Error(`${name} answered ${answer.status}`)
        await answer.arrayBuffer()
      }
      await ask()
      asked.queries.clear()
      const turnMs = await longestTurnMs(ask, 3)
      pages.push({ name, turnMs, ...longestOf([...asked.queries.values()], alone) })
    }
    alone.close()
    const most = (figure: 'turnMs' | 'statementMs') => Math.max(...pages.map((page) => page[figure]))
    return {
      ...{ items, stories: (await store.counts(NOW)).stories },
      ...{ longestTurnMs: most('turnMs'), longestStatementMs: most('statementMs') },
      addresses: pages.length,
      pages: pages.sort((a, b) => b.turnMs - a.turnMs).slice(0, 12),
    }
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true })
  }
}

const today = new Date(NOW).toISOString().slice(0, 10)
const yesterday = new Date(NOW - DAY_MS).toISOString().slice(0, 10)
const NEEDS = JSON.stringify({
  markets: [{ market: 'mainland-china', weight: 1 }],
  criteria: [{ id: 'latency' }, { id: 'compute' }],
})
const ADDRESSES = [
  ...['/', '/?page=4', '/?hours=168', '/?kind=policy', '/?tier=1', '/?order=independent', '/?order=newest'],
  ...['/?language=zh', '/?entity=openai', '/?hub=tokyo', '/?weights=corroboration:3', '/?since=100'],
  ...['/s/1', '/s/1?at=1', '/s/1.json', '/s/1/feed.atom', '/s/1/share.png', '/s/90'],
  ...[`/brief/${today}`, `/brief/${yesterday}`, '/brief/feed.atom', '/pulse', '/sources', '/sources/s7'],
  ...[
    '/entity/openai',
    '/entity/openai/feed.atom',
    '/search?q=the',
    '/search?q=data%20centre',
    '/search?q=%22of%20the%22',
  ],
  ...['/methods', '/status', '/corrections', '/hub', '/hub/tokyo', '/hub/compare/hong-kong/tokyo'],
  ...[
    `/hub/decide?needs=${encodeURIComponent(NEEDS)}`,
    '/saved',
    '/api',
    '/sitemap.xml',
    '/feed.atom',
    '/feed.rss',
    '/feed.json',
  ],
  ...['/api/v1/status', '/api/v1/sources', '/api/v1/sources/s7', '/api/v1/stories', '/api/v1/stories/1'],
  ...['/api/v1/stories?order=newest&limit=100', '/api/v1/stories?hours=24&kind=policy', '/api/v1/stories?source=s7'],
  ...['/api/v1/stories?entity=openai&order=independent', '/api/v1/stories?language=en&order=independent'],
  ...['/api/v1/stories?hub=tokyo&order=newest', '/api/v1/search?q=the', '/api/v1/events?after=1000&limit=100'],
  ...['/api/v1/evidence?hub=tokyo', '/api/v1/claims?hub=tokyo', `/api/v1/brief/${today}`, '/api/v1/openapi.json'],
]

/** Writes down every query, each once. */
class Asked implements KyselyPlugin {
  readonly queries = new Map<string, CompiledQuery>()

  transformQuery({ node, queryId }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    const query = new SqliteQueryCompiler().compileQuery(node, queryId)
    if (/^\s*select/i.test(query.sql)) this.queries.set(query.sql + JSON.stringify(query.parameters), query)
    return node
  }

  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}

/** The fastest of three runs counts: a query that is slow once met something else. */
function longestOf(queries: readonly CompiledQuery[], alone: ReturnType<typeof openSqliteDatabase>) {
  let longest = { statementMs: 0, statement: '' }
  for (const { sql, parameters } of queries) {
    const times = [1, 2, 3].map(() => {
      const before = spentMs()
      alone.statement(sql).all(parameters as readonly SqliteValue[])
      return spentMs() - before
    })
    const statementMs = Math.min(...times)
    if (statementMs > longest.statementMs) longest = { statementMs, statement: sql }
  }
  return longest
}

async function fill(store: Store, items: number): Promise<void> {
  const random = randomFrom(1)
  const sources = Array.from({ length: SOURCES }, (_, index) => sampleSource(`s${index}`))
  await store.saveSources(sources)
  for (let start = 0; start < items; start += BATCH) {
    const source = sources[(start / BATCH) % SOURCES]!.id
    const at = NOW - SPAN_MS * (1 - start / items)
    const drafts = Array.from({ length: Math.min(BATCH, items - start) }, (_, index) => {
      const text = words(60, random)
      return sampleDraft(source, `k${start + index}`, {
        ...{ title: text.slice(0, 60), text, fetchedAt: at, publishedAt: at - Math.floor(random() * HOUR_MS) },
        contentHash: String(start + index),
      })
    })
    await store.saveFeed(sampleUpdate(source, drafts, { lastAttemptAt: at, lastSuccessAt: at }))
  }
  let storyId = 1
  let first = 1
  for (let start = 0; start < items; start += COMMIT) {
    const at = NOW - SPAN_MS * (1 - (start + COMMIT) / items)
    const members = []
    const firsts = new Map([[storyId, first]])
    const events = []
    for (let itemId = start + 1; itemId <= Math.min(items, start + COMMIT); itemId++) {
      if (itemId > LARGEST_STORY && random() < 1 / ITEMS_PER_STORY) {
        storyId++
        first = itemId
        firsts.set(storyId, first)
        events.push(createdEvent(storyId, itemId))
      }
      members.push({ storyId, itemId })
    }
    // The members of a story that goes on are all named anew.
    const [[goesOn, from]] = [...firsts] as [[number, number]]
    for (let itemId = from; itemId <= start; itemId++) members.push({ storyId: goesOn, itemId })
    await store.commitStories(
      sampleCommit({
        cursor: start + COMMIT,
        stories: [...firsts].map(([id, itemId]) => story(id, itemId, at, random)),
        members: members.map((member) => sampleMember(member.storyId, member.itemId)),
        events,
        observations: [...firsts].filter(([id]) => id % 10 === 0).map(([id, itemId]) => observation(id, itemId, at)),
      }),
    )
  }
}

function story(id: number, itemId: number, at: number, random: () => number) {
  const score = Math.round(random() * 10_000) / 100
  const kinds = ['release', 'policy', 'funding', 'research', 'other'] as const
  return sampleStory(id, itemId, {
    ...{ score, kind: kinds[id % kinds.length]!, updatedAt: at - Math.floor(random() * HOUR_MS) },
    headline: { text: words(9, random), language: 'en', itemId },
    explanation: { ...sampleExplanation(score), parts: Array.from({ length: 9 }, () => sampleExplanation(score)) },
    isCommunity: id % 7 === 0,
    entityIds: [`e${Math.floor(random() * 400)}`, `e${Math.floor(random() * 40)}`, 'openai'].slice(0, 1 + (id % 3)),
    hubs: id % 10 === 0 ? [HUBS[(id / 10) % HUBS.length]!] : [],
    coverage: sampleCoverage(itemId, { languages: id % 3 === 0 ? ['en', 'zh-Hant'] : ['en'] }),
    summary: {
      ...{ method: 'extractive' as const, droppedCount: 0 },
      sentences: Array.from({ length: 3 }, () => {
        const text = words(25, random)
        return { text, language: 'en', citations: [{ itemId, start: 0, end: 40, quote: text.slice(0, 40) }] }
      }),
    },
    // Of the stories that continue one, a tenth continues the largest.
    ...(id > 8 && id % 4 === 0 && { previously: continued(id % 40 === 0 ? 1 : id - 4) }),
  })
}

function continued(storyId: number): Previously {
  return { storyId, sharedEntities: ['openai'], sharedNames: [], sharedNumbers: [], gapHours: 30 }
}

function observation(storyId: number, itemId: number, at: number): StoryObservation {
  const common = {
    itemId,
    sourceId: 's1',
    at,
    quote: words(20, randomFrom(storyId)),
    start: 0,
    end: 40,
    language: 'en',
  }
  const hub = HUBS[(storyId / 10) % HUBS.length]!
  return {
    storyId,
    evidence: FACETS.map(
      (facet): Evidence => ({
        ...{ ...common, hub, facet, stance: 'strength', status: 'operating', certainty: 'stated' },
        ...{ isOpinion: false, independent: 1 },
      }),
    ),
    claims: [],
  }
}

function words(count: number, random: () => number): string {
  return Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
}

if (process.argv[1] === import.meta.filename) console.table((await benchPauses()).pages)
