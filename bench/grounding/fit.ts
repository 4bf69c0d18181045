import { doubtsAgainst } from '../../src/summary/align/check-against.ts'
import { DOUBTS } from '../../src/summary/align/doubts.ts'
import { checkContext } from './check-context.ts'
import { labelledSummaries } from './labelled-summaries.ts'
import { average, balancedAccuracy, bestLevel, fitLogistic, supportOf } from './logistic.ts'

/*
 * Learns the weights of src/summary/align/doubt-weights.ts and says how they hold for a set left out.
 * Run: npx tsx bench/grounding/fit.ts
 */
const rows = labelledSummaries()
if (rows) {
  const context = checkContext()
  const examples = rows.map(({ set, document, summary, isSupported }) => {
    const { counts } = doubtsAgainst(summary, [document], context)
    return { set, isSupported, values: DOUBTS.map((name) => Math.log1p(counts[name])) }
  })
  const sets = [...new Set(rows.map(({ set }) => set))]
  const scored = (list: typeof examples, model: ReturnType<typeof fitLogistic>) =>
    list.map((each) => ({ ...each, score: supportOf(each.values, model) }))
  const leftOut = sets.map((set) => {
    const others = examples.filter((each) => each.set !== set)
    const model = fitLogistic(others)
    const value = balancedAccuracy(
      scored(
        examples.filter((each) => each.set === set),
        model,
      ),
      bestLevel(scored(others, model)),
    )
    console.log(`left out ${set}: ${(100 * value).toFixed(1)}`)
    return value
  })
  console.log(`mean of sets left out: ${(100 * average(leftOut)).toFixed(1)}`)
  const model = fitLogistic(examples)
  console.log(Object.fromEntries(DOUBTS.map((name, at) => [name, Number(model.weights[at]!.toFixed(3))])))
  console.log(`INTERCEPT ${model.intercept.toFixed(3)}`, `LEAST_SCORE ${bestLevel(scored(examples, model)).toFixed(3)}`)
}
