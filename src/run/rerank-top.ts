import { HOUR_MS, type Instant } from '../lib/instant.ts'
import { rankStory } from '../rank/rank.ts'
import type { Weights } from '../rank/weights.ts'
import type { Store } from '../store/types.ts'

/**
 * Number of stories ranked again at once. Ageing never raises a score, so a stored score is an upper bound and the top is enough; `RerankAll`
 * ranks those with a score of other weights.
 */
const RERANKED_STORIES = 600

/**
 * Ages the scores of the top stories, on the front page and in the communities.
 *
 * @param briefWindowHours maximum age of stories on the front page; stories up to twice as old are ranked again
 * @returns the number of stories whose score changed
 */
export async function rerankTop(
  store: Pick<Store, 'listStories' | 'saveRanks'>,
  at: Instant,
  { weights, briefWindowHours }: { readonly weights: Weights; readonly briefWindowHours: number },
): Promise<number> {
  const ranks = []
  for (const community of [false, true]) {
    const { stories } = await store.listStories({
      order: 'score',
      community,
      since: at - 2 * briefWindowHours * HOUR_MS,
      limit: RERANKED_STORIES,
    })
    for (const { id, rankInput, score } of stories) {
      const explanation = rankStory(rankInput, at, weights)
      if (explanation.value !== score) ranks.push({ id, score: explanation.value, explanation, rankedAt: at })
    }
  }
  if (ranks.length > 0) await store.saveRanks(ranks)
  return ranks.length
}
