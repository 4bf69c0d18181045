import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClusterSettings } from '../../src/story/cluster-settings.ts'
import { benchChanged, benchClustering, type ClusteringScore, type ClusteringSet } from '../clustering/clustering.ts'
import { benchCounterparts } from './counterparts.ts'

/*
 * Writes what the clustering bench measures to where it is told: `npx tsx bench/story/report.ts` makes `results.md` beside this
 * file, the table in docs/stories.md, and src/story/measured-story-errors.ts, which the methods page shows. About ten minutes.
 */

/** Sets that readers are told of, in their words. */
const STREAMS = [
  ['ai-days', 'AI news, four days, three languages'],
  ['og2021', 'headlines in nine languages, a month'],
  ['og2021-en', 'their English part'],
  ['uci', 'headlines of 40 broad business stories'],
  ['ecbplus', 'look-alike events, two of each sort'],
] as const satisfies readonly (readonly [ClusteringSet, string])[]

const ABLATED_SETS = ['ai-days', 'og2021', 'og2021-en', 'uci', 'ecbplus', 'news-t'] as const
const NEVER = 1e9
/** What each part is worth: one part changed or left out. */
const ABLATIONS: readonly (readonly [part: string, change: Partial<ClusterSettings>])[] = [
  ['as shipped', {}],
  ['without merges', { mergeLevel: 2 }],
  ['without splits', { splitShare: 0 }],
  ['no penalty for merging look-alikes', { lookalikeLoss: 0 }],
  ['merges ignore when items came', { sideLoss: 0, sideGain: 1, foreignSide: 0 }],
  ['same threshold for merges between languages', { foreignMergeShare: 0.45 }],
  ['without word translations', { translatedShare: 0, translatedLevel: 2 }],
  ['nearest member only', { centroidShare: 0, nearestMembers: 1 }],
  ['whole story only', { centroidShare: 1 }],
  ['without decay and age', { decayHours: NEVER, ageHours: NEVER }],
  ['names at normal weight', { nameWeight: 1 }],
  ['word prefixes only', { wholeWeight: 0 }],
  ['whole words only', { prefixLetters: 40 }],
  ['without entities', { salience1Weight: 0, salience2Weight: 0, salience3Weight: 0 }],
  ['without versions', { versionWeight: 0, otherVersion: 1 }],
  ['without evidence against', { strangeNames: 1, otherSubject: 1, otherCast: 1, otherVersion: 1 }],
  ['lists as other items', { sameList: 1, remarkInList: 1 }],
  ['posts as headlines', { headlineCharacters: 1e9 }],
  ['same thresholds however large stories are', { leastAsked: 1 }],
  ['no second look at lone items', { lateItems: 0 }],
  ['opinions as reports', { otherVoice: 1 }],
  ['no penalty for a single shared term', { narrowLoss: 0 }],
  ['no penalty for loose stories', { looseness: 0 }],
  ['titles only', { leadCharacters: 0 }],
]

const HERE = import.meta.dirname
const ROOT = join(HERE, '../..')

const percent = (share: number) => (share * 100).toFixed(1)
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

function setsTable(scores: readonly ClusteringScore[]): string {
  const head =
    'set,items,stories found / gold,plain pass,online,after,95 % interval,precision,recall,pair F1,pairs in different languages,NMI,ARI'
  return table(
    head.split(','),
    scores.map(({ set, online, final, interval, baseline }) => [
      set,
      final.items,
      `${final.found} / ${final.gold}`,
      percent(baseline.b3[2]),
      percent(online.b3[2]),
      percent(final.b3[2]),
      interval.map((value) => Math.round(value * 100)).join('–'),
      percent(final.b3[0]),
      percent(final.b3[1]),
      percent(final.pair[2]),
      final.crossPair[2] === 0 ? '' : percent(final.crossPair[2]),
      percent(final.nmi),
      percent(final.ari),
    ]),
  )
}

function ablationTable(): string {
  const changes = ABLATIONS.map(([, change]) => change)
  const scores = benchChanged(ABLATED_SETS, changes)
  return table(
    ['', ...ABLATED_SETS, 'mean'],
    ABLATIONS.map(([part], index) => {
      const values = scores[index]!.map(({ b3 }) => b3[2])
      return [part, ...values.map(percent), percent(values.reduce((sum, value) => sum + value, 0) / values.length)]
    }),
  )
}

function readersRows(scores: readonly ClusteringScore[]): string {
  return STREAMS.map(([set, stream]) => {
    const { online, final, interval, baseline } = scores.find((score) => score.set === set)!
    const [low, high] = interval.map((value) => Math.round(value * 100))
    const errors = [1 - final.b3[0], 1 - final.b3[1]].map((share) => `${percent(share)} %`)
    const name = stream === 'their English part' ? `– ${stream}` : stream[0]!.toUpperCase() + stream.slice(1)
    return row([
      name,
      ...errors,
      percent(online.b3[2]),
      percent(final.b3[2]),
      `${low}–${high}`,
      percent(baseline.b3[2]),
    ])
  }).join('\n')
}

function errorsModule(scores: readonly ClusteringScore[]): string {
  const lines = STREAMS.map(([set, stream]) => {
    const { b3 } = scores.find((score) => score.set === set)!.final
    const [strangers, missing] = [1 - b3[0], 1 - b3[1]].map((share) => Number(percent(share)))
    return `  { stream: '${stream}', strangersPercent: ${strangers}, missingPercent: ${missing} },`
  })
  return `${lines.join('\n')}\n`
}

/** Replaces what stands between two texts of a file. */
function rewrite(file: string, before: string, after: string, text: string): void {
  const path = join(ROOT, file)
  const whole = readFileSync(path, 'utf8')
  const start = whole.indexOf(before) + before.length
  const end = whole.indexOf(after, start)
  if (start < before.length || end < 0) throw new Error(`${file} has no place for the figures`)
  writeFileSync(path, whole.slice(0, start) + text + whole.slice(end))
}

const scores = benchClustering()
const counterparts = benchCounterparts()
if (scores !== undefined && counterparts !== undefined) {
  const parts = [
    '# Measured\n',
    'Generated by `npx tsx bench/story/report.ts`. [README.md](README.md) explains the sets and terms.\n',
    '## Every set\n\nB-cubed F1 in points, one configuration for all sets.\n',
    setsTable(scores),
    `\nIn the mean of eight orders of its items within each day, ai-days scores ${percent(scores[0]!.meanOverOrders!)} after merges.`,
    '\n## Across languages\n',
    `Of ${counterparts.titles} Chinese titles, an English report of the same event comes first for ${percent(counterparts.first)} % and among the first five for ${percent(counterparts.firstFive)} %, without dates.\n`,
    '## Ablation\n\nB-cubed F1 after merges and splits, in points; each row changes one part. Differences under a point are noise.\n',
    ablationTable(),
    '',
  ]
  writeFileSync(join(HERE, 'results.md'), parts.join('\n'))
  rewrite('docs/stories.md', '|---|---|---|---|---|---|---|\n', '\n\nTwo people', readersRows(scores))
  rewrite('src/story/measured-story-errors.ts', 'MeasuredStoryErrors[] = [\n', ']\n', errorsModule(scores))
}
