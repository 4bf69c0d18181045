import type { Source } from '../source/types.ts'
import type { Publisher } from '../story/types.ts'

/** What a story needs to know of a source. */
export function publisherOf(source: Source): Publisher {
  const { id: sourceId, name, tier, tierReason, type, family, country, countsAsIndependent } = source
  return { sourceId, name, tier, tierReason, type, family, country, countsAsIndependent }
}

/** Stands for a source that was taken out of the catalogue: its items stay, and corroborate nothing. */
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
