import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Delivery, DeliveryKind, DeliveryRecords, DeliveryState } from '../post-types.ts'
import type { Db, DeliveryRow, Tables } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'
import { nextNumber } from './counters.ts'

export function deliveryRecords(db: Db): DeliveryRecords {
  return {
    add: (deliveries) =>
      writing(db, async (tx) => {
        let added = 0
        for (const { kind, target, subject, body, createdAt } of deliveries) {
          const id = await nextNumber(tx, 'deliveries')
          const text = { target: storableText(target), subject: storableText(subject), body: storableText(body) }
          const rows = await tx
            .insertInto('deliveries')
            .values({
              ...{ id, kind, ...text, attempts: 0, next_at: createdAt, state: 'waiting', last_error: '' },
              created_at: createdAt,
            })
            .onConflict((conflict) => conflict.columns(['kind', 'target', 'subject']).doNothing())
            .returning('id')
            .execute()
          added += rows.length
        }
        return added
      }),
    async find({ kind, target, subject }) {
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('kind', '=', kind)
        .where('target', '=', storableText(target))
        .where('subject', '=', storableText(subject))
        .executeTakeFirst()
      return row && delivery(row)
    },
    take: (now, { kinds, leaseMs, longestWaitMs }) =>
      writing(db, async (tx) => {
        const isDue = (eb: ExpressionBuilder<Tables, 'deliveries'>) =>
          eb.or([eb('next_at', '<=', now), eb('next_at', '>', now + longestWaitMs)])
        const due = tx
          .selectFrom('deliveries')
          .select('id')
          .where('state', '=', 'waiting')
          .where('kind', 'in', kinds)
          .where(isDue)
          .orderBy('next_at')
          .orderBy('id')
          .limit(1)
        // `isDue` is repeated so that a second process that waited for the row finds it leased.
        const [row] = await tx
          .updateTable('deliveries')
          .set({ next_at: now + leaseMs })
          .where('id', 'in', due)
          .where(isDue)
          .returningAll()
          .execute()
        return row && delivery(row)
      }),
    async settle(id, { state, nextAt, lastError, attempts }) {
      await db
        .updateTable('deliveries')
        .set({ state, next_at: nextAt, last_error: storableText(lastError), attempts })
        .where('id', '=', id)
        .execute()
    },
    async list(state, limit) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('state', '=', state)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(delivery)
    },
    async revive(id, now) {
      await db
        .updateTable('deliveries')
        .set({ state: 'waiting', next_at: now, attempts: 0 })
        .where('id', '=', id)
        .where('state', '=', 'dead')
        .execute()
    },
    async count() {
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['state', fn.countAll<number>().as('deliveries')])
        .groupBy('state')
        .execute()
      const of = (state: DeliveryState) => rows.find((row) => row.state === state)?.deliveries ?? 0
      return { waiting: of('waiting'), sent: of('sent'), dead: of('dead') }
    },
    async forgetSent(before) {
      await db.deleteFrom('deliveries').where('state', '=', 'sent').where('created_at', '<', before).execute()
    },
  }
}

function delivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    id: row.id,
    kind: row.kind as DeliveryKind,
    target: row.target,
    subject: row.subject,
    body: row.body,
    attempts: row.attempts,
    nextAt: row.next_at,
    state: row.state as DeliveryState,
    lastError: row.last_error,
    createdAt: row.created_at,
  }
}
