import type { Saved, SavedRecords } from '../post-types.ts'
import type { Db } from '../schema.ts'
import { storableText } from '../storable-text.ts'

/** Implements `SavedRecords` on either table; both have the same columns. */
export function savedRecords(db: Db, name: 'saved_decisions' | 'saved_searches'): SavedRecords {
  const table = name as 'saved_decisions'
  return {
    async save({ name, needs, target, language, createdAt }) {
      const row = {
        ...{ needs: storableText(needs), target: storableText(target), language },
        ...{ created_at: createdAt, alerts: 0, told: '' },
      }
      await db
        .insertInto(table)
        .values({ name: storableText(name), ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
    async list() {
      const rows = await db.selectFrom(table).selectAll().orderBy('name').execute()
      return rows.map(({ created_at: createdAt, ...row }): Saved => ({ ...row, createdAt }))
    },
    async remove(name) {
      const gone = await db.deleteFrom(table).where('name', '=', storableText(name)).returning('name').execute()
      return gone.length > 0
    },
    async noteTold({ name, createdAt, alerts }, told) {
      await db
        .updateTable(table)
        .set({ told: storableText(told), alerts: alerts + 1 })
        .where('name', '=', storableText(name))
        // If the name was saved again in between, the new record has not been told anything yet.
        .where('created_at', '=', createdAt)
        .execute()
    },
  }
}
