import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Example, readKindExamples } from '../bench/rank/kind-examples.ts'
import { type KindModel, trainKinds } from '../bench/rank/kind-regression.ts'
import { STORY_KINDS } from '../src/story/types.ts'

/*
 * Learns the weights by which `src/rank/kind.ts` tells the kind of a story, from `data/kind-examples.tsv`, and writes them to
 * `src/rank/kind-weights.ts`. `--check` measures instead, by cross-validation. The same examples give the same weights.
 */
const root = join(import.meta.dirname, '..')
const target = join(root, 'src/rank/kind-weights.ts')
/** Chosen by cross-validation: 0.0003 to 0.01 lie within three points. */
const L2 = 0.002
/** Weights nearer to zero are left out. */
const LEAST_WEIGHT = 0.1
const FOLDS = 5

function render({ features, bias }: KindModel): string {
  const lines = Object.entries(features)
    .map(
      ([feature, weights]) =>
        [feature, weights.map((weight) => (Math.abs(weight) < LEAST_WEIGHT ? 0 : weight))] as const,
    )
    .filter(([, weights]) => weights.some((weight) => weight !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weights]) => {
      const shown = weights.flatMap((weight, kind) => (weight === 0 ? [] : `${STORY_KINDS[kind]} ${weight.toFixed(2)}`))
      return [feature, ...shown].join(' ')
    })
  return `/* Made by scripts/train-kinds.ts from data/kind-examples.tsv; edit those. */

/** Logits of an item that shows nothing, in the order of \`STORY_KINDS\`. */
export const KIND_BIAS: readonly number[] = [${bias.map((value) => Number(value.toFixed(2))).join(', ')}]

/** A feature a line: what speaks for and against a kind, in logits for each unit of the feature's strength. */
export const KIND_WEIGHTS = \`
${lines.join('\n')}
\`
`
}

function crossValidate(examples: readonly Example[]): void {
  let right = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainKinds(
      examples.filter((_, index) => index % FOLDS !== fold),
      L2,
    )
    right += examples.filter(
      (example, index) => index % FOLDS === fold && model.kindOf(example.features) === example.kind,
    ).length
  }
  console.log(`${examples.length} examples, ${FOLDS} folds: ${((100 * right) / examples.length).toFixed(1)} % right`)
}

const examples = readKindExamples(root)
if (process.argv.includes('--check')) crossValidate(examples)
else {
  writeFileSync(target, render(trainKinds(examples, L2)))
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', target], { stdio: 'ignore' })
  console.log(`${target}: ${readFileSync(target, 'utf8').split('\n').length} lines from ${examples.length} examples`)
}
