import type { ClusterInput } from '../../src/story/types.ts'

/** One threshold for all sets: the best of .10, .15, .20 … in the mean. */
const JOIN_LEVEL = 0.15
const WINDOW_MS = 72 * 3_600_000
const TOKEN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|[\p{L}\p{M}\p{N}]+/gu
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/

interface BaselineStory {
  readonly id: number
  readonly sum: Map<string, number>
  squares: number
  lastAt?: number
}

/**
 * The plain single pass that every paper begins with: TF-IDF over words (pairs of characters in Chinese, Japanese and Korean),
 * cosine to the centroid of each open story, join the best at .15 or open a new one; IDF of the items seen so far; a story is
 * open for 72 hours.
 */
export class BaselineClusterer {
  readonly #itemsWith = new Map<string, number>()
  readonly #storiesWith = new Map<string, Set<BaselineStory>>()
  #items = 0
  #nextId = 1

  /** @returns the story that the item was put into */
  assign(item: ClusterInput): number {
    const counts = countTokens(`${item.title}\n${item.text}`)
    const vector = this.#unitVector(counts)
    return this.#put(item, counts, vector, this.#bestStory(vector, item.at) ?? this.#open())
  }

  /** Gives the item a story of its own, whatever it is like. */
  open(item: ClusterInput): number {
    const counts = countTokens(`${item.title}\n${item.text}`)
    return this.#put(item, counts, this.#unitVector(counts), this.#open())
  }

  #put(
    item: ClusterInput,
    counts: ReadonlyMap<string, number>,
    vector: ReadonlyMap<string, number>,
    story: BaselineStory,
  ): number {
    for (const [token, weight] of vector) {
      const before = story.sum.get(token) ?? 0
      story.sum.set(token, before + weight)
      story.squares += (before + weight) ** 2 - before ** 2
      const stories = this.#storiesWith.get(token)
      if (stories) stories.add(story)
      else this.#storiesWith.set(token, new Set([story]))
    }
    if (item.at !== undefined) story.lastAt = Math.max(item.at, story.lastAt ?? item.at)
    for (const token of counts.keys()) this.#itemsWith.set(token, (this.#itemsWith.get(token) ?? 0) + 1)
    this.#items++
    return story.id
  }

  #unitVector(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const vector = new Map<string, number>()
    let squares = 0
    for (const [token, count] of counts) {
      const weight = (1 + Math.log(count)) * Math.log((this.#items + 1) / ((this.#itemsWith.get(token) ?? 0) + 0.5))
      if (weight <= 0) continue
      vector.set(token, weight)
      squares += weight * weight
    }
    for (const [token, weight] of vector) vector.set(token, weight / Math.sqrt(squares))
    return vector
  }

  #bestStory(vector: ReadonlyMap<string, number>, at: number | undefined): BaselineStory | undefined {
    const products = new Map<BaselineStory, number>()
    for (const [token, weight] of vector) {
      for (const story of this.#storiesWith.get(token) ?? []) {
        products.set(story, (products.get(story) ?? 0) + weight * story.sum.get(token)!)
      }
    }
    let best: BaselineStory | undefined
    let bestScore = JOIN_LEVEL
    for (const [story, product] of products) {
      if (at !== undefined && story.lastAt !== undefined && at - story.lastAt > WINDOW_MS) continue
      const score = product / Math.sqrt(story.squares)
      if (score < bestScore) continue
      best = story
      bestScore = score
    }
    return best
  }

  #open(): BaselineStory {
    return { id: this.#nextId++, sum: new Map(), squares: 0 }
  }
}

function countTokens(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (token: string) => counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const [run] of text.toLowerCase().matchAll(TOKEN)) {
    if (!UNSPACED.test(run) || run.length === 1) add(run)
    else for (let start = 0; start + 1 < run.length; start++) add(run.slice(start, start + 2))
  }
  return counts
}
