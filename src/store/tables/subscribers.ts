import type { Selectable } from 'kysely'
import type { Subscriber, SubscriberRecords } from '../post-types.ts'
import type { Db, SubscriberRow } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'
import { nextNumber } from './counters.ts'

export function subscriberRecords(db: Db): SubscriberRecords {
  const byToken = async (token: string) => {
    const row = await db
      .selectFrom('subscribers')
      .selectAll()
      .where('token', '=', storableText(token))
      .executeTakeFirst()
    return row && subscriber(row)
  }
  const confirmedRows = db.selectFrom('subscribers').selectAll().where('is_confirmed', '=', 1).orderBy('id')
  return {
    byToken,
    ask: ({ email, language, token, createdAt }) =>
      writing(db, async (tx) => {
        const id = await nextNumber(tx, 'subscribers')
        const row = { id, email: storableText(email), language, token, is_confirmed: 0, created_at: createdAt }
        const stored = await tx
          .insertInto('subscribers')
          .values(row)
          .onConflict((conflict) => conflict.column('email').doUpdateSet({ language, created_at: createdAt }))
          .returningAll()
          .executeTakeFirstOrThrow()
        return subscriber(stored)
      }),
    async confirm(token) {
      await db.updateTable('subscribers').set({ is_confirmed: 1 }).where('token', '=', storableText(token)).execute()
      return byToken(token)
    },
    async remove(token) {
      const gone = await db.deleteFrom('subscribers').where('token', '=', storableText(token)).returning('id').execute()
      return gone.length > 0
    },
    confirmed: async () => (await confirmedRows.execute()).map(subscriber),
    async count() {
      const rows = await db
        .selectFrom('subscribers')
        .select(({ fn }) => ['is_confirmed', fn.countAll<number>().as('addresses')])
        .groupBy('is_confirmed')
        .execute()
      const of = (isConfirmed: number) => rows.find((row) => row.is_confirmed === isConfirmed)?.addresses ?? 0
      return { confirmed: of(1), waiting: of(0) }
    },
    async forgetUnconfirmed(before) {
      await db.deleteFrom('subscribers').where('is_confirmed', '=', 0).where('created_at', '<', before).execute()
    },
  }
}

function subscriber(row: Selectable<SubscriberRow>): Subscriber {
  const { id, email, language, token, created_at: createdAt } = row
  return { id, email, language, token, isConfirmed: row.is_confirmed === 1, createdAt }
}
