import { HOUR_MS, type Instant } from '../lib/instant.ts'
import { rankStory } from '../rank/rank.ts'
import type { Weights } from '../rank/weights.ts'
import type { Store } from '../store/types.ts'

/** Stories ranked again at once. Ageing never raises a score, so that a stored score is an upper bound: the top is enough. */
const RERANKED_STORIES = 600

/**
 * Ages the scores of the stories that readers see first, of the front page and of the communities.
 *
 * @param briefWindowHours how old the stories on the front page may be; those up to twice as old are ranked again
 * @returns stories whose score changed
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
