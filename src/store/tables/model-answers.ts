import type { AnswerState, ModelHealth, ModelRecords, StoredAnswer } from '../model-types.ts'
import type { Db, Tx } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'
import { nextNumber } from './counters.ts'
import { modelCalls, reserveCall, settleCall, spending, spendingByStory } from './model-calls.ts'

export function modelRecords(db: Db): ModelRecords {
  return {
    reserve: (call, budget) => reserveCall(db, call, budget),
    settle: (id, result) => settleCall(db, id, result),
    calls: (options) => modelCalls(db, options),
    spending: (firstDay, lastDay) => spending(db, firstDay, lastDay),
    spendingByStory: (firstDay, limit) => spendingByStory(db, firstDay, limit),
    offer: (answer) => writing(db, (tx) => offer(tx, answer)),
    async hasAnswered(storyId, inputHash) {
      const row = await db
        .selectFrom('model_answers')
        .select('id')
        .where('story_id', '=', storyId)
        .where('input_hash', '=', inputHash)
        .executeTakeFirst()
      return row !== undefined
    },
    async waiting(limit) {
      const rows = await db
        .selectFrom('model_answers')
        .selectAll()
        .where('state', '=', 'waiting')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(
        (row): StoredAnswer => ({
          id: row.id,
          storyId: row.story_id,
          inputHash: row.input_hash,
          at: row.at,
          summary: JSON.parse(row.summary) as StoredAnswer['summary'],
        }),
      )
    },
    async setHealth(health) {
      const written = storableText(JSON.stringify(health))
      await db
        .insertInto('model_health')
        .values({ model: health.model, health: written })
        .onConflict((conflict) => conflict.column('model').doUpdateSet({ health: written }))
        .execute()
    },
    async health(model) {
      const row = await db.selectFrom('model_health').select('health').where('model', '=', model).executeTakeFirst()
      return row && (JSON.parse(row.health) as ModelHealth)
    },
  }
}

async function offer(tx: Tx, answer: Parameters<ModelRecords['offer']>[0]): Promise<void> {
  const { storyId, inputHash, at, summary } = answer
  const state: AnswerState = summary ? 'waiting' : 'empty'
  await tx
    .insertInto('model_answers')
    .values({
      id: await nextNumber(tx, 'model_answers'),
      story_id: storyId,
      input_hash: inputHash,
      at,
      state,
      summary: summary ? storableText(JSON.stringify(summary)) : '',
    })
    .onConflict((conflict) => conflict.columns(['story_id', 'input_hash']).doNothing())
    .execute()
}

/** Closes an answer and erases its text: its story has it now, and a withdrawal must not have to search for other copies. */
export async function closeAnswer(tx: Tx, id: number, state: AnswerState): Promise<void> {
  await tx.updateTable('model_answers').set({ state, summary: '' }).where('id', '=', id).execute()
}
