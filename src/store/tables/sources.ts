import type { Source } from '../../source/types.ts'
import { chunks } from '../chunks.ts'
import { ruledSource } from '../ruled-source.ts'
import type { Db, Tx } from '../schema.ts'
import { sourceRulings } from './operator-acts.ts'

/** Adds or replaces; sources that are not named stay as they are, for their items need them. */
export async function saveSources(tx: Tx, sources: readonly Source[]): Promise<void> {
  const byId = new Map(sources.map((source) => [source.id, source]))
  for (const some of chunks([...byId.values()], 500)) {
    await tx
      .insertInto('sources')
      .values(some.map((source) => ({ id: source.id, source: JSON.stringify(source) })))
      .onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ source: row.ref('excluded.source') })))
      .execute()
  }
}

/** By id; what operators decided is laid over them. */
export async function allSources(db: Db): Promise<readonly Source[]> {
  const rows = await db.selectFrom('sources').select('source').orderBy('id').execute()
  const sources = rows.map((row) => JSON.parse(row.source) as Source)
  const rulings = await sourceRulings(db)
  return rulings.size === 0 ? sources : sources.map((source) => ruledSource(source, rulings.get(source.id)))
}
