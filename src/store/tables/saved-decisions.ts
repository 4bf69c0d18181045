import type { SavedDecision, SavedDecisionRecords } from '../post-types.ts'
import type { Db } from '../schema.ts'
import { storableText } from '../storable-text.ts'

export function savedDecisionRecords(db: Db): SavedDecisionRecords {
  return {
    async save({ name, needs, target, language, createdAt }) {
      const row = {
        ...{ needs: storableText(needs), target: storableText(target), language },
        ...{ created_at: createdAt, alerts: 0, told: '' },
      }
      await db
        .insertInto('saved_decisions')
        .values({ name: storableText(name), ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
    async list() {
      const rows = await db.selectFrom('saved_decisions').selectAll().orderBy('name').execute()
      return rows.map(({ created_at: createdAt, ...row }): SavedDecision => ({ ...row, createdAt }))
    },
    async remove(name) {
      const gone = await db
        .deleteFrom('saved_decisions')
        .where('name', '=', storableText(name))
        .returning('name')
        .execute()
      return gone.length > 0
    },
    async noteTold({ name, createdAt, alerts }, told) {
      await db
        .updateTable('saved_decisions')
        .set({ told: storableText(told), alerts: alerts + 1 })
        .where('name', '=', storableText(name))
        // Saved anew in between: that one has been told nothing yet.
        .where('created_at', '=', createdAt)
        .execute()
    },
  }
}
