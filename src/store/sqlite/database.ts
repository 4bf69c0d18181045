import { DatabaseSync } from '@photostructure/sqlite'

export type SqliteValue = string | number | bigint | null | Uint8Array

export interface SqliteStatement {
  readonly returnsRows: boolean
  all(values: readonly SqliteValue[]): Record<string, SqliteValue>[]
  run(values: readonly SqliteValue[]): { changes: number | bigint; lastInsertRowid: number | bigint }
}

/** The seam to the SQLite library: `node:sqlite` of Node 24 and later fits it as it stands. */
export interface SqliteDatabase {
  exec(sql: string): void
  /** Compiled once for each text. */
  statement(sql: string): SqliteStatement
  isInTransaction(): boolean
  close(): void
}

/** Statements kept compiled; those of the contract suite are under 150. */
const MAX_STATEMENTS = 300

export function openSqliteDatabase(file: string, options: { readonly busyTimeoutMs: number }): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: options.busyTimeoutMs })
  const statements = new Map<string, SqliteStatement>()
  return {
    exec: (sql) => database.exec(sql),
    statement(sql) {
      let statement = statements.get(sql)
      if (statement === undefined) {
        const compiled = database.prepare(sql)
        statement = {
          returnsRows: compiled.columns().length > 0,
          all: (values) => compiled.all(...values),
          run: (values) => compiled.run(...values),
        }
        if (statements.size >= MAX_STATEMENTS) statements.delete(statements.keys().next().value!)
        statements.set(sql, statement)
      }
      return statement
    },
    isInTransaction: () => database.isTransaction,
    close: () => database.close(),
  }
}

/** SQLITE_BUSY and its kinds: another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' ? (code & 0xff) === 5 : /database is locked/i.test(error.message)
}

/** SQLITE_FULL: the disk has no room left. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' ? (code & 0xff) === 13 : /database or disk is full/i.test(error.message)
}

/** SQLITE_NOTADB or SQLITE_CORRUPT. */
export function isDamaged(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' ? [11, 26].includes(code & 0xff) : /not a database|malformed/i.test(error.message)
}
