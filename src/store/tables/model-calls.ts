import type { Selectable } from 'kysely'
import { dayNumber } from '../../lib/instant.ts'
import type { CallOutcome, CallPurpose, CallResult, NewModelCall, Spending, StoredModelCall } from '../model-types.ts'
import type { Db, ModelCallRow } from '../schema.ts'
import { storableText } from '../storable-text.ts'
import { writing } from '../transaction.ts'
import { nextNumber } from './counters.ts'

/** Reserves the cost of a call. Reservations are serialised by the counter, so that two calls never spend the same remainder. */
export function reserveCall(
  db: Db,
  call: NewModelCall,
  dailyBudgetMicroUsd: number | undefined,
): Promise<number | undefined> {
  const day = dayNumber(call.at)
  return writing(db, async (tx) => {
    const id = await nextNumber(tx, 'model_calls')
    const cost = Math.ceil(call.reservedMicroUsd)
    if (dailyBudgetMicroUsd !== undefined) {
      const { costMicroUsd } = await spending(tx, day, day)
      if (costMicroUsd + cost > dailyBudgetMicroUsd) return undefined
    }
    await tx
      .insertInto('model_calls')
      .values({
        id,
        at: call.at,
        day,
        purpose: call.purpose,
        provider: storableText(call.provider),
        model: storableText(call.model),
        story_id: call.storyId ?? null,
        input_hash: call.inputHash,
        outcome: 'running',
        tokens_in: 0,
        tokens_out: 0,
        cost,
        duration_ms: 0,
        error: '',
      })
      .execute()
    return id
  })
}

export async function settleCall(db: Db, id: number, result: CallResult): Promise<void> {
  await db
    .updateTable('model_calls')
    .set({
      outcome: result.outcome,
      tokens_in: result.tokensIn,
      tokens_out: result.tokensOut,
      cost: Math.ceil(result.costMicroUsd),
      duration_ms: Math.round(result.durationMs),
      error: storableText(result.error),
    })
    .where('id', '=', id)
    .execute()
}

/** Returns calls, newest first. */
export async function modelCalls(
  db: Db,
  { storyId, limit }: { readonly storyId?: number; readonly limit: number },
): Promise<readonly StoredModelCall[]> {
  let query = db.selectFrom('model_calls').selectAll()
  if (storyId !== undefined) query = query.where('story_id', '=', storyId)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(storedCall)
}

export async function spending(db: Db, firstDay: number, lastDay: number): Promise<Spending> {
  const row = await db
    .selectFrom('model_calls')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('calls'),
      fn.sum<number>(eb.case().when('outcome', 'in', ['answered', 'running']).then(0).else(1).end()).as('failed'),
      fn.sum<number>('tokens_in').as('tokens_in'),
      fn.sum<number>('tokens_out').as('tokens_out'),
      fn.sum<number>('cost').as('cost'),
    ])
    .where('day', '>=', firstDay)
    .where('day', '<=', lastDay)
    .executeTakeFirstOrThrow()
  return {
    calls: Number(row.calls),
    failed: Number(row.failed ?? 0),
    tokensIn: Number(row.tokens_in ?? 0),
    tokensOut: Number(row.tokens_out ?? 0),
    costMicroUsd: Number(row.cost ?? 0),
  }
}

export async function spendingByStory(db: Db, firstDay: number, limit: number) {
  const rows = await db
    .selectFrom('model_calls')
    .select(({ fn }) => ['story_id', fn.countAll<number>().as('calls'), fn.sum<number>('cost').as('cost')])
    .where('day', '>=', firstDay)
    .where('story_id', 'is not', null)
    .groupBy('story_id')
    .orderBy('cost', 'desc')
    .orderBy('story_id')
    .limit(limit)
    .execute()
  return rows.map(({ story_id, calls, cost }) => ({
    storyId: story_id!,
    calls: Number(calls),
    costMicroUsd: Number(cost),
  }))
}

function storedCall(row: Selectable<ModelCallRow>): StoredModelCall {
  return {
    id: row.id,
    at: row.at,
    purpose: row.purpose as CallPurpose,
    provider: row.provider,
    model: row.model,
    ...(row.story_id === null ? {} : { storyId: row.story_id }),
    inputHash: row.input_hash,
    outcome: row.outcome as CallOutcome,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    costMicroUsd: row.cost,
    durationMs: row.duration_ms,
    error: row.error,
  }
}
