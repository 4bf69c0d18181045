import { mapInTurns } from '../../lib/turn.ts'
import type { Source } from '../../source/types.ts'
import { chunks } from '../chunks.ts'
import { ruledSource } from '../ruled-source.ts'
import type { Db, Tx } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { sourceRulings } from './operator-acts.ts'
import { noteSourceChange } from './sources-revision.ts'

/** Adds or replaces sources. Others stay, since their items refer to them. */
export async function saveSources(tx: Tx, sources: readonly Source[]): Promise<void> {
  if (sources.length === 0) return
  await noteSourceChange(tx)
  const byId = new Map(sources.map((source) => [source.id, source]))
  for (const some of chunks([...byId.values()], 500)) {
    await tx
      .insertInto('sources')
      .values(some.map((source) => ({ id: source.id, source: JSON.stringify(source) })))
      .onConflict((conflict) => conflict.column('id').doUpdateSet((row) => ({ source: row.ref('excluded.source') })))
      .execute()
  }
}

/** Returns all sources, ordered by id, with rulings applied. */
export async function allSources(db: Db): Promise<readonly Source[]> {
  const rows = await db.selectFrom('sources').select('source').orderBy('id').execute()
  return ruled(db, rows)
}

/** Returns the known ones of these sources, ordered by id, with rulings applied. */
export async function sourcesById(db: Db, ids: Iterable<string>): Promise<readonly Source[]> {
  const rows: { source: string }[] = []
  for (const some of chunks([...new Set(ids)].map(storableText).sort(), 500)) {
    rows.push(...(await db.selectFrom('sources').select('source').where('id', 'in', some).orderBy('id').execute()))
  }
  return ruled(db, rows)
}

async function ruled(db: Db, rows: readonly { readonly source: string }[]): Promise<readonly Source[]> {
  const sources = await mapInTurns(rows, (row) => JSON.parse(row.source) as Source)
  const rulings = await sourceRulings(db)
  return rulings.size === 0 ? sources : sources.map((source) => ruledSource(source, rulings.get(source.id)))
}
