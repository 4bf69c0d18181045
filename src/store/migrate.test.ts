import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from './engine.ts'
import { MIGRATIONS, migrate } from './migrate.ts'
import { openStore, type StoreAddress } from './open-store.ts'
import { postgresEngine } from './postgres/engine.ts'
import { sqliteEngine } from './sqlite/engine.ts'
import { startPostgres, type TestServer } from './testing/postgres.ts'
import { sampleDraft, sampleSource, sampleUpdate, T0 } from './testing/samples.ts'

let server: TestServer
let folder: string

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server?.stop()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-migrate-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const newAddress: Record<string, () => Promise<StoreAddress>> = {
  SQLite: async () => ({ file: join(folder, 'auspex.sqlite') }),
  PostgreSQL: async () => ({ databaseUrl: await server.newDatabase() }),
}

function openEngine(address: StoreAddress): Promise<Engine> {
  return 'file' in address ? sqliteEngine(address.file, false) : postgresEngine(address.databaseUrl, false)
}

/** One item and its story, as a program of an earlier version wrote them. */
async function writeAsVersion(engine: Engine, version: number): Promise<void> {
  const details = `{"key":"old","feedUrl":"https://a.example/feed","authors":[],"hashtags":[],"links":[],"categories":[],"fingerprint":[],"mentions":[]}`
  const story = `{"headline":{"text":"Old","language":"en","itemId":1},"coverage":{"languages":["en"]},"entityIds":[],"hubs":[]}`
  const [markup, its] = version < WITHOUT_MARKUP ? [', html', ", '<p>x</p>'"] : ['', '']
  for (const statement of [
    `INSERT INTO items (id, source_id, key_hash, url_hash, content_hash, revision, language, form, published_at,
      fetched_at, first_seen_at, title, details, text${markup})
      VALUES (1, 'a', 'hash', NULL, 'content', 1, 'en', 'article', ${T0}, ${T0}, ${T0}, 'An old quasar', '${details}', 'x'${its})`,
    `INSERT INTO item_revisions (seq, item_id, revision, at) VALUES (1, 1, 1, ${T0})`,
    'UPDATE arrivals SET last_item_id = 1, last_seq = 1',
    `INSERT INTO stories (id, state, is_community, kind, score, best_tier, independent, created_at, updated_at, ranked_at,
      revision, explanation, details) VALUES (1, 'published', 0, 'other', 5, 2, 1, ${T0}, ${T0}, ${T0}, 1, '{}', '${story}')`,
    `INSERT INTO story_members (item_id, story_id, source_id, role, tier, joined_at, receipt)
      VALUES (1, 1, 'a', 'report', 2, ${T0}, '{}')`,
    'UPDATE engine_state SET cursor = 1, last_story_id = 1',
  ]) {
    await sql.raw(statement).execute(engine.db)
  }
}

/** From this version on items have no markup. */
const WITHOUT_MARKUP = 16
const EARLIER = MIGRATIONS.map(({ version }) => version).slice(0, -1)

describe.each(Object.keys(newAddress))('%s', (name) => {
  let address: StoreAddress

  beforeEach(async () => {
    address = await newAddress[name]!()
  })

  test('versions are the places in the list', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  test.each(EARLIER)('a database of version %i is brought up to date with what it holds', async (version) => {
    const engine = await openEngine(address)
    await migrate(engine, version)
    await writeAsVersion(engine, version)
    if (version >= 2) await engine.fullText.index(engine.db as never, [{ itemId: 1, tokens: ['an', 'old', 'quasar'] }])
    await engine.close()

    await expect(openStore(address, { readonly: true })).rejects.toMatchObject({
      name: 'StoreOlderError',
      version,
      needed: MIGRATIONS.length,
    })
    const store = await openStore(address)
    expect((await store.items([1]))[0]).toMatchObject({ key: 'old', title: 'An old quasar' })
    expect(await store.story(1)).toMatchObject({ type: 'story', story: { headline: { text: 'Old' } } })
    expect((await store.searchStories('quasar', 5)).stories).toHaveLength(1)
    expect((await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'next')]))).inserted).toEqual([2])
    expect(await store.prune(T0 + 1)).toBe(1)
    await store.close()
  })

  test('texts in other scripts that were indexed by earlier rules are found', async () => {
    const engine = await openEngine(address)
    await migrate(engine, 19)
    await writeAsVersion(engine, 19)
    await sql`UPDATE items SET title = ${'Quasar ศูนย์ข้อมูล'} WHERE id = 1`.execute(engine.db)
    await engine.fullText.index(engine.db as never, [{ itemId: 1, tokens: ['quasar', 'ศูนย์ข้อมูล'] }])
    await engine.close()
    const store = await openStore(address)
    expect((await store.searchStories('quasar ข้อมูล', 5)).stories).toHaveLength(1)
    await store.close()
  })

  test('a country that nobody stated is unknown, others stay', async () => {
    const engine = await openEngine(address)
    await migrate(engine, 21)
    const unedited = { country: 'INT', tierReason: 'Added by the operator.' }
    const sources = [
      sampleSource('fetched', { ...unedited, name: 'Says "country":"INT" of itself' }),
      sampleSource('judged', { ...unedited, tierReason: 'A wire of many countries.' }),
      sampleSource('placed', { ...unedited, country: 'HK' }),
    ]
    for (const source of sources) {
      await sql`INSERT INTO sources (id, source) VALUES (${source.id}, ${JSON.stringify(source)})`.execute(engine.db)
    }
    await engine.close()
    const store = await openStore(address)
    expect(await store.sources()).toEqual([{ ...sources[0]!, country: 'ZZ' }, sources[1], sources[2]])
    await store.close()
  })

  test('a newer database is refused and left alone', async () => {
    const engine = await openEngine(address)
    await migrate(engine)
    const next = MIGRATIONS.length + 1
    await sql`INSERT INTO schema_versions (version, name) VALUES (${next}, ${'of the future'})`.execute(engine.db)
    await engine.close()
    for (const readonly of [true, false]) {
      await expect(openStore(address, { readonly })).rejects.toMatchObject({ name: 'StoreNewerError', version: next })
    }
  })

  test('what undoes a migration lies in a file meanwhile', async () => {
    if (name !== 'SQLite') return
    const engine = await openEngine(address)
    const storage = async () => (await sql<{ temp_store: number }>`PRAGMA temp_store`.execute(engine.db)).rows[0]
    await expect(
      engine.rewriting(async () => {
        expect(await storage()).toEqual({ temp_store: 1 })
        throw new Error('torn')
      }),
    ).rejects.toThrow('torn')
    expect(await storage()).toEqual({ temp_store: 2 })
    await engine.close()
  })

  test('the database of another program is refused', async () => {
    const engine = await openEngine(address)
    await sql`CREATE TABLE items (id INTEGER PRIMARY KEY)`.execute(engine.db)
    await engine.close()
    await expect(openStore(address)).rejects.toMatchObject({ name: 'NotAStoreError' })
  })

  test('a step that fails leaves the version before', async () => {
    const engine = await openEngine(address)
    await migrate(engine, 1)
    await sql`CREATE TABLE pruned_items (id INTEGER PRIMARY KEY)`.execute(engine.db)
    await expect(migrate(engine)).rejects.toThrow()
    await sql`DROP TABLE pruned_items`.execute(engine.db)
    const { rows } = await sql`SELECT max(version) AS version FROM schema_versions`.execute(engine.db)
    expect(rows).toEqual([{ version: 2 }])
    await migrate(engine)
    await engine.close()
  })

  test('many may open a new database at once', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(address)))
    for (const store of stores) expect(await store.sources()).toEqual([])
    for (const store of stores) await store.close()
  })
})

describe('what cannot be opened is named', () => {
  test.each([true, false])('another program’s file, which stays as it is (readonly: %s)', async (readonly) => {
    const file = join(folder, 'notes.sqlite')
    const notes = new DatabaseSync(file)
    notes.exec("CREATE TABLE IF NOT EXISTS notes (text); INSERT INTO notes VALUES ('mine')")
    notes.close()
    const before = readFileSync(file)
    await expect(openStore({ file }, { readonly })).rejects.toMatchObject({ name: 'NotAStoreError' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test.each([
    ['a file of something else', 'NotAStoreError', false],
    ['a missing folder', 'StoreMissingError', false],
    ['a missing file, to be read', 'StoreMissingError', true],
  ])('%s', async (what, name, isReadonly) => {
    const file = what.includes('folder') ? join(folder, 'no', 'such.sqlite') : join(folder, 'x.sqlite')
    if (what.includes('else')) writeFileSync(file, 'Dear diary, '.repeat(1_000))
    await expect(openStore({ file }, { readonly: isReadonly })).rejects.toMatchObject({ name })
  })

  test('a server that does not answer, without its password', async () => {
    const error = await openStore({ databaseUrl: 'postgres://me:secret@127.0.0.1:1/news' }).catch((thrown) => thrown)
    expect(error).toMatchObject({ name: 'StoreUnreachableError', address: 'postgres://me@127.0.0.1:1/news' })
    expect(error.message).toContain('Check DATABASE_URL')
    expect(error.message).not.toContain('secret')
  })
})
