import type { KindFeature } from '../../src/rank/kind-features.ts'
import { softmax } from '../../src/rank/kind-reading.ts'
import { STORY_KINDS, type StoryKind } from '../../src/story/types.ts'
import type { Example } from './kind-examples.ts'

/** A feature that one example alone shows teaches its name. */
const LEAST_EXAMPLES = 2
const ROUNDS = 300
/** Adam, as in Kingma and Ba 2015 (arXiv 1412.6980), on the whole set at once. */
const RATE = 0.05
const MOMENTUM = 0.9
const SECOND_MOMENTUM = 0.999

export interface KindModel {
  /** Weights of a feature, in the order of `STORY_KINDS`. */
  readonly features: Readonly<Record<string, readonly number[]>>
  readonly bias: readonly number[]
  kindOf(features: ReadonlyMap<string, KindFeature>): StoryKind
}

/** Before a feature: what it says besides where the publisher writes about its own work. */
const OWN = 'own:'
const OWN_BIAS = `${OWN}bias`

/**
 * As `trainKinds`, of those that write about their own work. All examples teach; what an own voice shows is there twice, as what anyone
 * shows and as what an own voice does (feature augmentation: Daumé 2007, arXiv 0907.1815), and the two are added in the end.
 */
export function trainOwnKinds(examples: readonly Example[], l2: number): KindModel {
  const { features, bias, kindOf } = trainKinds(
    examples.map((each) => (each.isOwn ? { ...each, features: asOwn(each.features) } : each)),
    l2,
  )
  const none = STORY_KINDS.map(() => 0)
  const sumOf = (one: readonly number[] = none, other: readonly number[] = none) =>
    one.map((weight, kind) => weight + other[kind]!)
  const plain = new Set(Object.keys(features).map((name) => (name.startsWith(OWN) ? name.slice(OWN.length) : name)))
  plain.delete('bias')
  return {
    features: Object.fromEntries([...plain].map((name) => [name, sumOf(features[name], features[OWN + name])])),
    bias: sumOf(bias, features[OWN_BIAS]),
    kindOf: (shown) => kindOf(asOwn(shown)),
  }
}

function asOwn(features: ReadonlyMap<string, KindFeature>): ReadonlyMap<string, KindFeature> {
  const own = [...features].map(([name, shown]) => [OWN + name, shown] as const)
  return new Map([...features, ...own, [OWN_BIAS, { strength: 1, words: [] }]])
}

type Sparse = readonly (readonly [feature: number, strength: number])[]

/**
 * Multinomial logistic regression with a squared penalty on the weights; the same examples in the same order give the same model.
 *
 * @param l2 penalty, > 0; the bias is free
 */
export function trainKinds(examples: readonly Example[], l2: number): KindModel {
  const kinds = STORY_KINDS.length
  const ids = featureIds(examples)
  const rows = examples.map(({ features }) => sparse(features, ids))
  const gold = examples.map(({ kind }) => STORY_KINDS.indexOf(kind))
  const counts = examples.map(({ weight }) => weight)
  const total = counts.reduce((sum, each) => sum + each, 0)
  const weights = new Float64Array((ids.size + 1) * kinds)
  const first = new Float64Array(weights.length)
  const second = new Float64Array(weights.length)
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = gradientOf({ rows, gold, counts }, weights, ids.size)
    for (let index = 0; index < weights.length; index++) {
      const penalty = index < ids.size * kinds ? l2 * weights[index]! : 0
      const slope = gradient[index]! / total + penalty
      first[index] = MOMENTUM * first[index]! + (1 - MOMENTUM) * slope
      second[index] = SECOND_MOMENTUM * second[index]! + (1 - SECOND_MOMENTUM) * slope * slope
      const mean = first[index]! / (1 - MOMENTUM ** round)
      weights[index]! -= (RATE * mean) / (Math.sqrt(second[index]! / (1 - SECOND_MOMENTUM ** round)) + 1e-8)
    }
  }
  const row = (index: number) => [...weights.subarray(index * kinds, (index + 1) * kinds)]
  return {
    features: Object.fromEntries([...ids].map(([feature, index]) => [feature, row(index)])),
    bias: row(ids.size),
    kindOf(features) {
      const shares = probabilities(sparse(features, ids), weights, ids.size)
      return STORY_KINDS[shares.indexOf(Math.max(...shares))]!
    },
  }
}

function featureIds(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of examples) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const ids = new Map<string, number>()
  for (const [feature, count] of counts) if (count >= LEAST_EXAMPLES) ids.set(feature, ids.size)
  return ids
}

function sparse(features: ReadonlyMap<string, KindFeature>, ids: ReadonlyMap<string, number>): Sparse {
  const row: [number, number][] = []
  for (const [feature, { strength }] of features) {
    const id = ids.get(feature)
    if (id !== undefined) row.push([id, strength])
  }
  return row
}

function probabilities(row: Sparse, weights: Float64Array, bias: number): readonly number[] {
  const kinds = STORY_KINDS.length
  const logits = Array.from({ length: kinds }, (_, kind) => weights[bias * kinds + kind]!)
  for (const [feature, strength] of row) {
    for (let kind = 0; kind < kinds; kind++) logits[kind]! += weights[feature * kinds + kind]! * strength
  }
  return softmax(logits)
}

interface Lesson {
  readonly rows: readonly Sparse[]
  /** Places in `STORY_KINDS`. */
  readonly gold: readonly number[]
  /** How many examples each row stands for. */
  readonly counts: readonly number[]
}

function gradientOf({ rows, gold, counts }: Lesson, weights: Float64Array, bias: number): Float64Array {
  const kinds = STORY_KINDS.length
  const gradient = new Float64Array(weights.length)
  for (const [index, row] of rows.entries()) {
    const shares = probabilities(row, weights, bias)
    for (let kind = 0; kind < kinds; kind++) {
      const error = counts[index]! * (shares[kind]! - (kind === gold[index] ? 1 : 0))
      for (const [feature, strength] of row) gradient[feature * kinds + kind]! += error * strength
      gradient[bias * kinds + kind]! += error
    }
  }
  return gradient
}
