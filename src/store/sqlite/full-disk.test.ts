import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { StoreFullError } from '../errors/store-full-error.ts'
import { openSqliteDatabase } from './database.ts'
import { sqliteDialect } from './dialect.ts'

test('a full disk is said plainly, loses nothing, and is over when there is room', async () => {
  const database = openSqliteDatabase(':memory:', { busyTimeoutMs: 0 })
  const db = new Kysely<unknown>({ dialect: sqliteDialect(database, 'news.db') })
  await sql`create table t (x)`.execute(db)
  const insert = (bytes: number) =>
    db.transaction().execute((tx) => sql`insert into t values (zeroblob(${bytes}))`.execute(tx))
  await insert(10)
  // What SQLite does on a full disk, without one.
  database.exec('pragma max_page_count = 4')
  const refused = await insert(100_000).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StoreFullError)
  expect((refused as Error).message).toMatch(/disk that holds news\.db is full.*Free some space/)
  database.exec('pragma max_page_count = 1000')
  await insert(100_000)
  const { rows } = await sql<{ size: number }>`select length(x) as size from t`.execute(db)
  expect(rows).toEqual([{ size: 10 }, { size: 100_000 }])
  database.close()
})
