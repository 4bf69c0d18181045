import type { Selectable } from 'kysely'
import type { ReaderReports, StoredReport } from '../operator-types.ts'
import type { Db, ReaderReportRow } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'
import { nextNumber } from './counters.ts'

export function readerReports(db: Db): ReaderReports {
  return {
    add: ({ storyId, sentence, note, language, at }) =>
      writing(db, async (tx) => {
        const id = await nextNumber(tx, 'reader_reports')
        const text = { sentence: storableText(sentence), note: storableText(note), language: storableText(language) }
        await tx
          .insertInto('reader_reports')
          .values({ id, story_id: storyId, ...text, at, is_open: 1 })
          .execute()
        return id
      }),
    async list({ isOpen, storyId, limit }) {
      let query = db.selectFrom('reader_reports').selectAll()
      if (isOpen !== undefined) query = query.where('is_open', '=', isOpen ? 1 : 0)
      if (storyId !== undefined) query = query.where('story_id', '=', storyId)
      return (await query.orderBy('id', 'desc').limit(limit).execute()).map(storedReport)
    },
    async close(id) {
      const { numUpdatedRows } = await db
        .updateTable('reader_reports')
        .set({ is_open: 0 })
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async count({ storyId, isOpen, since }) {
      let query = db.selectFrom('reader_reports').select(({ fn }) => fn.countAll<number>().as('reports'))
      if (storyId !== undefined) query = query.where('story_id', '=', storyId)
      if (isOpen !== undefined) query = query.where('is_open', '=', isOpen ? 1 : 0)
      if (since !== undefined) query = query.where('at', '>=', since)
      return (await query.executeTakeFirstOrThrow()).reports
    },
  }
}

function storedReport(row: Selectable<ReaderReportRow>): StoredReport {
  const { id, story_id: storyId, sentence, note, language, at } = row
  return { id, storyId, sentence, note, language, at, isOpen: row.is_open === 1 }
}
