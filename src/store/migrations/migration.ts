import type { Transaction } from 'kysely'
import type { Engine } from '../engine.ts'

/**
 * One numbered schema change, run once in one transaction. Never edited after a release: it must do the same to every
 * database, so it uses no code whose behaviour may change.
 */
export interface Migration {
  readonly version: number
  readonly name: string
  up(tx: Transaction<never>, engine: Engine): Promise<void>
}
