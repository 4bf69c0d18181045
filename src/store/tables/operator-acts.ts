import type { Selectable } from 'kysely'
import type { Source } from '../../source/types.ts'
import { chunks } from '../chunks.ts'
import type {
  ActAnswer,
  ActState,
  ActUndo,
  NewAct,
  OperatorRecords,
  SourceRuling,
  StoredAct,
} from '../operator-types.ts'
import type { Db, OperatorActRow, Tx } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'
import { nextNumber } from './counters.ts'
import { saveSources } from './sources.ts'
import { noteSourceChange } from './sources-revision.ts'

export function operatorRecords(db: Db): OperatorRecords {
  return {
    ask: (act) => writing(db, (tx) => ask(tx, act)),
    record: ({ undo, sources, ...act }) =>
      writing(db, async (tx) => {
        const recorded = await idOf(tx, act)
        if (recorded !== undefined) return recorded
        const id = await ask(tx, act)
        await saveSources(tx, sources)
        await answerAct(tx, { id, state: 'applied', answer: '', at: act.at, undo })
        return id
      }),
    async act(id) {
      const row = await actsWithUndos(db).where('id', '=', id).executeTakeFirst()
      return row && storedAct(row)
    },
    async acts({ state, limit }) {
      let query = actsWithUndos(db)
      if (state !== undefined) query = query.where('state', '=', state)
      const rows = await query
        .orderBy('id', state === 'waiting' ? 'asc' : 'desc')
        .limit(limit)
        .execute()
      return rows.map(storedAct)
    },
    async catalogueSource(id) {
      const row = await db.selectFrom('sources').select('source').where('id', '=', storableText(id)).executeTakeFirst()
      return row && (JSON.parse(row.source) as Source)
    },
    sourceRulings: () => sourceRulings(db),
  }
}

function actsWithUndos(db: Db) {
  return db
    .selectFrom('operator_acts')
    .leftJoin('act_undos', 'act_undos.act_id', 'operator_acts.id')
    .selectAll('operator_acts')
    .select(['act_undos.undo', 'act_undos.undone_by'])
}

/** Returns the id of an act that was recorded before. */
async function idOf(tx: Tx, { act, at }: NewAct): Promise<number | undefined> {
  const written = storableText(JSON.stringify(act))
  const row = await tx
    .selectFrom('operator_acts')
    .select('id')
    .where('at', '=', at)
    .where('act', '=', written)
    .executeTakeFirst()
  return row?.id
}

async function ask(tx: Tx, { act, reason, at }: NewAct): Promise<number> {
  const id = await nextNumber(tx, 'operator_acts')
  const written = { act: storableText(JSON.stringify(act)), reason: storableText(reason) }
  await tx
    .insertInto('operator_acts')
    .values({ id, ...written, at, state: 'waiting', done_at: null, answer: '' })
    .execute()
  return id
}

/** Stores an act's outcome. @returns false if another process already answered the act, or undid the act that this one would undo */
export async function answerAct(tx: Tx, given: ActAnswer): Promise<boolean> {
  const { id, state, answer, at, source, switchedOff = [], undo, undoes } = given
  const rows = await tx
    .updateTable('operator_acts')
    .set({ state, answer: storableText(answer), done_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute()
  if (rows.length === 0) return false
  if (undoes !== undefined && !(await noteUndone(tx, undoes, id))) return false
  if (undo) await tx.insertInto('act_undos').values(undoRow(id, undo)).execute()
  if (source) await saveSourceRuling(tx, source.id, source.ruling)
  await switchOff(tx, switchedOff)
  return true
}

async function switchOff(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids, 500)) {
    const rows = await tx.selectFrom('sources').select('source').where('id', 'in', some).execute()
    const sources = rows.map((row) => JSON.parse(row.source) as Source)
    await saveSources(
      tx,
      sources.map((each) => ({ ...each, isEnabled: false })),
    )
  }
}

function undoRow(id: number, undo: ActUndo) {
  return { act_id: id, undo: storableText(JSON.stringify(undo)), undone_by: null }
}

async function noteUndone(tx: Tx, id: number, by: number): Promise<boolean> {
  const rows = await tx
    .updateTable('act_undos')
    .set({ undone_by: by })
    .where('act_id', '=', id)
    .where('undone_by', 'is', null)
    .returning('act_id')
    .execute()
  return rows.length > 0
}

async function saveSourceRuling(tx: Tx, sourceId: string, ruling: SourceRuling): Promise<void> {
  await noteSourceChange(tx)
  await tx
    .insertInto('source_rulings')
    .values({ source_id: sourceId, ruling: JSON.stringify(ruling) })
    .onConflict((conflict) =>
      conflict.column('source_id').doUpdateSet((row) => ({ ruling: row.ref('excluded.ruling') })),
    )
    .execute()
}

export async function sourceRulings(db: Db): Promise<ReadonlyMap<string, SourceRuling>> {
  const rows = await db.selectFrom('source_rulings').selectAll().execute()
  return new Map(rows.map((row) => [row.source_id, JSON.parse(row.ruling) as SourceRuling]))
}

/** Columns of `act_undos`; null if no undo is stored. */
interface UndoColumns {
  readonly undo: string | null
  readonly undone_by: number | null
}

function storedAct(row: Selectable<OperatorActRow> & UndoColumns): StoredAct {
  return {
    id: row.id,
    act: JSON.parse(row.act) as StoredAct['act'],
    reason: row.reason,
    at: row.at,
    state: row.state as ActState,
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
    answer: row.answer,
    ...(row.undo === null ? {} : { undo: JSON.parse(row.undo) as ActUndo }),
    ...(row.undone_by === null ? {} : { undoneBy: row.undone_by }),
  }
}
