import { DisjointSets } from '../lib/disjoint-sets.ts'
import { oncePerObject } from '../lib/once-per-object.ts'
import { clusterSettings } from './cluster-settings.ts'
import { ItemTermReader } from './item-terms.ts'
import { tellingWeight } from './telling-weight.ts'
import type { StoryItem } from './types.ts'

/**
 * Least coherence of a published story; a story below it is held back and listed. By headlines alone, 3 % of the gold stories of
 * ai-days and 8 % of og2021's fall below, a third of the blends of two stories, and 50–100 % of five unrelated items.
 */
export const COHERENCE_FLOOR = 0.55

/** Most items by which a story is judged; of a larger one they are spread evenly. */
const MAX_ITEMS = 60
/** Least shared weight of a link between two items, as a share of the telling weight of the item that has less. */
const LINK_OVERLAP = 0.15
/** Least shared weight of a link: one shared word, however strong, is chance. */
const MIN_SHARED = 1.7
/** Coherence of two items that share a little: in doubt they stay together, as their receipt says why they are. */
const DOUBTFUL_PAIR = 0.6

const READER = new ItemTermReader(clusterSettings({ leadCharacters: 400 }), () => 2)

/**
 * Returns how well items hang together: the share of them in the largest group that is linked by overlapping words, names and
 * figures. 1 for one item; about ½ for two events in one; 1/n for n unrelated items. The order of the items does not matter.
 *
 * @param joined pairs of item ids that are linked whatever their words, as a model found that they mean the same
 * @returns 0–1
 */
export function coherence(items: readonly StoryItem[], joined: readonly (readonly [number, number])[] = []): number {
  const judged = spreadOut(items)
  const terms = judged.map(tellingTerms)
  if (terms.length < 2) return 1
  const places = new Map(judged.map(({ id }, place) => [id, place]))
  const links = joined.flatMap(([one, other]) => {
    const [a, b] = [places.get(one), places.get(other)]
    return a === undefined || b === undefined ? [] : [[a, b] as const]
  })
  const share = largestGroup(terms, links) / terms.length
  const isDoubtful = terms.length === 2 && share < 1 && sharedWeight(terms[0]!, terms[1]!) > 0
  return isDoubtful ? DOUBTFUL_PAIR : share
}

/** Returns the number of items in the largest group connected by links. */
function largestGroup(terms: readonly Telling[], links: readonly (readonly [number, number])[]): number {
  const groups = new DisjointSets(terms.length)
  for (const [a, b] of links) groups.join(a, b)
  for (let a = 0; a < terms.length; a++) {
    for (let b = a + 1; b < terms.length; b++) {
      if (!groups.areTogether(a, b) && areLinked(terms[a]!, terms[b]!)) groups.join(a, b)
    }
  }
  const sizes = new Map<number, number>()
  for (const least of groups.leasts()) sizes.set(least, (sizes.get(least) ?? 0) + 1)
  return Math.max(...sizes.values())
}

interface Telling {
  readonly language: string
  readonly weights: ReadonlyMap<number, number>
  readonly total: number
  /** Entities and figures: the same in every language. */
  readonly facts: ReadonlySet<number>
}

const tellingTerms = oncePerObject((item: StoryItem): Telling => {
  const entityIds = [...new Set(item.mentions.map(({ entityId }) => entityId))]
  const read = READER.read({ title: item.title, text: item.text, entityIds })
  const weights = new Map<number, number>()
  let total = 0
  for (const named of read.named) {
    const weight = tellingWeight(named, read)
    if (weight === 0) continue
    weights.set(named.term, weight)
    total += weight
  }
  return { language: item.language, weights, total, facts: new Set([...read.entities, ...read.figures]) }
})

function areLinked(a: Telling, b: Telling): boolean {
  const shared = sharedWeight(a, b)
  if (a.language !== b.language) return shared > 0
  return shared >= MIN_SHARED && shared >= LINK_OVERLAP * Math.min(a.total, b.total)
}

/** Returns the weight of what two items share. Between languages, only facts count: few words are in both. */
function sharedWeight(a: Telling, b: Telling): number {
  let shared = 0
  if (a.language === b.language) {
    for (const [term, weight] of a.weights) if (b.weights.has(term)) shared += weight
  } else {
    for (const fact of a.facts) if (b.facts.has(fact)) shared++
  }
  return shared
}

function spreadOut(items: readonly StoryItem[]): readonly StoryItem[] {
  const sorted = [...items].sort((a, b) => a.id - b.id)
  if (sorted.length <= MAX_ITEMS) return sorted
  return Array.from({ length: MAX_ITEMS }, (_, index) => sorted[Math.floor((index * sorted.length) / MAX_ITEMS)]!)
}
