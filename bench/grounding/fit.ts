import { doubtsAgainst } from '../../src/summary/align/check-against.ts'
import { DOUBTS } from '../../src/summary/align/doubts.ts'
import { checkContext } from './check-context.ts'
import { labelledSummaries } from './labelled-summaries.ts'
import { average, balancedAccuracy, bestLevel, type Example, fitLogistic, supportOf } from './logistic.ts'

/*
 * Learns the weights of src/summary/align/doubt-weights.ts and says how they hold for what was not learned from: a set left out, and a
 * fifth of the documents of every set.
 * Run: npx tsx bench/grounding/fit.ts
 */
const FOLDS = 5

const rows = labelledSummaries()
if (rows) {
  const context = checkContext()
  const documents = [...new Set(rows.map(({ document }) => document))]
  const foldOf = new Map(documents.map((document, index) => [document, index % FOLDS]))
  const examples = rows.map(({ set, document, summary, isSupported }) => {
    const { counts, length, sentences } = doubtsAgainst(summary, [document], context)
    const isRefused = sentences.some(({ failures }) => failures.length > 0)
    const values = [...DOUBTS.map((name) => Math.log1p(counts[name])), Math.log(length)]
    return { set, isSupported, isRefused, fold: foldOf.get(document)!, values }
  })
  const sets = [...new Set(rows.map(({ set }) => set))]
  const leftOut = sets.map((set) => {
    const judged = judgedBy(
      examples.filter((each) => each.set !== set),
      examples.filter((each) => each.set === set),
    )
    return { set, value: balancedAccuracy(judged, 0) }
  })
  for (const { set, value } of leftOut) console.log(`left out ${set}: ${percent(value)}`)
  console.log(`mean of sets left out: ${percent(average(leftOut.map(({ value }) => value)))}`)
  const folded = Array.from({ length: FOLDS }, (_, fold) =>
    judgedBy(
      examples.filter((each) => each.fold !== fold),
      examples.filter((each) => each.fold === fold),
    ),
  ).flat()
  const perSet = sets.map((set) => {
    const value = balancedAccuracy(
      folded.filter((each) => each.set === set),
      0,
    )
    console.log(`other documents of ${set}: ${percent(value)}`)
    return value
  })
  console.log(`mean on documents left out: ${percent(average(perSet))}`)
  const model = fitLogistic(examples.filter(({ isRefused }) => !isRefused))
  console.log(Object.fromEntries(DOUBTS.map((name, at) => [name, Number(model.weights[at]!.toFixed(3))])))
  console.log(`LENGTH_WEIGHT ${model.weights.at(-1)!.toFixed(3)}`, `INTERCEPT ${model.intercept.toFixed(3)}`)
  console.log(`LEAST_SCORE ${bestLevel(scored(examples, model)).toFixed(3)}`)
}

/** Weights are learned from what no rule refuses; the level is judged with what they refuse. */
type Judged = Example & { readonly isRefused: boolean }

/** Rows with how far they are over the level: weights and level learned from others. */
function judgedBy<E extends Judged>(learned: readonly E[], judged: readonly E[]) {
  const model = fitLogistic(learned.filter(({ isRefused }) => !isRefused))
  const level = bestLevel(scored(learned, model))
  return scored(judged, model).map((each) => ({ ...each, score: each.score - level }))
}

function scored<E extends Judged>(list: readonly E[], model: ReturnType<typeof fitLogistic>) {
  return list.map((each) => ({ ...each, score: each.isRefused ? 0 : supportOf(each.values, model) }))
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
