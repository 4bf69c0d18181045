import type { Selectable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Db, TranslationRow, Tx } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'
import type { StoredTranslation, TranslationRecords } from '../translation-types.ts'

export function translationRecords(db: Db): TranslationRecords {
  return {
    async find(storyId, language) {
      const row = await rowsOf(db, storyId).where('language', '=', language).executeTakeFirst()
      return row && translationOf(row)
    },
    async ofStory(storyId) {
      return (await rowsOf(db, storyId).orderBy('language').execute()).map(translationOf)
    },
    async madeOf(storyIds, language) {
      if (storyIds.length === 0) return []
      const rows = await db
        .selectFrom('translations')
        .selectAll()
        .where('story_id', 'in', storyIds)
        .where('language', '=', language)
        .where('state', '=', 'made')
        .execute()
      return rows.map(translationOf)
    },
    ask: ({ storyId, language, inputHash, at }) =>
      writing(db, async (tx) => {
        const before = await rowsOf(tx, storyId).where('language', '=', language).executeTakeFirst()
        if (before?.input_hash === inputHash) return
        await put(tx, { storyId, language, inputHash, at, state: 'asked', model: '', texts: [], rules: [] })
      }),
    async nextAsked() {
      const row = await db
        .selectFrom('translations')
        .selectAll()
        .where('state', '=', 'asked')
        .orderBy('at')
        .orderBy('story_id')
        .limit(1)
        .executeTakeFirst()
      return row && translationOf(row)
    },
    put: (translation) => writing(db, (tx) => put(tx, translation)),
    async remove(storyId, language) {
      await db.deleteFrom('translations').where('story_id', '=', storyId).where('language', '=', language).execute()
    },
  }
}

function rowsOf(db: Db | Tx, storyId: number) {
  return db.selectFrom('translations').selectAll().where('story_id', '=', storyId)
}

async function put(tx: Tx, { storyId, language, ...rest }: StoredTranslation): Promise<void> {
  const story = await tx.selectFrom('stories').select('id').where('id', '=', storyId).executeTakeFirst()
  if (!story) return
  const values = {
    input_hash: rest.inputHash,
    state: rest.state,
    at: rest.at,
    model: storableText(rest.model),
    texts: storableText(JSON.stringify(rest.texts)),
    rules: JSON.stringify(rest.rules),
  }
  await tx
    .insertInto('translations')
    .values({ story_id: storyId, language, ...values })
    .onConflict((conflict) => conflict.columns(['story_id', 'language']).doUpdateSet(values))
    .execute()
}

/** Deletes the translations of stories, also of those that only lose a withdrawn item, whose words must not be kept anywhere. */
export async function deleteTranslations(tx: Tx, storyIds: readonly number[]): Promise<void> {
  for (const some of chunks(storyIds, 500)) {
    await tx.deleteFrom('translations').where('story_id', 'in', some).execute()
  }
}

function translationOf(row: Selectable<TranslationRow>): StoredTranslation {
  return {
    storyId: row.story_id,
    language: row.language,
    inputHash: row.input_hash,
    state: row.state as StoredTranslation['state'],
    at: row.at,
    model: row.model,
    texts: JSON.parse(row.texts) as readonly string[],
    rules: JSON.parse(row.rules) as readonly string[],
  }
}
