import { sql } from 'kysely'
import { SOUTH_EAST_ASIAN } from '../../lib/unspaced-scripts.ts'
import { searchTokens } from '../search-tokens.ts'
import type { Migration } from './migration.ts'

/** Items read per batch. */
const CHUNK = 500
/**
 * Texts whose tokens changed: Thai and its like in pairs of characters; Hebrew and Arabic without points; letters such as đ folded;
 * digits of every script as European ones.
 */
const CHANGED = new RegExp(
  `[${SOUTH_EAST_ASIAN}\\p{Script=Hebrew}\\p{Script=Arabic}ıİđĐðÐłŁøØħĦßẞæÆœŒþÞ\\u200c\\u200d]|(?![0-9])\\p{Nd}`,
  'u',
)

/** Indexes items anew whose tokens changed; all others, most of them, stay as they are. */
export const searchInAllScripts: Migration = {
  version: 20,
  name: 'search in all scripts',
  async up(tx, { fullText }) {
    let last = 0
    for (;;) {
      const { rows } = await sql<{ id: number; title: string; text: string }>`
        SELECT id, title, text FROM items WHERE id > ${last} ORDER BY id LIMIT ${CHUNK}`.execute(tx)
      if (rows.length === 0) return
      const texts = rows.map(({ id, title, text }) => ({ itemId: id, text: `${title}\n${text}` }))
      await fullText.index(
        tx,
        texts
          .filter(({ text }) => CHANGED.test(text))
          .map(({ itemId, text }) => ({ itemId, tokens: searchTokens(text) })),
      )
      last = rows.at(-1)!.id
    }
  },
}
