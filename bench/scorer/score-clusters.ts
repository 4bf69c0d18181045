/** Precision, recall and F1, each 0–1. */
export type Prf = readonly [precision: number, recall: number, f1: number]

/** How well found stories agree with gold ones. */
export interface ClusterScores {
  /** Bagga & Baldwin 1998: over items; F1 of the means. */
  readonly b3: Prf
  /** Over unordered pairs of items. */
  readonly pair: Prf
  /** Over pairs in different languages only; all 0 where there are none. */
  readonly crossPair: Prf
  /** Normalised mutual information by the geometric mean of the entropies. */
  readonly nmi: number
  /** Adjusted Rand index (Hubert & Arabie 1985). */
  readonly ari: number
  readonly found: number
  readonly gold: number
  readonly items: number
}

export interface LabelledItem {
  readonly gold: string
  readonly found: string | number
  /** Primary subtag tells languages apart. */
  readonly language?: string
}

/** Scores labels, in time linear in the items. */
export function scoreClusters(items: readonly LabelledItem[]): ClusterScores {
  const gold = countBy(items, (item) => item.gold)
  const found = countBy(items, (item) => String(item.found))
  const both = countBy(items, bothLabels)
  let precision = 0
  let recall = 0
  for (const item of items) {
    const together = both.get(bothLabels(item))!
    precision += together / found.get(String(item.found))!
    recall += together / gold.get(item.gold)!
  }
  const pairs = [both, found, gold].map(countPairs) as [number, number, number]
  return {
    b3: prf(precision / items.length, recall / items.length),
    pair: prf(ratio(pairs[0], pairs[1]), ratio(pairs[0], pairs[2])),
    crossPair: crossPairs(items),
    nmi: mutualInformation(items.length, both, found, gold, items),
    ari: adjustedRand(items.length, ...pairs),
    found: found.size,
    gold: gold.size,
    items: items.length,
  }
}

/** 95 % interval of B-cubed F1 by drawing gold stories with replacement; a fixed seed makes it repeatable. */
export function bootstrapF1(items: readonly LabelledItem[], draws = 500): readonly [low: number, high: number] {
  const gold = countBy(items, (item) => item.gold)
  const found = countBy(items, (item) => String(item.found))
  const both = countBy(items, bothLabels)
  const stories = new Map<string, { precision: number; recall: number; items: number }>()
  for (const item of items) {
    const story = stories.get(item.gold) ?? { precision: 0, recall: 0, items: 0 }
    const together = both.get(bothLabels(item))!
    story.precision += together / found.get(String(item.found))!
    story.recall += together / gold.get(item.gold)!
    story.items++
    stories.set(item.gold, story)
  }
  const parts = [...stories.values()]
  const random = seededRandom(20_261_123)
  const values: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const sum = { precision: 0, recall: 0, items: 0 }
    for (let each = 0; each < parts.length; each++) {
      const part = parts[Math.floor(random() * parts.length)]!
      sum.precision += part.precision
      sum.recall += part.recall
      sum.items += part.items
    }
    values.push(prf(sum.precision / sum.items, sum.recall / sum.items)[2])
  }
  values.sort((a, b) => a - b)
  return [values[Math.floor(draws * 0.025)]!, values[Math.ceil(draws * 0.975) - 1]!]
}

function bothLabels({ gold, found }: LabelledItem): string {
  return `${gold}\n${found}`
}

function countBy(items: readonly LabelledItem[], key: (item: LabelledItem) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

function countPairs(counts: ReadonlyMap<string, number>): number {
  let pairs = 0
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2
  return pairs
}

/** Pairs in different languages = all pairs less those within one language. */
function crossPairs(items: readonly LabelledItem[]): Prf {
  const counts = [bothLabels, (item: LabelledItem) => String(item.found), (item: LabelledItem) => item.gold].map(
    (key) => {
      const within = countBy(items, (item) => `${primary(item.language)}\n${key(item)}`)
      return countPairs(countBy(items, key)) - countPairs(within)
    },
  ) as [number, number, number]
  return prf(ratio(counts[0], counts[1], 0), ratio(counts[0], counts[2], 0))
}

function primary(language = 'und'): string {
  return language.split('-', 1)[0]!
}

/** An empty denominator: nothing claimed, nothing wrong. */
function ratio(part: number, whole: number, whenEmpty = 1): number {
  return whole === 0 ? whenEmpty : part / whole
}

function prf(precision: number, recall: number): Prf {
  return [precision, recall, precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)]
}

function entropy(counts: ReadonlyMap<string, number>, total: number): number {
  let sum = 0
  for (const count of counts.values()) sum -= (count / total) * Math.log(count / total)
  return sum
}

function mutualInformation(
  total: number,
  both: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
  gold: ReadonlyMap<string, number>,
  items: readonly LabelledItem[],
): number {
  const entropies = entropy(found, total) * entropy(gold, total)
  if (entropies === 0) return found.size === gold.size ? 1 : 0
  let sum = 0
  const seen = new Set<string>()
  for (const item of items) {
    const key = bothLabels(item)
    if (seen.has(key)) continue
    seen.add(key)
    const together = both.get(key)!
    sum += (together / total) * Math.log((together * total) / (found.get(String(item.found))! * gold.get(item.gold)!))
  }
  return sum / Math.sqrt(entropies)
}

function adjustedRand(items: number, together: number, found: number, gold: number): number {
  const all = (items * (items - 1)) / 2
  const expected = all === 0 ? 0 : (found * gold) / all
  const greatest = (found + gold) / 2
  return greatest === expected ? 1 : (together - expected) / (greatest - expected)
}

/** Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
