import type { Store } from '../../store/types.ts'

/** Cost of the model calls for one story: its summary, repairs of it and its translations. */
export interface ModelCost {
  readonly calls: number
  /** Includes the amount reserved for a call that never finished. */
  readonly usd: number
}

/** More calls than any story has: a summary is rewritten at most once per new report. */
const MOST_CALLS = 1_000

/** @returns undefined if no model was called for the story */
export async function modelCostOf({ models }: Pick<Store, 'models'>, storyId: number): Promise<ModelCost | undefined> {
  const calls = await models.calls({ storyId, limit: MOST_CALLS })
  if (calls.length === 0) return undefined
  return { calls: calls.length, usd: calls.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0) / 1_000_000 }
}
