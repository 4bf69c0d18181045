import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { openSqliteDatabase } from './sqlite/database.ts'
import { storeContract } from './store.contract.ts'
import { sampleDraft, sampleUpdate } from './testing/samples.ts'

const shared = mkdtempSync(join(tmpdir(), 'auspex-store-'))
/** A database in which every migration has run: the tests start from copies of it. */
const migrated = join(shared, 'migrated.sqlite')

beforeAll(async () => (await openStore({ file: migrated })).close())
afterAll(() => rmSync(shared, { recursive: true, force: true }))

const newPlace = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-store-'))
  const file = join(folder, 'auspex.sqlite')
  copyFileSync(migrated, file)
  return {
    open: (more?: { readonly readonly?: boolean }) => openStore({ file }, more),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

storeContract('SQLite', newPlace)

test('nothing of a withdrawn item is left in any column', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-store-'))
  const file = join(folder, 'auspex.sqlite')
  const store = await openStore({ file })
  await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'key1', { html: '<p>secret</p>', text: 'secret' })]))
  await store.saveFeed({ ...sampleUpdate('a', [], { lastAttemptAt: 5 }), withdrawn: ['key1'] })
  await store.close()
  const database = openSqliteDatabase(file, { busyTimeoutMs: 0 })
  const [row] = database.statement('SELECT * FROM items').all([])
  database.close()
  rmSync(folder, { recursive: true, force: true })
  expect(row).toMatchObject({ title: '', text: '', url: null })
  expect(JSON.stringify(row)).not.toContain('secret')
})
