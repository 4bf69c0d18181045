import { CompiledQuery, type KyselyPlugin, SqliteQueryCompiler } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../engine.ts'
import { migrate } from '../migrate.ts'
import { sqlStore } from '../sql-store.ts'
import { T0 } from '../testing/samples.ts'
import type { Store } from '../types.ts'
import { sqliteEngine } from './engine.ts'

/**
 * Tables that grow with the news. SQLite makes its plans from the schema alone, as nothing here ever runs `ANALYZE`: those of an empty
 * database are those of one with a million items.
 */
const GROWING = [
  ...['items', 'item_revisions', 'stories', 'story_members', 'story_facets', 'story_events', 'story_redirects'],
  ...['evidence', 'claims', 'feed_days', 'feed_polls', 'pruned_items', 'model_calls', 'model_answers', 'embeddings'],
]

let engine: Engine
let store: Store
let asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = []

/** Writes down every query before it is run. */
const listening: KyselyPlugin = {
  transformQuery({ node, queryId }) {
    asked.push(new SqliteQueryCompiler().compileQuery(node, queryId))
    return node
  },
  transformResult: async ({ result }) => result,
}

beforeAll(async () => {
  engine = await sqliteEngine(':memory:', false)
  await migrate(engine)
  store = sqlStore({ ...engine, db: engine.db.withPlugin(listening) })
})
afterAll(() => engine.close())

/** The steps of the plans of all SELECTs that a read makes. */
async function stepsOf(read: () => Promise<unknown>): Promise<readonly string[]> {
  asked = []
  await read()
  const selects = asked.filter(({ sql }) => /^\s*select/i.test(sql))
  expect(selects).not.toEqual([])
  const plans = await Promise.all(
    selects.map(({ sql, parameters }) =>
      engine.db.executeQuery<{ detail: string }>(CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, [...parameters])),
    ),
  )
  return plans.flatMap(({ rows }) => rows.map(({ detail }) => detail))
}

const since = T0
const list = (more: object) => () => store.listStories({ order: 'score', limit: 30, ...more })

describe('what pages and programs ask walks through no table that grows', () => {
  test.each<readonly [string, () => Promise<unknown>]>([
    ['the front page', list({ since })],
    ['a kind', list({ since, kind: 'policy' })],
    ['a tier', list({ maxTier: 1, order: 'newest' })],
    ['an entity', list({ entityId: 'acme', order: 'newest' })],
    ['a hub, by independent reports', list({ hub: 'tokyo', order: 'independent' })],
    ['a source', list({ sourceId: 'a' })],
    ['a number of stories', () => store.countStories({ since, kind: 'policy' })],
    ['a story', () => store.story(7)],
    ['stories as they are now', () => store.storiesNow([7, 8, 9])],
    ['the history of a story', () => store.events({ storyId: 7, limit: 50, newestFirst: true })],
    ['changes since a number', () => store.events({ afterSeq: 900, limit: 200 })],
    [
      'what put some stories right',
      () => store.events({ storyIds: [7, 8], types: ['corrected', 'merged'], since, newestFirst: true, limit: 400 }),
    ],
    ['what the newest stories name', () => store.topNamed(since, { entities: 12, hubs: 8 })],
    ['the stories of some days', all],
    ['their members', () => store.membersSince(since)],
    ['the places of their members', () => store.placesSince(since)],
    ['the queue', () => store.revisionsAfter(900, 200)],
    ['the revisions of an item', () => store.itemHistory(7)],
    ['a source’s items', () => store.itemsOfSource('a', 30)],
    ['a source’s record', () => store.sourceRecord('a', T0)],
    ['the health of some', () => store.healthOfSources(['a', 'b'], T0)],
    ['a source’s health', () => store.healthOfSource('a', T0)],
    ['the bytes of a day', () => store.bytesToday(T0)],
    ['what is counted', () => store.counts(T0)],
    ['numbers of published stories', () => store.publishedIds(3, 100)],
    ['the last poll', () => store.lastPollAt()],
    ['the last answer', () => store.lastReadAt()],
    ['evidence of a hub', () => store.evidence.ofHub({ hub: 'tokyo', limit: 30 })],
    [
      'evidence of hubs on some facets',
      () => store.evidence.ofHubs({ hubs: ['tokyo', 'seoul'], facets: ['power'], limit: 9 }),
    ],
    ['what is counted of it', () => store.evidence.counts('tokyo')],
    ['claims of a hub', () => store.evidence.claimsOfHub({ hub: 'tokyo', limit: 30 })],
    ['a day’s spending', () => store.models.spending(20_000, 20_000)],
  ])('%s', async (_, read) => {
    const steps = await stepsOf(read)
    const walks = steps.filter((step) => GROWING.some((table) => step.startsWith(`SCAN ${table}`)))
    expect(walks).toEqual([])
    // Most stories are published: asked for by their state alone, all are read.
    expect(steps.filter((step) => /^SEARCH stories .*\(state=\?\)$/.test(step))).toEqual([])
  })

  async function all(): Promise<void> {
    for await (const _ of store.storiesSince(since));
  }
})

test.each([
  ['by score', list({ kind: 'policy', maxTier: 2, since })],
  ['newest first', list({ kind: 'policy', maxTier: 2, order: 'newest' })],
  ['by independent reports', list({ kind: 'policy', maxTier: 2, since, order: 'independent' })],
])('of a list %s only the rows of the page are read', async (_, read) => {
  const steps = await stepsOf(read)
  // A query within another is written down by itself, too.
  const searches = [...new Set(steps.filter((step) => step.startsWith('SEARCH stories')))].sort()
  expect(searches).toEqual([
    expect.stringMatching(/^SEARCH stories USING COVERING INDEX stories_by_/),
    'SEARCH stories USING INTEGER PRIMARY KEY (rowid=?)',
  ])
})
