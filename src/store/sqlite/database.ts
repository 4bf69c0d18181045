import { DatabaseSync } from '@photostructure/sqlite'
import { assertHeapRoom } from '../../lib/heap-room.ts'

export type SqliteValue = string | number | bigint | null | Uint8Array

export interface SqliteStatement {
  readonly returnsRows: boolean
  all(values: readonly SqliteValue[]): Record<string, SqliteValue>[]
  run(values: readonly SqliteValue[]): { changes: number | bigint; lastInsertRowid: number | bigint }
}

/** Interface to the SQLite library; `node:sqlite` of Node 24 and later could replace it unchanged. */
export interface SqliteDatabase {
  exec(sql: string): void
  /** Returns a compiled statement, from a cache unless the SQL is long. */
  statement(sql: string): SqliteStatement
  isInTransaction(): boolean
  close(): void
}

/**
 * Capacity of the LRU cache of compiled statements, in characters of SQL: room for some two hundred. A character takes 40 to 50 bytes,
 * since most are placeholders for values.
 */
const KEPT_LETTERS = 100_000
/**
 * Longest SQL that is cached. Longer statements write many rows or look up many keys, in varying numbers: they are rarely repeated, and
 * compiling them costs about as much as running them. 300 of them took 20 MB on each connection.
 */
const MOST_LETTERS = 1_500

export function openSqliteDatabase(file: string, options: { readonly busyTimeoutMs: number }): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: options.busyTimeoutMs })
  const compile = (sql: string): SqliteStatement => {
    const compiled = database.prepare(sql)
    return {
      returnsRows: compiled.columns().length > 0,
      all(values) {
        assertHeapRoom()
        return compiled.all(...values)
      },
      run(values) {
        assertHeapRoom()
        return compiled.run(...values)
      },
    }
  }
  const kept = new KeptStatements(compile)
  return {
    exec: (sql) => database.exec(sql),
    statement: (sql) => (sql.length > MOST_LETTERS ? compile(sql) : kept.get(sql)),
    isInTransaction: () => database.isTransaction,
    close: () => database.close(),
  }
}

/** LRU cache of compiled statements. */
class KeptStatements {
  readonly #statements = new Map<string, SqliteStatement>()
  #letters = 0

  constructor(private readonly compile: (sql: string) => SqliteStatement) {}

  get(sql: string): SqliteStatement {
    const known = this.#statements.get(sql)
    // Compiled before it is counted, since compiling fails while another connection changes the schema.
    const statement = known ?? this.compile(sql)
    if (known === undefined) this.#letters += sql.length
    else this.#statements.delete(sql)
    this.#statements.set(sql, statement)
    for (const oldest of this.#statements.keys()) {
      if (this.#letters <= KEPT_LETTERS) break
      this.#statements.delete(oldest)
      this.#letters -= oldest.length
    }
    return statement
  }
}

/** SQLITE_BUSY and its extended codes: another connection holds the requested lock. */
export function isBusy(error: unknown): boolean {
  return isOfCode(error, [5], /database is locked/i)
}

/** SQLITE_FULL: the disk has no room left. */
export function isFull(error: unknown): boolean {
  return isOfCode(error, [13], /database or disk is full/i)
}

/** SQLITE_READONLY and its extended codes. */
export function isUnwritable(error: unknown): boolean {
  return isOfCode(error, [8], /readonly database/i)
}

/** SQLITE_CANTOPEN and its extended codes. */
export function isUnopened(error: unknown): boolean {
  return isOfCode(error, [14], /unable to open database/i)
}

/** SQLITE_NOTADB or SQLITE_CORRUPT. */
export function isDamaged(error: unknown): boolean {
  return isOfCode(error, [11, 26], /not a database|malformed/i)
}

/** @param words matches the message of errors without a code, such as those on opening a database */
function isOfCode(error: unknown, codes: readonly number[], words: RegExp): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' ? codes.includes(code & 0xff) : words.test(error.message)
}
