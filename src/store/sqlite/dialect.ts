import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { endTurnIfLong } from '../../lib/turn.ts'
import { StoreLockedError } from '../errors/store-locked-error.ts'
import { isBusy, type SqliteDatabase, type SqliteValue } from './database.ts'
import { namedError } from './named-error.ts'

/** How long a query waits for a lock. Transactions last milliseconds, a backup's checkpoint a second. */
const MAX_WAIT_MS = 30_000

/** Creates a Kysely dialect on one SQLite connection; callers queue while it is in use. */
export function sqliteDialect(database: SqliteDatabase, file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(database, file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection
  #last: Promise<void> = Promise.resolve()
  #release: (() => void) | undefined

  constructor(database: SqliteDatabase, file: string) {
    this.#connection = new SqliteConnection(database, file)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    let release!: () => void
    this.#last = new Promise((resolve) => {
      release = resolve
    })
    await before
    await endTurnIfLong()
    this.#release = release
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release?.()
  }

  /** Write transactions take the write lock at once: upgrading a read lock midway can fail in a way that waiting does not resolve. */
  async beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await this.#connection.begin(settings.accessMode === 'read only' ? 'BEGIN' : 'BEGIN IMMEDIATE')
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.commit()
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection.rollback()
  }

  async destroy(): Promise<void> {}
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: SqliteDatabase
  readonly #file: string
  #inTransaction = false

  constructor(database: SqliteDatabase, file: string) {
    this.#database = database
    this.#file = file
  }

  async begin(sql: string): Promise<void> {
    await this.#patiently(() => this.#named(() => this.#database.statement(sql).run([])))
    this.#inTransaction = true
  }

  async commit(): Promise<void> {
    this.#named(() => this.#database.statement('COMMIT').run([]))
    this.#inTransaction = false
  }

  async rollback(): Promise<void> {
    this.#inTransaction = false
    // On a full disk or an I/O error SQLite has already rolled back.
    if (this.#database.isInTransaction()) this.#database.exec('ROLLBACK')
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const run = () => this.#named(() => this.#execute<R>(query))
    return this.#inTransaction ? run() : this.#patiently(run)
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it; no query of ours streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported: page through instead.')
  }

  #execute<R>(query: CompiledQuery): QueryResult<R> {
    const statement = this.#database.statement(query.sql)
    const values = query.parameters as readonly SqliteValue[]
    if (statement.returnsRows) return { rows: statement.all(values) as R[] }
    const { changes, lastInsertRowid } = statement.run(values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  /** Runs `attempt`. @throws StoreFullError, StoreReadonlyError in place of SQLite's errors about the disk */
  #named<T>(attempt: () => T): T {
    try {
      return attempt()
    } catch (error) {
      throw namedError(this.#file, error)
    }
  }

  /**
   * Retries until the lock is free. Waits asynchronously between tries, since the holder may be another store in this
   * thread.
   */
  async #patiently<T>(attempt: () => T): Promise<T> {
    const startedAt = performance.now()
    for (let tries = 0; ; tries++) {
      try {
        return attempt()
      } catch (error) {
        if (!isBusy(error)) throw error
        const waitedMs = Math.round(performance.now() - startedAt)
        if (waitedMs > MAX_WAIT_MS) throw new StoreLockedError(this.#file, waitedMs, error)
        // Uneven waits, so that two writers do not keep colliding.
        await sleep(1 + (tries % 7))
      }
    }
  }
}
