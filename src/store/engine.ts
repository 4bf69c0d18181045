import type { Kysely, Transaction } from 'kysely'
import type { Db, Tables, Tx } from './schema.ts'
import type { SearchPhrase } from './search-phrases.ts'

/** Column types where the two engines differ. */
export interface ColumnTypes {
  readonly text: string
  readonly bytes: string
  readonly integer: string
  readonly real: string
}

/** `taken`: not held before this call, for the first time or since it was lost. */
export type StoryLockAnswer = 'taken' | 'held' | 'refused'

/** The index over items' titles and texts. */
export interface FullText {
  create(db: Kysely<never>): Promise<void>
  /** Adds or replaces; `tokens` in order. */
  index(
    tx: Tx | Transaction<never>,
    rows: readonly { readonly itemId: number; readonly tokens: readonly string[] }[],
  ): Promise<void>
  remove(tx: Tx, itemIds: readonly number[]): Promise<void>
  /** @returns items that hold every phrase, newest first, with `id` < `below` */
  find(db: Db, phrases: readonly SearchPhrase[], below: number, limit: number): Promise<readonly number[]>
  /** @returns those of `itemIds` that hold every phrase */
  findAmong(db: Db, phrases: readonly SearchPhrase[], itemIds: readonly number[]): Promise<readonly number[]>
}

/** Everything in which SQLite and PostgreSQL differ. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  /** For messages; never holds a password. */
  readonly where: string
  readonly db: Kysely<Tables>
  readonly types: ColumnTypes
  readonly fullText: FullText
  /** Does work that may change every row of a table, in transactions of its own: what undoes it must not lie in memory. */
  rewriting<T>(work: () => Promise<T>): Promise<T>
  /** Keeps other openers from migrating at the same time; called first in a transaction. */
  lockSchema(tx: Transaction<never>): Promise<void>
  hasTable(db: Kysely<never>, name: string): Promise<boolean>
  backup(file: string): Promise<void>
  /** `refused` while another process, or another open store, has it. */
  tryLockStories(): Promise<StoryLockAnswer>
  close(): Promise<void>
}
