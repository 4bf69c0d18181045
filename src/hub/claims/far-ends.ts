import { cuePattern, findCues } from '../evidence/cue-pattern.ts'
import { foldSentence } from '../evidence/fold-sentence.ts'
import type { Atlas, MarketPoint, Position } from '../types.ts'

/** Where a link leads: one place, or the points of a market. */
export interface FarEnd {
  readonly id: string
  readonly start: number
  readonly isRegion: boolean
  readonly points: readonly (Position & Pick<MarketPoint, 'id' | 'names' | 'via'>)[]
}

/** How texts call the markets, besides their names. */
const MARKET_NAMES: Readonly<Record<string, readonly string[]>> = {
  'north-america-west': [
    'west coast',
    'us west',
    'western united states',
    'california',
    'silicon valley',
    '西岸',
    '美西',
    '西海岸',
    '北美',
    '加州',
    '矽谷',
    '硅谷',
    'シリコンバレー',
    '米国西海岸',
    '미국 서부',
  ],
  'north-america-east': [
    'east coast',
    'us east',
    'virginia',
    'new york',
    '東岸',
    '美東',
    '东海岸',
    '東海岸',
    '紐約',
    '纽约',
    'ニューヨーク',
  ],
  'mainland-china': ['mainland', 'mainland china', '內地', '内地', '大陸', '大陆', '中国本土', '中国大陸', '중국 본토'],
  gba: ['greater bay area', 'pearl river delta', '大灣區', '珠三角', '大湾区'],
  europe: ['europe', '歐洲', '欧洲', '欧州', '유럽'],
}

/** @returns the markets and market cities that a folded sentence names, hubs left out, in reading order */
export function farEnds(folded: string, atlas: Atlas): readonly FarEnd[] {
  const ends: FarEnd[] = []
  for (const market of atlas.markets) {
    const region = findCues(
      cuePatternOf([...(MARKET_NAMES[market.id] ?? []), ...Object.values(market.names).flat()]),
      folded,
    )[0]
    if (region) ends.push({ id: market.id, start: region.at, isRegion: true, points: market.points })
    for (const point of market.points) {
      if (atlas.hub(point.id)) continue
      const named = findCues(cuePatternOf(Object.values(point.names).flat()), folded)[0]
      if (named) ends.push({ id: point.id, start: named.at, isRegion: false, points: [point] })
    }
  }
  return ends.sort((a, b) => a.start - b.start)
}

const patterns = new Map<string, RegExp>()

function cuePatternOf(names: readonly string[]): RegExp {
  const key = names.map(foldSentence).join('|')
  const known = patterns.get(key)
  if (known) return known
  const pattern = cuePattern(names)
  patterns.set(key, pattern)
  return pattern
}
