import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Example, readKindExamples } from '../bench/rank/kind-examples.ts'
import { type KindModel, trainKinds, trainOwnKinds } from '../bench/rank/kind-regression.ts'

/*
 * Learns the weights by which `src/rank/kind.ts` tells the kind of a story, and writes them to `src/rank/kind-weights.ts` (of reports
 * on others, from `data/kind-examples.tsv`) and `own-kind-weights.ts` (of makers on their own work, from `data/kind-examples-own.tsv`
 * too). `--check` measures instead, by cross-validation. The same examples give the same weights.
 */
const root = join(import.meta.dirname, '..')
/** Of 0.0005, 0.001, 0.002 and 0.004 best on the demo day and AI news together; five folds differ by a point. */
const L2 = 0.0007
/** Of makers: .0007 tells as many entries of real feeds and half a point more in five folds, and needs a quarter more text. */
const OWN_L2 = 0.0014
/** Weights nearer to zero are left out. */
const LEAST_WEIGHT = 0.1
/** Of makers: .1 needs 7 KB more in each thread, and tells one entry of 200 and one of 341 reports of the demo otherwise. */
const LEAST_OWN_WEIGHT = 0.12
const FOLDS = 5
/** The letter of the first kind. */
const A = 'a'.charCodeAt(0)

function render({ features, bias }: KindModel, name: string, sources: string, least: number): string {
  const lines = Object.entries(features)
    .map(([feature, weights]) => [feature, shownWeights(weights, least)] as const)
    .filter(([, shown]) => shown !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, shown]) => `${feature} ${shown}`)
  return `/* Made by scripts/train-kinds.ts from ${sources}; edit those. */

/** Logits of an item that shows nothing, in the order of \`STORY_KINDS\`. */
export const ${name}_BIAS: readonly number[] = [${bias.map((value) => Number(value.toFixed(2))).join(', ')}]

/**
 * A feature a line, and what speaks for and against a kind in hundredths of a logit for each unit of the feature's strength: \`a120c-30\` is 1.2
 * for the first of \`STORY_KINDS\` and -0.3 for the third.
 */
export const ${name}_WEIGHTS = \`
${lines.join('\n')}
\`
`
}

function shownWeights(weights: readonly number[], least: number): string {
  const hundredths = weights.map((weight) => (Math.abs(weight) < least ? 0 : Math.round(100 * weight)))
  return hundredths.map((each, kind) => (each === 0 ? '' : `${String.fromCharCode(A + kind)}${each}`)).join('')
}

function write(file: string, text: string): void {
  const target = join(root, 'src/rank', file)
  writeFileSync(target, text)
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', target], { stdio: 'ignore' })
  console.log(`${target}: ${readFileSync(target, 'utf8').split('\n').length} lines`)
}

/** @param isOwn whether those that write about their own work are told, or the others */
function crossValidate(examples: readonly Example[], isOwn: boolean): void {
  const told = examples.filter((example) => example.isOwn === isOwn)
  let right = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = new Set(told.filter((_, index) => index % FOLDS === fold))
    const rest = examples.filter((example) => !left.has(example))
    const model = isOwn
      ? trainOwnKinds(rest, OWN_L2)
      : trainKinds(
          rest.filter((example) => !example.isOwn),
          L2,
        )
    right += [...left].filter((example) => model.kindOf(example.features) === example.kind).length
  }
  const share = ((100 * right) / told.length).toFixed(1)
  console.log(`${told.length} examples of ${isOwn ? 'makers' : 'reports'}, ${FOLDS} folds: ${share} % right`)
}

const examples = readKindExamples(root)
if (process.argv.includes('--check')) for (const isOwn of [false, true]) crossValidate(examples, isOwn)
else {
  const reports = trainKinds(
    examples.filter((example) => !example.isOwn),
    L2,
  )
  write(
    'kind-weights.ts',
    render(reports, 'KIND', 'data/kind-examples.tsv and data/kind-examples-press.tsv', LEAST_WEIGHT),
  )
  const own = trainOwnKinds(examples, OWN_L2)
  write('own-kind-weights.ts', render(own, 'OWN_KIND', 'data/kind-examples*.tsv', LEAST_OWN_WEIGHT))
}
