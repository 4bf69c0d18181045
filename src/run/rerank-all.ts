import { createHash } from 'node:crypto'
import type { Instant } from '../lib/instant.ts'
import { rankStory } from '../rank/rank.ts'
import { FORMULA_VERSION, type Weights } from '../rank/weights.ts'
import { STORY_STATES } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'

/** Number of stories read at a time; the desk places news between two portions. */
const PORTION = 500

/** A story that is held or not of the beat has a page with its score, too. */
const LISTS = STORY_STATES.flatMap((state) => [false, true].map((community) => ({ state, community })))

type RankStore = Pick<Store, 'listStories' | 'saveRanks' | 'rankedUnder' | 'noteRankedUnder'>

/**
 * Ranks all stories anew whose stored explanation is not what the weights and the formula in force gave at its time: after the
 * operator changed the weights, a score of before is no upper bound, so the top alone is not enough. Once all are done, the weights are
 * noted, so that the next start reads none. Nothing is kept about how far it came: after a crash it begins again, and only reads what is
 * done.
 */
export class RerankAll {
  readonly #store: RankStore
  readonly #weights: Weights
  #list: number
  #after: string | undefined

  private constructor(store: RankStore, weights: Weights, isDone: boolean) {
    this.#store = store
    this.#weights = weights
    this.#list = isDone ? LISTS.length : 0
  }

  /** Must be called before any story is ranked under these weights. */
  static async open(store: RankStore, weights: Weights): Promise<RerankAll> {
    const isDone = (await store.rankedUnder()) === markOf(weights)
    if (!isDone) await store.noteRankedUnder(undefined)
    return new RerankAll(store, weights, isDone)
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
    if (this.isDone) await this.#store.noteRankedUnder(markOf(this.#weights))
    return ranks.length
  }
}

/** Returns 48 bits, never all zero, that tell these weights and the formula in force from any others. */
function markOf(weights: Weights): number {
  const written = JSON.stringify([FORMULA_VERSION, Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1))])
  return createHash('sha256').update(written).digest().readUIntBE(0, 6) + 1
}
