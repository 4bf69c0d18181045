import type { Store } from '../../store/types.ts'

/** What models cost for one story: its summary, what was mended of it, its translations. */
export interface ModelCost {
  readonly calls: number
  /** What was set aside of a call that never ended counts. */
  readonly usd: number
}

/** More than any story has: a summary is written anew at most as often as reports come. */
const MOST_CALLS = 1_000

/** @returns undefined where no model was ever asked about the story */
export async function modelCostOf({ models }: Pick<Store, 'models'>, storyId: number): Promise<ModelCost | undefined> {
  const calls = await models.calls({ storyId, limit: MOST_CALLS })
  if (calls.length === 0) return undefined
  return { calls: calls.length, usd: calls.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0) / 1_000_000 }
}
