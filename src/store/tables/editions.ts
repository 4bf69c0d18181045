import type { Selectable } from 'kysely'
import type { EditionRecords, StoredEdition } from '../post-types.ts'
import type { Db, Tables } from '../schema.ts'
import { storableText } from '../storable-text.ts'

export function editionRecords(db: Db): EditionRecords {
  const find = async (date: string, timeZone: string) => {
    const row = await db
      .selectFrom('editions')
      .selectAll()
      .where('date', '=', storableText(date))
      .where('time_zone', '=', timeZone)
      .executeTakeFirst()
    return row && storedEdition(row)
  }
  return {
    find,
    async keep({ date, timeZone, builtAt, content }) {
      await db
        .insertInto('editions')
        .values({ date, time_zone: timeZone, built_at: builtAt, content: storableText(content) })
        .onConflict((conflict) => conflict.columns(['time_zone', 'date']).doNothing())
        .execute()
      return (await find(date, timeZone))!
    },
    async latest(timeZone, limit) {
      const rows = await db
        .selectFrom('editions')
        .selectAll()
        .where('time_zone', '=', timeZone)
        .orderBy('date', 'desc')
        .limit(limit)
        .execute()
      return rows.map(storedEdition)
    },
    async ofMonth(timeZone, month) {
      const rows = await db
        .selectFrom('editions')
        .selectAll()
        .where('time_zone', '=', timeZone)
        .where('date', '>=', storableText(month))
        .where('date', '<', `${storableText(month)}-99`)
        .orderBy('date', 'desc')
        .execute()
      return rows.map(storedEdition)
    },
    async monthsBeside(timeZone, month) {
      const among = db.selectFrom('editions').select('date').where('time_zone', '=', timeZone).limit(1)
      const [before, after] = [
        await among.where('date', '<', storableText(month)).orderBy('date', 'desc').executeTakeFirst(),
        await among
          .where('date', '>', `${storableText(month)}-99`)
          .orderBy('date', 'asc')
          .executeTakeFirst(),
      ]
      return { before: before?.date.slice(0, 7), after: after?.date.slice(0, 7) }
    },
  }
}

function storedEdition(row: Selectable<Tables['editions']>): StoredEdition {
  return { date: row.date, timeZone: row.time_zone, builtAt: row.built_at, content: row.content }
}
