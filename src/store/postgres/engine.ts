import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Engine } from '../engine.ts'
import { BackupUnsupportedError } from '../errors/backup-unsupported-error.ts'
import { StoreUnreachableError } from '../errors/store-unreachable-error.ts'
import type { Tables } from '../schema.ts'
import { postgresFullText } from './full-text.ts'
import { sessionLock } from './session-lock.ts'

/** Maximum connections per process; PostgreSQL allows 100 in total by default. */
const MAX_CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 10_000
/** Key of the advisory lock for migrations: arbitrary, but the same in every version of Auspex. */
const SCHEMA_LOCK = 7_142_001

/** Connects to PostgreSQL. @throws StoreUnreachableError */
export async function postgresEngine(databaseUrl: string, isReadonly: boolean): Promise<Engine> {
  const where = withoutPassword(databaseUrl)
  const settings: pg.ClientConfig = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'auspex',
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
    ...(isReadonly ? { options: '-c default_transaction_read_only=on' } : {}),
  }
  const pool = reachablePool(settings, where)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const lock = sessionLock(settings, where)
  try {
    await sql`SELECT 1`.execute(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    name: 'postgres',
    where,
    db,
    types: { text: 'TEXT COLLATE "C"', bytes: 'BYTEA', integer: 'BIGINT', real: 'DOUBLE PRECISION' },
    fullText: postgresFullText,
    rewriting: (work) => work(),
    lockSchema: async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(tx)
    },
    hasTable: async (anyDb, name) => {
      // `to_regclass` may answer from a cache that predates the schema lock just obtained.
      const { rows } = await sql`
        SELECT 1 FROM pg_tables WHERE tablename = ${name} AND schemaname = ANY (current_schemas(false))`.execute(anyDb)
      return rows.length > 0
    },
    backup: async () => {
      throw new BackupUnsupportedError()
    },
    tryLockStories: () => lock.tryLock(),
    close: async () => {
      await lock.release()
      await db.destroy()
    },
  }
}

/** Creates a pool that reports connection failures as StoreUnreachableError. */
function reachablePool(settings: pg.ClientConfig, where: string) {
  const pool = new pg.Pool({ ...settings, max: MAX_CONNECTIONS })
  // The pool replaces a broken connection, and the query on it rejects with the reason. Without a listener the `error`
  // event would also end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    connect: () =>
      pool.connect().catch((error: unknown) => {
        throw new StoreUnreachableError(where, error)
      }),
    end: () => pool.end(),
  }
}

/** Parses BIGINT as a number: all our counts, ids and instants are safe integers. */
function typeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === pg.types.builtins.INT8) return readInteger
  return pg.types.getTypeParser(oid, format as 'text')
}

function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds ${text}, which is no number of ours`)
  return value
}

function withoutPassword(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl)
    return `${url.protocol}//${url.username === '' ? '' : `${url.username}@`}${url.host}${url.pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
