import { formatWeights, parseWeights } from '../rank/weights.ts'
import type { StoryOrder } from '../store/query-types.ts'
import type { StoryKind } from '../story/types.ts'
import { wholeNumber } from './api/whole-number.ts'
import { writeHiddenWords } from './hidden/hidden-words.ts'
import { paths, withQuery } from './paths.ts'
import { FILTERS, type KnownIds, type ParameterFault, readParameters, weightsParameter } from './query-parameters.ts'

export const WINDOWS_HOURS = [24, 72, 168] as const
export const FILTER_LANGUAGES = ['en', 'zh', 'ja', 'ko'] as const

/** What the front page is asked to show; every field is a parameter of its address, left out where it is undefined. */
export interface FrontQuery {
  readonly kind?: StoryKind
  /** Tier of the best report, at least: 2 means I–II. */
  readonly tier?: 1 | 2 | 3
  /** BCP 47; `zh` takes both scripts. */
  readonly language?: string
  readonly entity?: string
  readonly hub?: string
  readonly hours?: number
  readonly order?: StoryOrder
  /** On top of those in force: `authority:20,freshness:0`; what these have too is left out. */
  readonly weights?: string
  /** Words of stories that are folded away. */
  readonly hide?: readonly string[]
  /** From 1. */
  readonly page?: number
}

const { kind, tier, language, entity, hub, order, hide } = FILTERS
const PARAMETERS = {
  ...{ kind, tier, language, entity, hub, order, hide },
  hours: wholeNumber(1, 24 * 30),
  weights: weightsParameter,
  page: wholeNumber(1, 1_000),
}

/** Reads the address of the front page or of its feed; what cannot be used is left out of the query, and said. */
export function readFrontQuery(
  valuesOf: (name: string) => readonly string[],
  known: KnownIds,
): { readonly query: FrontQuery; readonly faults: readonly ParameterFault[] } {
  const { values, faults } = readParameters(valuesOf, PARAMETERS, known)
  const { tier, page, weights } = values
  const query = {
    ...values,
    tier: tier === 4 ? undefined : (tier as FrontQuery['tier']),
    page: page === 1 ? undefined : page,
    weights: weights && (formatWeights(parseWeights(weights, known.weights), known.weights) || undefined),
  }
  return { query, faults }
}

/** Address of the front page for a query; `change` is laid over it, and any change but of the page goes back to page 1. */
export function frontPath(query: FrontQuery, change: Partial<FrontQuery> = {}): string {
  const { kind, tier, language, entity, hub, hours, order, weights, hide, page } = {
    ...query,
    page: undefined,
    ...change,
  }
  const words = hide && writeHiddenWords(hide)
  return withQuery(paths.front, { kind, tier, language, entity, hub, hours, order, weights, hide: words, page })
}

/** A filter narrows the stories; window, order, weights, hidden words and page do not count as one. */
export function hasFilter({ kind, tier, language, entity, hub }: FrontQuery): boolean {
  return Boolean(kind ?? tier ?? language ?? entity ?? hub)
}
