import { formatWeights, parseWeights } from '../rank/weights.ts'
import type { StoryOrder } from '../store/query-types.ts'
import type { StoryKind } from '../story/types.ts'
import { wholeNumber } from './api/whole-number.ts'
import { writeHiddenWords } from './hidden/hidden-words.ts'
import { paths, withQuery } from './paths.ts'
import { FILTERS, type KnownIds, type ParameterFault, readParameters, weightsParameter } from './query-parameters.ts'

export const WINDOWS_HOURS = [24, 72, 168] as const
export const FILTER_LANGUAGES = ['en', 'zh', 'ja', 'ko'] as const

/** Query of the front page; each field is a query parameter, left out if undefined. */
export interface FrontQuery {
  readonly kind?: StoryKind
  /** Worst tier allowed for the best report: 2 means I–II. */
  readonly tier?: 1 | 2 | 3
  /** BCP 47; `zh` includes both scripts. */
  readonly language?: string
  readonly entity?: string
  readonly hub?: string
  readonly hours?: number
  readonly order?: StoryOrder
  /** Overrides of the weights in force: `authority:20,freshness:0`; values equal to those are left out. */
  readonly weights?: string
  /** Words that hide the stories that contain them. */
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

/** Reads the query of the front page or its feed. Invalid parameters are left out and reported as faults. */
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

/** Returns the address of the front page for a query with `change` applied. Without a page in `change`, it is page 1. */
export function frontPath(query: FrontQuery, change: Partial<FrontQuery> = {}): string {
  const { kind, tier, language, entity, hub, hours, order, weights, hide, page } = {
    ...query,
    page: undefined,
    ...change,
  }
  const words = hide && writeHiddenWords(hide)
  return withQuery(paths.front, { kind, tier, language, entity, hub, hours, order, weights, hide: words, page })
}

/** Returns whether the query filters stories; window, order, weights, hidden words and page do not count as filters. */
export function hasFilter({ kind, tier, language, entity, hub }: FrontQuery): boolean {
  return Boolean(kind ?? tier ?? language ?? entity ?? hub)
}
