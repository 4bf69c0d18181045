import { formatWeights, parseWeights, WeightError } from '../rank/weights.ts'
import type { StoryOrder } from '../store/query-types.ts'
import { STORY_KINDS, type StoryKind } from '../story/types.ts'
import { paths, withQuery } from './paths.ts'

export const WINDOWS_HOURS = [24, 72, 168] as const
export const FILTER_LANGUAGES = ['en', 'zh', 'ja', 'ko'] as const
const ORDERS: readonly StoryOrder[] = ['score', 'newest', 'independent']

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
  /** As written: `authority:20,freshness:0`. */
  readonly weights?: string
  /** From 1. */
  readonly page?: number
}

/** Reads the query; what is malformed or unknown counts as not said, so that an old link never fails. */
export function readFrontQuery(query: (name: string) => string | undefined): FrontQuery {
  const kind = query('kind')
  const tier = Number(query('tier'))
  const language = query('language')
  const hours = wholeNumber(query('hours'), 1, 24 * 30)
  const order = query('order')
  const page = wholeNumber(query('page'), 1, 1_000)
  return {
    kind: STORY_KINDS.find((known) => known === kind),
    tier: tier === 1 || tier === 2 || tier === 3 ? tier : undefined,
    language: language && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(language) ? language : undefined,
    entity: identifier(query('entity')),
    hub: identifier(query('hub')),
    hours,
    order: ORDERS.find((known) => known === order),
    weights: writtenWeights(query('weights')),
    page: page === 1 ? undefined : page,
  }
}

/** Address of the front page for a query; `change` is laid over it, and any change but of the page goes back to page 1. */
export function frontPath(query: FrontQuery, change: Partial<FrontQuery> = {}): string {
  const { kind, tier, language, entity, hub, hours, order, weights, page } = { ...query, page: undefined, ...change }
  return withQuery(paths.front, { kind, tier, language, entity, hub, hours, order, weights, page })
}

/** A filter narrows the stories; window, order, weights and page do not count as one. */
export function hasFilter({ kind, tier, language, entity, hub }: FrontQuery): boolean {
  return Boolean(kind ?? tier ?? language ?? entity ?? hub)
}

function wholeNumber(written: string | undefined, least: number, most: number): number | undefined {
  if (!written || !/^\d{1,6}$/.test(written)) return undefined
  return Math.min(most, Math.max(least, Number(written)))
}

function identifier(written: string | undefined): string | undefined {
  return written && /^[a-z0-9][a-z0-9._:-]{0,99}$/i.test(written) ? written : undefined
}

/** Kept as written if they can be used; `parseWeights` says what is allowed. */
function writtenWeights(written: string | undefined): string | undefined {
  if (!written) return undefined
  try {
    return formatWeights(parseWeights(written)) || undefined
  } catch (error) {
    if (error instanceof WeightError) return undefined
    throw error
  }
}
