import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Kysely, sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { NotAStoreError } from '../errors/not-a-store-error.ts'
import { StoreMissingError } from '../errors/store-missing-error.ts'
import { StoreReadonlyError } from '../errors/store-readonly-error.ts'
import type { Tables } from '../schema.ts'
import { backupSqlite } from './backup.ts'
import { isDamaged, isUnopened, openSqliteDatabase, type SqliteDatabase } from './database.ts'
import { sqliteDialect } from './dialect.ts'
import { sqliteFullText } from './full-text.ts'
import { storyLockFile } from './story-lock.ts'

/** Short, because SQLite waits synchronously; `dialect.ts` waits without blocking the thread. */
const BUSY_TIMEOUT_MS = 5
/** Page cache per connection, of which the program has three; the file system caches the rest. */
const CACHE_KIB = 4_096
/** Size to which the write-ahead log is truncated after a checkpoint. */
const MAX_LOG_BYTES = 64 * 1024 * 1024

/** Opens a SQLite database. @throws StoreMissingError, NotAStoreError, StoreReadonlyError */
export async function sqliteEngine(file: string, isReadonly: boolean): Promise<Engine> {
  if (isReadonly && file !== ':memory:' && !existsSync(file)) throw new StoreMissingError(file)
  const database = isReadonly ? openFileToRead(file) : openFile(file)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database, file) })
  try {
    // Checked before anything is changed in the file.
    if (await isOfAnotherProgram(db)) throw new NotAStoreError(file)
    for (const pragma of pragmas(isReadonly)) await sql.raw(pragma).execute(db)
  } catch (error) {
    database.close()
    if (isDamaged(error)) throw new NotAStoreError(file, error)
    // SQLite cannot open an existing file if it cannot create the -wal and -shm files beside it.
    throw isUnopened(error) && existsSync(file) ? new StoreReadonlyError(file, error) : error
  }
  const lock = storyLockFile(file)
  return {
    name: 'sqlite',
    where: file,
    db,
    types: { text: 'TEXT', bytes: 'BLOB', integer: 'INTEGER', real: 'REAL' },
    fullText: sqliteFullText,
    rewriting: async (work) => {
      // With temp_store = MEMORY, dropping a column took as much memory as the table has bytes.
      await sql`PRAGMA temp_store = FILE`.execute(db)
      try {
        return await work()
      } finally {
        await sql`PRAGMA temp_store = MEMORY`.execute(db)
      }
    },
    lockSchema: async () => {},
    hasTable: async (anyDb, name) => {
      const { rows } = await sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${name}`.execute(anyDb)
      return rows.length > 0
    },
    backup: (target) => backupSqlite(db, target),
    tryLockStories: async () => lock.tryLock(),
    close: async () => {
      lock.release()
      // Waits for queued queries to finish.
      await db.connection().execute(async () => {})
      await db.destroy()
      database.close()
    },
  }
}

/** Returns whether the file has tables, but not `schema_versions`, which is created in one transaction with our first tables. */
async function isOfAnotherProgram(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'
      AND NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_versions')
    LIMIT 1`.execute(db)
  return rows.length > 0
}

/**
 * Opens a database for reading, on a read-only disk too. A cleanly closed database has no -wal file, and SQLite would have to create
 * one before it reads; there it is told instead that the file does not change (`immutable`, https://www.sqlite.org/uri.html).
 */
function openFileToRead(file: string): SqliteDatabase {
  const database = openFile(file)
  try {
    database.exec('SELECT 1 FROM sqlite_schema')
    return database
  } catch (error) {
    if (!isUnopened(error) || existsSync(`${file}-wal`)) return database
    database.close()
    return openFile(`${pathToFileURL(resolve(file)).href}?immutable=1`)
  }
}

function openFile(file: string): SqliteDatabase {
  try {
    return openSqliteDatabase(file, { busyTimeoutMs: BUSY_TIMEOUT_MS })
  } catch (error) {
    throw isDamaged(error) ? new NotAStoreError(file, error) : new StoreMissingError(file, error)
  }
}

function pragmas(isReadonly: boolean): string[] {
  return [
    // Readers and the one writer do not block each other. The mode is stored in the file, so a read-only store must not set it.
    ...(isReadonly ? [] : ['PRAGMA journal_mode = WAL']),
    // Acknowledged commits survive a power cut.
    'PRAGMA synchronous = FULL',
    'PRAGMA foreign_keys = ON',
    `PRAGMA cache_size = -${CACHE_KIB}`,
    `PRAGMA journal_size_limit = ${MAX_LOG_BYTES}`,
    'PRAGMA temp_store = MEMORY',
    ...(isReadonly ? ['PRAGMA query_only = ON'] : []),
  ]
}
