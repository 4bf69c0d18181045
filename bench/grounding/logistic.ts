/** A row to learn from; rows of one set weigh as much as those of another, and supported ones as much as the others. */
export interface Example {
  readonly set: string
  readonly values: readonly number[]
  readonly isSupported: boolean
}

/** Log-odds of being unsupported: `values · weights − intercept`. */
export interface Logistic {
  readonly weights: readonly number[]
  readonly intercept: number
}

const STEPS = 1_500
/** Ridge on weights of values with standard deviation 1; .02 loses 0.7 points of the mean over sets left out. */
const RIDGE = 0.005

/** Logistic regression by gradient descent, weights kept at 0 or above but for the last, which is that of the length. */
export function fitLogistic(examples: readonly Example[]): Logistic {
  const width = examples[0]!.values.length
  const scale = Array.from({ length: width }, (_, at) => deviation(examples.map(({ values }) => values[at]!)) || 1)
  const scaled = examples.map(({ values }) => values.map((value, at) => value / scale[at]!))
  const mean = scale.map((_, at) => average(scaled.map((values) => values[at]!)))
  const counts = new Map<string, number>()
  const cell = ({ set, isSupported }: Example) => `${set} ${isSupported}`
  for (const each of examples) counts.set(cell(each), (counts.get(cell(each)) ?? 0) + 1)
  const share = examples.map((each) => 1 / (counts.size * counts.get(cell(each))!))
  const weights = new Array<number>(width).fill(0)
  let bias = 0
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(width).fill(0)
    let biasSlope = 0
    for (const [row, values] of scaled.entries()) {
      let odds = bias
      for (let at = 0; at < width; at++) odds += weights[at]! * (values[at]! - mean[at]!)
      const error = (1 / (1 + Math.exp(-odds)) - (examples[row]!.isSupported ? 0 : 1)) * share[row]!
      biasSlope += error
      for (let at = 0; at < width; at++) slope[at]! += error * (values[at]! - mean[at]!)
    }
    bias -= biasSlope
    for (let at = 0; at < width; at++) {
      const next = weights[at]! - slope[at]! - RIDGE * weights[at]!
      weights[at] = at === width - 1 ? next : Math.max(0, next)
    }
  }
  const shift = weights.reduce((sum, weight, at) => sum + weight * mean[at]!, 0)
  return { weights: weights.map((weight, at) => weight / scale[at]!), intercept: shift - bias }
}

export function supportOf(values: readonly number[], { weights, intercept }: Logistic): number {
  return 1 / (1 + Math.exp(values.reduce((sum, value, at) => sum + value * weights[at]!, 0) - intercept))
}

/** Mean of the shares of supported and of unsupported rows that are told right, 0–1. */
export function balancedAccuracy(
  rows: readonly { readonly score: number; readonly isSupported: boolean }[],
  least: number,
): number {
  const share = (isSupported: boolean) => {
    const those = rows.filter((row) => row.isSupported === isSupported)
    return those.filter(({ score }) => score >= least === isSupported).length / Math.max(1, those.length)
  }
  return (share(true) + share(false)) / 2
}

/** Steps of a hundredth of the rows to either side that a level is judged with. */
const NEIGHBOURS = 10

/**
 * The level round which the mean of the sets' balanced accuracies is highest. Of the single best one the neighbours are no better than
 * chance: with it a set left out loses a point and a half.
 */
export function bestLevel(
  rows: readonly { readonly set: string; readonly score: number; readonly isSupported: boolean }[],
): number {
  const sets = [...new Set(rows.map(({ set }) => set))].map((set) => rows.filter((row) => row.set === set))
  const sorted = rows.map(({ score }) => score).sort((a, b) => a - b)
  const levels = Array.from({ length: 99 }, (_, step) => sorted[Math.floor(((step + 1) * sorted.length) / 100)]!)
  const values = levels.map((level) => average(sets.map((set) => balancedAccuracy(set, level))))
  const around = (at: number) => average(values.slice(at - NEIGHBOURS, at + NEIGHBOURS + 1))
  const inner = levels.map((_, at) => at).slice(NEIGHBOURS, -NEIGHBOURS)
  return levels[inner.reduce((best, at) => (around(at) > around(best) ? at : best))]!
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function deviation(values: readonly number[]): number {
  const mean = average(values)
  return Math.sqrt(average(values.map((value) => (value - mean) ** 2)))
}
