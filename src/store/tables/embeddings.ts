import { compareText } from '../../lib/compare-text.ts'
import { chunks } from '../chunks.ts'
import type { EmbeddingRecords } from '../embedding-types.ts'
import type { Db } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'

/** Rows per statement; keeps its parameters far below the limits of both engines. */
const AT_ONCE = 200
/** Rows removed per transaction, so that other writers wait only briefly. */
const REMOVED_AT_ONCE = 2_000

export function embeddingRecords(db: Db): EmbeddingRecords {
  return {
    async find(model, textHashes) {
      const found = []
      for (const hashes of chunks([...new Set(textHashes)], AT_ONCE)) {
        const rows = await db
          .selectFrom('embeddings')
          .selectAll()
          .where('model', '=', storableText(model))
          .where('text_hash', 'in', hashes)
          .execute()
        for (const { text_hash, vector, from_seq, used_at } of rows) {
          found.push({ textHash: text_hash, vector: Int8Array.from(vector), fromSeq: from_seq, usedAt: used_at })
        }
      }
      return found
    },
    save: (model, embeddings) =>
      writing(db, async (tx) => {
        // Distinct and sorted, so that two writers never deadlock.
        const distinct = new Map(embeddings.map((each) => [each.textHash, each]))
        const sorted = [...distinct.values()].sort((a, b) => compareText(a.textHash, b.textHash))
        for (const some of chunks(sorted, AT_ONCE)) {
          await tx
            .insertInto('embeddings')
            .values(
              some.map(({ textHash, vector, fromSeq, usedAt }) => ({
                model: storableText(model),
                text_hash: textHash,
                vector: new Uint8Array(vector.buffer, vector.byteOffset, vector.length),
                from_seq: fromSeq,
                used_at: usedAt,
              })),
            )
            .onConflict((conflict) =>
              conflict.columns(['model', 'text_hash']).doUpdateSet(({ ref, eb }) => ({
                used_at: ref('excluded.used_at'),
                from_seq: eb
                  .case()
                  .when('excluded.from_seq', '<', ref('embeddings.from_seq'))
                  .then(ref('excluded.from_seq'))
                  .else(ref('embeddings.from_seq'))
                  .end(),
              })),
            )
            .execute()
        }
      }),
    async prune(before) {
      let removed = 0
      for (;;) {
        const count = await writing(db, async (tx) => {
          const old = await tx
            .selectFrom('embeddings')
            .select(['model', 'text_hash'])
            .where('used_at', '<', before)
            .orderBy('used_at')
            .limit(REMOVED_AT_ONCE)
            .execute()
          for (const some of chunks(old, AT_ONCE)) {
            await tx
              .deleteFrom('embeddings')
              .where('used_at', '<', before)
              .where(
                'text_hash',
                'in',
                some.map(({ text_hash }) => text_hash),
              )
              .execute()
          }
          return old.length
        })
        removed += count
        if (count < REMOVED_AT_ONCE) return removed
      }
    },
  }
}
