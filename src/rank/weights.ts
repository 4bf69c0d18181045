import { fillTemplate } from '../lib/fill-template.ts'
import { sayPhrase } from './reason-messages.ts'

/** Version of the formula, in every explanation; incremented when the same inputs and weights would give another score. */
export const FORMULA_VERSION = 2

interface WeightRow<N extends string> {
  readonly name: N
  /** `points` are scaled to sum to 100; a `constant` is a parameter of a signal. */
  readonly unit: 'points' | 'constant'
  readonly default: number
  readonly min: number
  readonly max: number
  readonly help: string
}

function points<const N extends string>(name: N, value: number): WeightRow<N> {
  const help = sayPhrase({ key: `means-${name}`, params: {} }, 'en')
  return { name, unit: 'points', default: value, min: 0, max: 100, help }
}

function constant<const N extends string>(
  name: N,
  value: number,
  [min, max]: readonly [number, number],
  help: string,
): WeightRow<N> {
  return { name, unit: 'constant', default: value, min, max, help }
}

/**
 * All weights and constants of the rank. The methods page prints this table; `?weights=name:value,…` overrides it.
 * The points were chosen by hand after `bench/rank/README.md`: who carries a story (64) outweighs what it is about (16)
 * and when (20), so that an old fact with many owners ranks above a fresh rumour.
 */
export const WEIGHTS = [
  points('corroboration', 36),
  points('authority', 14),
  points('spread', 6),
  points('primary', 8),
  points('significance', 7),
  points('specifics', 3),
  points('novelty', 6),
  points('freshness', 14),
  points('momentum', 6),
  constant('owners-for-half', 2, [0.1, 50], 'Independent owners that earn half of the points for corroboration.'),
  constant('tier-1', 1, [0, 1], 'Share of the points for authority: primary.'),
  constant('tier-2', 0.8, [0, 1], 'Share of the points for authority: reporting.'),
  constant('tier-3', 0.35, [0, 1], 'Share of the points for authority: commentary and aggregation.'),
  constant('tier-4', 0, [0, 1], 'Share of the points for authority: open community.'),
  constant('kind-release', 0.9, [0, 1], 'Share of the points for significance: release.'),
  constant('kind-research', 0.8, [0, 1], 'Share of the points for significance: research.'),
  constant('kind-policy', 1, [0, 1], 'Share of the points for significance: policy.'),
  constant('kind-funding', 0.7, [0, 1], 'Share of the points for significance: funding.'),
  constant('kind-infrastructure', 0.9, [0, 1], 'Share of the points for significance: infrastructure.'),
  constant('kind-incident', 1, [0, 1], 'Share of the points for significance: incident.'),
  constant('kind-opinion', 0.3, [0, 1], 'Share of the points for significance: opinion.'),
  constant('kind-tool', 0.6, [0, 1], 'Share of the points for significance: tool.'),
  constant('kind-business', 0.6, [0, 1], 'Share of the points for significance: business.'),
  constant('kind-people', 0.5, [0, 1], 'Share of the points for significance: people.'),
  constant('kind-other', 0.4, [0, 1], 'Share of the points for significance: other.'),
  constant('names-for-all', 3, [1, 20], 'Telling names that earn all points for specifics.'),
  constant('half-life-hours', 12, [0.5, 720], 'Hours in which the points for freshness halve.'),
  constant('followers-an-hour-for-half', 0.5, [0.01, 50], 'Owners an hour that earn half of the points for momentum.'),
] as const

type Row = (typeof WEIGHTS)[number]
export type WeightName = Row['name']
/** A value for each row of `WEIGHTS`. */
export type Weights = { readonly [N in WeightName]: number }

/** Messages in English for an unusable weight, by rule; the site has the other languages. */
export const WEIGHT_FAULTS = {
  tooLong: 'longer than {most} characters',
  noWeight: 'no such weight; there are {list}',
  noKind: 'no such kind; there are {list}',
  twice: 'given twice',
  range: 'expected {name}:N with N from {min} to {max}',
} as const

/** Why a weight cannot be used, as data, so that it can be worded in each reader's language. */
export interface WeightFault {
  readonly rule: keyof typeof WEIGHT_FAULTS
  readonly params?: Readonly<Record<string, string>>
}

/** Thrown for an unusable weight; the message says which and what is allowed. */
export class WeightError extends Error {
  override readonly name = 'WeightError'

  constructor(
    /** The rejected part of the text. */
    readonly part: string,
    readonly fault: WeightFault,
  ) {
    super(`Weights: ${JSON.stringify(part)}: ${reasonOf(fault)}`)
  }

  /** What is wrong, in English, without the part. */
  get reason(): string {
    return reasonOf(this.fault)
  }
}

function reasonOf({ rule, params = {} }: WeightFault): string {
  return fillTemplate(WEIGHT_FAULTS[rule], (name) => params[name])
}

const ROW_BY_NAME: ReadonlyMap<string, Row> = new Map(WEIGHTS.map((row) => [row.name, row]))

export const DEFAULT_WEIGHTS: Weights = Object.freeze(
  Object.fromEntries(WEIGHTS.map((row) => [row.name, row.default])),
) as Weights

/** Most characters read; the whole table written out is shorter. */
const MAX_TEXT = 1_000
const DECIMAL = /^\d{1,4}(?:\.\d{1,4})?$/

/**
 * Parses weights from an address, a setting or a beat.
 *
 * @param text `authority:20,freshness:0`; empty gives `base`
 * @param base values of the weights that the text does not name
 * @throws WeightError if a name is unknown or given twice, or a value is not a decimal number or out of range
 * @example
 * parseWeights('authority:20').authority // 20
 */
export function parseWeights(text: string, base: Weights = DEFAULT_WEIGHTS): Weights {
  if (text.length > MAX_TEXT) {
    throw new WeightError(`${text.slice(0, 20)}…`, { rule: 'tooLong', params: { most: String(MAX_TEXT) } })
  }
  const given = new Map<string, number>()
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue
    const colon = part.indexOf(':')
    const name = part.slice(0, colon < 0 ? undefined : colon).trim()
    const row = ROW_BY_NAME.get(name)
    if (!row) throw new WeightError(part, unknownName(name))
    if (given.has(name)) throw new WeightError(part, { rule: 'twice' })
    const written = colon < 0 ? '' : part.slice(colon + 1).trim()
    const value = DECIMAL.test(written) ? Number(written) : Number.NaN
    if (!(value >= row.min && value <= row.max)) {
      const params = { name, min: String(row.min), max: String(row.max) }
      throw new WeightError(part, { rule: 'range', params })
    }
    given.set(name, value)
  }
  return { ...base, ...Object.fromEntries(given) }
}

/** Returns what is wrong with an unknown name. It lists only the kinds if the name looks like a kind. */
function unknownName(name: string): WeightFault {
  const names = WEIGHTS.map((each) => each.name)
  const kinds = names.filter((each) => each.startsWith('kind-'))
  return /^kind/i.test(name) || kinds.includes(`kind-${name}` as WeightName)
    ? { rule: 'noKind', params: { list: kinds.join(', ') } }
    : { rule: 'noWeight', params: { list: names.join(', ') } }
}

/** Formats the weights that differ from `base`, in table order, for `parseWeights` with the same base; empty if none differ. */
export function formatWeights(weights: Weights, base: Weights = DEFAULT_WEIGHTS): string {
  return WEIGHTS.filter((row) => weights[row.name] !== base[row.name])
    .map((row) => `${row.name}:${weights[row.name]}`)
    .join(',')
}
