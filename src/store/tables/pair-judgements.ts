import type { JudgementRecords } from '../operator-types.ts'
import type { Db } from '../schema.ts'
import { writing } from '../transaction.ts'

export function judgementRecords(db: Db): JudgementRecords {
  return {
    judge: ({ itemIds, isSame, at }) =>
      writing(db, async (tx) => {
        const [item_id, other_id] = [Math.min(...itemIds), Math.max(...itemIds)]
        if (item_id === other_id) throw new RangeError(`Item ${item_id} cannot be judged against itself`)
        const judged = { is_same: isSame ? 1 : 0, at }
        await tx
          .insertInto('pair_judgements')
          .values({ item_id, other_id, ...judged })
          .onConflict((conflict) => conflict.columns(['item_id', 'other_id']).doUpdateSet(judged))
          .execute()
      }),
    async judgements() {
      const rows = await db
        .selectFrom('pair_judgements')
        .leftJoin('story_members as one', 'one.item_id', 'pair_judgements.item_id')
        .leftJoin('story_members as other', 'other.item_id', 'pair_judgements.other_id')
        .select([
          'pair_judgements.item_id',
          'other_id',
          'is_same',
          'at',
          'one.story_id as one',
          'other.story_id as other',
        ])
        .orderBy('pair_judgements.item_id')
        .orderBy('other_id')
        .execute()
      return rows.map((row) => ({
        itemIds: [row.item_id, row.other_id],
        isSame: row.is_same === 1,
        at: row.at,
        ...(row.one !== null && row.other !== null && { storyIds: [row.one, row.other] as const }),
      }))
    },
  }
}
