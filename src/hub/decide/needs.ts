import { z } from 'zod'
import type { Atlas } from '../atlas-types.ts'
import { type NeedsProblem, needsProblem, schemaProblem } from './needs-problems.ts'
import { rankOrderCentroid } from './rank-weights.ts'

/** Most draws per decision; more would not change the second decimal. */
const MOST_DRAWS = 20_000

/** Methods whose values can be left out of a decision. */
export const LEFT_OUT = ['claimed', 'assumed', 'coded', 'estimated', 'inherited', 'derived'] as const

const weight = z.number().positive().max(1_000)

/**
 * Greatest factor between two weights. Beside a greater one a weight vanishes in rounding, and to leave out that other would
 * leave nothing. A factor, as the address of an answer has the weights scaled to sum to 1.
 */
const MOST_UNEVEN = 1_000_000

/** Schema of NEEDS.json as written; `readNeeds` checks its ids against the hub data. */
export const needsSchema = z.strictObject({
  hubs: z.array(z.string()).min(1).max(100).optional(),
  markets: z
    .array(z.strictObject({ market: z.string(), weight, maxRoundTripMs: z.number().positive().max(10_000).optional() }))
    .max(20)
    .default([]),
  residency: z.union([z.string(), z.array(z.string()).max(100)]).optional(),
  operator: z
    .strictObject({ mainlandEntity: z.boolean().default(false), parentCountry: z.string().optional() })
    .default({ mainlandEntity: false }),
  trainingShare: z.number().min(0).max(1).default(0),
  powerMW: z.number().min(0).max(100_000).optional(),
  accelerators: z.enum(['any', 'unrestricted-us']).default('any'),
  carbonCapGPerKWh: z.number().positive().max(2_000).optional(),
  maxUsdPerKWh: z.number().positive().max(10).optional(),
  criteria: z
    .array(z.strictObject({ id: z.string(), weight: weight.optional(), place: z.number().optional() }))
    .min(1)
    .max(20),
  split: z.strictObject({ maxLinkMs: z.number().positive().max(10_000).optional() }).optional(),
  without: z.array(z.enum(LEFT_OUT)).default([]),
  confidence: z.enum(['low', 'mid', 'high']).default('mid'),
  draws: z.number().int().min(1).max(MOST_DRAWS).default(4_000),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
})

export interface NeededCriterion {
  readonly id: string
  readonly weight: number
  /** Its place in the order, 1 first, if some criteria share one. */
  readonly place?: number
}

/** The validated needs of a deployment; the weights of `criteria` sum to 1, in the order given. */
export interface Needs extends Omit<z.output<typeof needsSchema>, 'criteria' | 'residency'> {
  readonly criteria: readonly NeededCriterion[]
  /** Whether the weights were derived from the order of the criteria. */
  readonly isRankOrder: boolean
  /** Areas or hubs in one of which the data must stay; empty for anywhere. */
  readonly residency: readonly string[]
}

/** The needs are invalid; the message lists every problem with its field. */
export class NeedsError extends Error {
  override readonly name = 'NeedsError'

  constructor(readonly problems: readonly NeedsProblem[]) {
    super(
      `The needs cannot be used:\n${problems.map(({ field, problem }) => `  ${field || 'needs'}: ${problem}`).join('\n')}`,
    )
  }
}

/**
 * Validates parsed NEEDS.json against the schema and the hub data.
 *
 * @throws NeedsError listing the problems
 */
export function readNeeds(value: unknown, atlas: Atlas): Needs {
  const checked = needsSchema.safeParse(value)
  if (!checked.success) {
    throw new NeedsError(checked.error.issues.map((issue) => schemaProblem(fieldOf(issue.path, value), issue)))
  }
  const { criteria, residency = [], ...rest } = checked.data
  const problems: NeedsProblem[] = []
  const check = (
    field: string,
    ids: readonly string[],
    known: (id: string) => unknown,
    all: readonly { id: string }[],
  ) => {
    for (const id of ids) {
      const quoted = JSON.stringify(id)
      if (!known(id))
        problems.push(needsProblem(field, 'unknown', { id: quoted, list: all.map((each) => each.id).join(', ') }))
      if (ids.indexOf(id) !== ids.lastIndexOf(id)) problems.push(needsProblem(field, 'twice', { id: quoted }))
    }
  }
  const places = typeof residency === 'string' ? [residency] : residency
  const isCriterion = (id: string) => atlas.indicator(id)?.isCriterion
  check('hubs', rest.hubs ?? [], atlas.hub, atlas.hubs)
  check(
    'markets',
    rest.markets.map(({ market }) => market),
    atlas.market,
    atlas.markets,
  )
  check('residency', places, (id) => atlas.area(id) ?? atlas.hub(id), [...atlas.areas, ...atlas.hubs])
  const { parentCountry } = rest.operator
  if (parentCountry !== undefined && !/^[A-Z]{2}$/.test(parentCountry))
    problems.push(needsProblem('operator.parentCountry', 'countryCode'))
  else if (parentCountry !== undefined && !isCountry(parentCountry))
    problems.push(needsProblem('operator.parentCountry', 'noCountry', { id: JSON.stringify(parentCountry) }))
  check(
    'criteria',
    criteria.map(({ id }) => id),
    isCriterion,
    atlas.indicators.filter(({ isCriterion }) => isCriterion),
  )
  const weighted = criteria.filter((each) => each.weight !== undefined).length
  const placed = criteria.filter((each) => each.place !== undefined).length
  if (weighted !== 0 && (weighted !== criteria.length || placed > 0))
    problems.push(needsProblem('criteria', 'someWeights'))
  else if (placed !== 0 && placed !== criteria.length) problems.push(needsProblem('criteria', 'somePlaces'))
  const greatest = Math.max(...criteria.map((each) => each.weight ?? 0))
  for (const each of criteria) {
    // A rounding error of the scaled weights is no reason to refuse an address of our own.
    if (each.weight !== undefined && greatest / each.weight > MOST_UNEVEN * 1.000_001)
      problems.push(needsProblem(`criteria.${each.id.slice(0, 40)}.weight`, 'tooUneven'))
  }
  if (criteria.some(({ id }) => id === 'latency') && rest.markets.length === 0)
    problems.push(needsProblem('markets', 'noMarkets'))
  if (problems.length > 0)
    throw new NeedsError([...new Map(problems.map((each) => [`${each.field}: ${each.problem}`, each])).values()])
  return { ...rest, residency: places, isRankOrder: weighted === 0, criteria: weigh(criteria) }
}

/** Returns the path of a problem such as `criteria.carbon.weight`: list items by their id, or by their index if they have none. */
function fieldOf(path: readonly PropertyKey[], value: unknown): string {
  let at: unknown = value
  return path
    .map((step) => {
      at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined
      const { id, market } = (typeof at === 'object' && at !== null ? at : {}) as Record<string, unknown>
      const name = id ?? market
      return typeof step === 'number' && typeof name === 'string' ? name.slice(0, 40) : String(step)
    })
    .join('.')
}

type AskedCriterion = z.output<typeof needsSchema>['criteria'][number]

/** Returns the criteria with weights that sum to 1: those given, or those of the order, in which equal places weigh the same. */
function weigh(criteria: readonly AskedCriterion[]): NeededCriterion[] {
  const inOrder = [...criteria].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  const placeOf = (each: AskedCriterion, index: number) => each.place ?? index
  const weights = inOrder.map((each, index) => {
    if (each.weight !== undefined) return each.weight
    const place = placeOf(each, index)
    const shared = inOrder.flatMap((other, at) => (placeOf(other, at) === place ? [at] : []))
    return shared.reduce((sum, at) => sum + rankOrderCentroid(at, inOrder.length), 0) / shared.length
  })
  const sum = weights.reduce((total, each) => total + each, 0)
  const isShared = new Set(inOrder.map(placeOf)).size < inOrder.length
  return inOrder.map(({ id, place }, index) => ({
    id,
    weight: weights[index]! / sum,
    ...(isShared ? { place } : {}),
  }))
}

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** @param code two capital letters; ZZ is the unknown region */
function isCountry(code: string): boolean {
  return code !== 'ZZ' && COUNTRY_NAMES.of(code) !== undefined
}
