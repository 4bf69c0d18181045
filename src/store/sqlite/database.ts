import { DatabaseSync } from '@photostructure/sqlite'
import { assertHeapRoom } from '../../lib/heap-room.ts'

export type SqliteValue = string | number | bigint | null | Uint8Array

export interface SqliteStatement {
  readonly returnsRows: boolean
  all(values: readonly SqliteValue[]): Record<string, SqliteValue>[]
  run(values: readonly SqliteValue[]): { changes: number | bigint; lastInsertRowid: number | bigint }
}

/** The seam to the SQLite library: `node:sqlite` of Node 24 and later fits it as it stands. */
export interface SqliteDatabase {
  exec(sql: string): void
  /** Compiled, once for each text that is not long and was asked for lately. */
  statement(sql: string): SqliteStatement
  isInTransaction(): boolean
  close(): void
}

/**
 * Letters of the statements that are kept compiled, the last used: room for some two hundred. A letter takes 40 to 50 bytes, as most stand
 * for values.
 */
const KEPT_LETTERS = 100_000
/**
 * Longer ones write many rows or look for many keys, each time as many as there are: their like is seldom asked again, and compiling them
 * costs what running them does. 300 of them were 20 MB on each connection.
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

/** Statements in the order of use. */
class KeptStatements {
  readonly #statements = new Map<string, SqliteStatement>()
  #letters = 0

  constructor(private readonly compile: (sql: string) => SqliteStatement) {}

  get(sql: string): SqliteStatement {
    const known = this.#statements.get(sql)
    // Before it is counted: compiling fails while another connection changes the schema.
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

/** SQLITE_BUSY and its kinds: another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return isOfCode(error, [5], /database is locked/i)
}

/** SQLITE_FULL: the disk has no room left. */
export function isFull(error: unknown): boolean {
  return isOfCode(error, [13], /database or disk is full/i)
}

/** SQLITE_READONLY and its kinds. */
export function isUnwritable(error: unknown): boolean {
  return isOfCode(error, [8], /readonly database/i)
}

/** SQLITE_CANTOPEN and its kinds. */
export function isUnopened(error: unknown): boolean {
  return isOfCode(error, [14], /unable to open database/i)
}

/** SQLITE_NOTADB or SQLITE_CORRUPT. */
export function isDamaged(error: unknown): boolean {
  return isOfCode(error, [11, 26], /not a database|malformed/i)
}

/** @param words for what has no code, as where a database is opened */
function isOfCode(error: unknown, codes: readonly number[], words: RegExp): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' ? codes.includes(code & 0xff) : words.test(error.message)
}
