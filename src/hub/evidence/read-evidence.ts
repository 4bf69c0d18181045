import type { Gazetteer, Mention } from '../../entity/types.ts'
import { asOf } from './as-of.ts'
import { clauseIndex } from './clauses.ts'
import type { FacetCue, FacetMatcher } from './facet-matcher.ts'
import { unitRank } from './facet-units.ts'
import { foldSentence } from './fold-sentence.ts'
import { type PlaceCue, placeCues } from './place-cues.ts'
import { type FoundQuantity, findQuantities } from './quantities.ts'
import { quoteSpan } from './quote-span.ts'
import { certaintyOf, stanceOf } from './stance-cues.ts'
import { statusOf } from './status-cues.ts'
import { isTagsAlone } from './tags-alone.ts'
import type { EvidenceReading, Quantity } from './types.ts'

export interface EvidenceRules {
  readonly gazetteer: Pick<Gazetteer, 'entity'>
  readonly findFacets: FacetMatcher
  /** Tells regions from cities: if a sentence names both, its statement is attributed to the cities. */
  readonly isRegion: (hub: string) => boolean
}

/** A reading with the part of its sentence to quote. */
export interface QuotedReading {
  readonly reading: EvidenceReading
  readonly quote: { readonly start: number; readonly end: number }
}

/** Least weight of a facet's words: one strong word, or two weak ones. */
const ENOUGH = 2
/** Most facets of one hub that one sentence can be evidence for. */
const MOST_FACETS = 2
/** A sentence that names more hubs than this merely lists them. */
const MOST_HUBS = 3
/** Facets that the type of a named entity hints at: a utility sells power, a law regulates. */
const HINTS: Readonly<Record<string, string>> = { company: 'infrastructure.energy', law: 'policy.regulation' }
const NETWORK = 'infrastructure.network-latency'

/**
 * Reads what one sentence says about facets of hubs. It needs a place cue and a facet's words.
 *
 * @param mentions in the sentence, with positions relative to its start
 * @param isOpinion whether the item gives its author's view
 */
export function readEvidence(
  sentence: string,
  mentions: readonly Mention[],
  isOpinion: boolean,
  rules: EvidenceRules,
): readonly QuotedReading[] {
  if (isTagsAlone(sentence)) return []
  const folded = foldSentence(sentence)
  const places = placeCues(sentence, folded, mentions, rules.gazetteer)
  if (places.length === 0 || new Set(places.map(({ hub }) => hub)).size > MOST_HUBS) return []
  const cues = rules.findFacets(folded).filter((cue) => !isInName(cue, places))
  if (cues.length === 0) return []
  const readings: QuotedReading[] = []
  const status = statusOf(folded)
  const certainty = certaintyOf(folded)
  let quantities: readonly FoundQuantity[] | undefined
  for (const [hub, facets] of facetsByHub(places, cues, folded, rules)) {
    for (const facet of facets) {
      quantities ??= findQuantities(sentence)
      const quantity = quantityFor(facet, quantities, asOf(folded))
      const stance = stanceOf(folded, facet, status, isOpinion)
      const reading = { hub, facet, stance, status, certainty, ...(quantity ? { quantity } : {}) }
      readings.push({ reading, quote: quoteOf(sentence, reading, places, cues) })
    }
  }
  return readings
}

function quoteOf(
  sentence: string,
  { hub, facet }: EvidenceReading,
  places: readonly PlaceCue[],
  cues: readonly FacetCue[],
): QuotedReading['quote'] {
  const spans = [...places.filter((place) => place.hub === hub), ...cues.filter((cue) => cue.facet === facet)]
  const starts = spans.map((span) => ('at' in span ? span.at : span.start))
  return quoteSpan(sentence, Math.min(...starts), Math.max(...spans.map(({ end }) => end)))
}

/** Tells whether a cue is only part of a university's name, which contains a word for research whatever the sentence is about. */
function isInName({ at, end }: FacetCue, places: readonly PlaceCue[]): boolean {
  return places.some((place) => place.type === 'university' && at >= place.start && end <= place.end)
}

/** Returns the facets of each hub that have enough weight, strongest first. */
function facetsByHub(
  places: readonly PlaceCue[],
  cues: readonly FacetCue[],
  folded: string,
  { isRegion }: EvidenceRules,
): ReadonlyMap<string, readonly string[]> {
  const hasCity = places.some(({ hub }) => !isRegion(hub))
  const clauseOf = clauseIndex(folded)
  const weights = new Map<string, Map<string, number>>()
  const seen = new Set<string>()
  for (const { facet, at, end, weight } of cues) {
    const near =
      facet === NETWORK
        ? places
        : placesOf(
            at,
            places.filter(({ hub }) => !hasCity || !isRegion(hub)),
            clauseOf,
          )
    for (const { hub } of near) {
      const key = `${hub} ${facet} ${folded.slice(at, end)}`
      if (seen.has(key)) continue
      seen.add(key)
      const ofHub = weights.get(hub) ?? new Map<string, number>()
      ofHub.set(facet, (ofHub.get(facet) ?? 0) + weight)
      weights.set(hub, ofHub)
    }
  }
  for (const { hub, type } of places) {
    const hint = HINTS[type]
    const ofHub = weights.get(hub)
    if (hint !== undefined && ofHub?.has(hint)) ofHub.set(hint, ofHub.get(hint)! + 1)
  }
  return new Map([...weights].map(([hub, ofHub]) => [hub, strongest(ofHub)]))
}

function strongest(weights: ReadonlyMap<string, number>): readonly string[] {
  return [...weights]
    .filter(([, weight]) => weight >= ENOUGH)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_FACETS)
    .map(([facet]) => facet)
}

/** Returns the places that a word is about: those of its clause, else those of the nearest clause before, else the first after. */
function placesOf(
  at: number,
  places: readonly PlaceCue[],
  clauseOf: (position: number) => number,
): readonly PlaceCue[] {
  const clause = clauseOf(at)
  const inClause = places.filter(({ start }) => clauseOf(start) === clause)
  if (inClause.length > 0) return inClause
  const before = places.filter(({ start }) => start < at)
  const last = before.at(-1)
  if (last) return before.filter(({ start }) => clauseOf(start) === clauseOf(last.start))
  return places.slice(0, 1)
}

function quantityFor(
  facet: string,
  quantities: readonly FoundQuantity[],
  when: string | undefined,
): Quantity | undefined {
  let best: FoundQuantity | undefined
  let bestRank = Number.POSITIVE_INFINITY
  for (const each of quantities) {
    const rank = unitRank(facet, each.unit)
    if (rank === undefined || rank >= bestRank) continue
    best = each
    bestRank = rank
  }
  return best && { value: best.value, unit: best.unit, ...(when ? { asOf: when } : {}) }
}
