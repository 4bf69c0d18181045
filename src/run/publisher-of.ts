import type { Source } from '../source/types.ts'
import type { Publisher } from '../story/types.ts'

/** Returns the fields of a source that stories need. */
export function publisherOf(source: Source): Publisher {
  const { id: sourceId, name, tier, tierReason, type, family, country, countsAsIndependent } = source
  return { sourceId, name, tier, tierReason, type, family, country, countsAsIndependent }
}

/** Returns a placeholder for a source removed from the catalogue: its items stay, but do not corroborate anything. */
export function unknownPublisher(sourceId: string): Publisher {
  return {
    sourceId,
    name: sourceId,
    tier: 4,
    tierReason: 'No longer in the catalogue.',
    type: 'community',
    family: sourceId,
    country: 'ZZ',
    countsAsIndependent: false,
  }
}
