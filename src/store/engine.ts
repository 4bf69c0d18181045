import type { Kysely, Transaction } from 'kysely'
import type { Db, Tables, Tx } from './schema.ts'
import type { SearchPhrase } from './search-phrases.ts'

/** SQL types of columns, by engine. */
export interface ColumnTypes {
  readonly text: string
  readonly bytes: string
  readonly integer: string
  readonly real: string
}

/** `taken`: acquired by this call, for the first time or after a loss; `held`: already held; `refused`: someone else holds it. */
export type StoryLockAnswer = 'taken' | 'held' | 'refused'

/** Full-text index over items' titles and texts. */
export interface FullText {
  create(db: Kysely<never>): Promise<void>
  /** Adds or replaces entries; `tokens` in text order. */
  index(
    tx: Tx | Transaction<never>,
    rows: readonly { readonly itemId: number; readonly tokens: readonly string[] }[],
  ): Promise<void>
  remove(tx: Tx, itemIds: readonly number[]): Promise<void>
  /** @returns ids < `below` of items that contain every phrase, newest first */
  find(db: Db, phrases: readonly SearchPhrase[], below: number, limit: number): Promise<readonly number[]>
  /** @returns those of `itemIds` that contain every phrase */
  findAmong(db: Db, phrases: readonly SearchPhrase[], itemIds: readonly number[]): Promise<readonly number[]>
}

/** Everything in which SQLite and PostgreSQL differ. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  /** File or address for messages; never contains a password. */
  readonly where: string
  readonly db: Kysely<Tables>
  readonly types: ColumnTypes
  readonly fullText: FullText
  /** Runs work that may change every row of a table, in transactions of its own. Keeps its temporary data on disk, not in memory. */
  rewriting<T>(work: () => Promise<T>): Promise<T>
  /** Prevents concurrent migrations; must be the first statement of the transaction. */
  lockSchema(tx: Transaction<never>): Promise<void>
  hasTable(db: Kysely<never>, name: string): Promise<boolean>
  backup(file: string): Promise<void>
  /** Tries to take the story lock; `refused` while another process or another open store holds it. */
  tryLockStories(): Promise<StoryLockAnswer>
  close(): Promise<void>
}
