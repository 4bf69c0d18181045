import type { Transaction } from 'kysely'
import type { Engine } from '../engine.ts'

/**
 * One numbered step of the schema, run once in one transaction. Never edited after a release: it must make of a
 * database what it made of the first one, so it uses no code that may change meaning.
 */
export interface Migration {
  readonly version: number
  readonly name: string
  up(tx: Transaction<never>, engine: Engine): Promise<void>
}
