import type { Atlas } from '../atlas-types.ts'
import { findCues, wordsPattern } from '../evidence/cue-pattern.ts'
import type { MarketPoint, Position } from '../types.ts'

/** The far end of a link: one place, or the points of a market. */
export interface FarEnd {
  readonly id: string
  readonly start: number
  readonly isRegion: boolean
  readonly points: readonly (Position & Pick<MarketPoint, 'id' | 'names' | 'via'>)[]
}

/** @returns the markets and market cities that a folded sentence names, hubs left out, in reading order */
export function farEnds(folded: string, atlas: Atlas): readonly FarEnd[] {
  const ends: FarEnd[] = []
  for (const market of atlas.markets) {
    const names = [...Object.values(market.names), ...Object.values(market.nicknames)].flat()
    const region = findCues(wordsPattern(names), folded)[0]
    if (region) ends.push({ id: market.id, start: region.at, isRegion: true, points: market.points })
    for (const point of market.points) {
      if (atlas.hub(point.id)) continue
      const named = findCues(wordsPattern(Object.values(point.names).flat()), folded)[0]
      if (named) ends.push({ id: point.id, start: named.at, isRegion: false, points: [point] })
    }
  }
  return ends.sort((a, b) => a.start - b.start)
}
