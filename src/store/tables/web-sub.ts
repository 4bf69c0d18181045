import type { Db, WebSubRow } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import type { Subscription, WebSubRecords } from '../web-sub-types.ts'

const COLUMNS = {
  ...{ callback: 'callback', sourceId: 'source_id', feedUrl: 'feed_url', hub: 'hub', topic: 'topic', secret: 'secret' },
  ...{ wants: 'wants', askedAt: 'asked_at', asks: 'asks', confirmedAt: 'confirmed_at', leaseUntil: 'lease_until' },
  ...{ deliveredAt: 'delivered_at', missedAt: 'missed_at', error: 'error' },
} as const satisfies Record<keyof Subscription, keyof WebSubRow>

export function webSubRecords(db: Db): WebSubRecords {
  return {
    async all() {
      const rows = await db.selectFrom('web_sub').selectAll().orderBy('feed_url').orderBy('callback').execute()
      return rows.map(subscriptionOf)
    },
    async byCallback(callback) {
      const row = await db.selectFrom('web_sub').selectAll().where('callback', '=', callback).executeTakeFirst()
      return row && subscriptionOf(row)
    },
    async add(subscription) {
      await db
        .insertInto('web_sub')
        .values(rowOf(subscription) as WebSubRow)
        .execute()
    },
    async change(callback, change) {
      await db.updateTable('web_sub').set(rowOf(change)).where('callback', '=', callback).execute()
    },
    async remove(callback) {
      await db.deleteFrom('web_sub').where('callback', '=', callback).execute()
    },
  }
}

function rowOf(part: Partial<Subscription>): Partial<WebSubRow> {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      COLUMNS[name as keyof Subscription],
      typeof value === 'string' ? storableText(value) : (value ?? null),
    ]),
  )
}

function subscriptionOf(row: WebSubRow): Subscription {
  const names = Object.keys(COLUMNS) as (keyof Subscription)[]
  const known = names.filter((name) => row[COLUMNS[name]] !== null && row[COLUMNS[name]] !== undefined)
  return Object.fromEntries(known.map((name) => [name, row[COLUMNS[name]]])) as unknown as Subscription
}
