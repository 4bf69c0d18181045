import { clusterSettings } from './cluster-settings.ts'
import { readItemTerms } from './item-terms.ts'
import type { StoryItem } from './types.ts'

export const COHERENCE_FLOOR = 0.12

/** @returns 0–1; 1 for a single item */
export function coherence(items: readonly StoryItem[]): number {
  if (items.length < 2) return 1
  const settings = clusterSettings()
  const sets = items.map((item) => {
    const { named } = readItemTerms(
      {
        ...item,
        publisher: item.publisher.family,
        entityIds: [...new Set(item.mentions.map(({ entityId }) => entityId))],
      },
      settings,
      () => 2,
    )
    return new Set(named.map(({ term }) => term))
  })
  let sum = 0
  for (const set of sets) {
    let best = 0
    for (const other of sets) {
      if (other === set) continue
      let shared = 0
      for (const term of set) if (other.has(term)) shared++
      best = Math.max(best, shared / Math.max(1, Math.min(set.size, other.size)))
    }
    sum += best
  }
  return sum / sets.length
}
