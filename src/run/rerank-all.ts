import type { Instant } from '../lib/instant.ts'
import { rankStory } from '../rank/rank.ts'
import type { Weights } from '../rank/weights.ts'
import { STORY_STATES } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'

/** Number of stories read at a time; the desk places news between two portions. */
const PORTION = 500

/** A story that is held or not of the beat has a page with its score, too. */
const LISTS = STORY_STATES.flatMap((state) => [false, true].map((community) => ({ state, community })))

/**
 * Ranks all stories anew whose stored explanation is not what the weights and the formula in force gave at its time: after the
 * operator changed the weights, a score of before is no upper bound, so the top alone is not enough. Nothing is kept about how far it came.
 * After a crash it begins again, and only reads what is done.
 */
export class RerankAll {
  readonly #store: Pick<Store, 'listStories' | 'saveRanks'>
  readonly #weights: Weights
  #list = 0
  #after: string | undefined

  constructor(store: Pick<Store, 'listStories' | 'saveRanks'>, weights: Weights) {
    this.#store = store
    this.#weights = weights
  }

  get isDone(): boolean {
    return this.#list >= LISTS.length
  }

  /** Goes on with the next portion. @returns the number of stories ranked anew */
  async next(at: Instant): Promise<number> {
    if (this.isDone) return 0
    // By update, which a new rank does not change. A story that is updated meanwhile has been ranked by that.
    const { stories, next } = await this.#store.listStories({
      ...LISTS[this.#list],
      ...{ order: 'newest', limit: PORTION, after: this.#after },
    })
    const ranks = []
    for (const { id, rankInput, rankedAt, explanation: stored } of stories) {
      if (JSON.stringify(rankStory(rankInput, rankedAt, this.#weights)) === JSON.stringify(stored)) continue
      const explanation = rankStory(rankInput, at, this.#weights)
      ranks.push({ id, score: explanation.value, explanation, rankedAt: at })
    }
    if (ranks.length > 0) await this.#store.saveRanks(ranks)
    this.#after = next
    if (next === undefined) this.#list++
    return ranks.length
  }
}
