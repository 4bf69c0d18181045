import type { Db } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import type { StreamRecords } from '../stream-types.ts'

export function streamRecords(db: Db): StreamRecords {
  return {
    async all() {
      const rows = await db.selectFrom('streams').selectAll().orderBy('url').execute()
      return rows.map(({ url, is_open, since, reason, retry_at }) => ({
        ...{ url, isOpen: is_open === 1, since },
        ...(reason === '' ? {} : { reason }),
        ...(retry_at === null ? {} : { retryAt: retry_at }),
      }))
    },
    async set({ url, isOpen, since, reason, retryAt }) {
      const known = {
        ...{ is_open: Number(isOpen), since, reason: storableText(reason ?? ''), retry_at: retryAt ?? null },
      }
      await db
        .insertInto('streams')
        .values({ url: storableText(url), ...known })
        .onConflict((conflict) => conflict.column('url').doUpdateSet(known))
        .execute()
    },
    async forget(url) {
      const all = db.deleteFrom('streams')
      await (url === undefined ? all : all.where('url', '=', storableText(url))).execute()
    },
  }
}
