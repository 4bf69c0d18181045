import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Gazetteer } from '../../src/entity/types.ts'
import { loadTranslations } from '../../src/run/translations.ts'
import type { ClusterSettings } from '../../src/story/cluster-settings.ts'
import { type ClustererOptions, createClusterer } from '../../src/story/clusterer.ts'
import { Grouping } from '../../src/story/grouping.ts'
import type { WordTranslations } from '../../src/story/translation/word-translations.ts'
import type { ClusterInput } from '../../src/story/types.ts'
import { BENCH_FOLDER } from '../bench-folder.ts'
import {
  bootstrapF1,
  type ClusterScores,
  type LabelledItem,
  scoreClusters,
  seededRandom,
} from '../scorer/score-clusters.ts'
import { BaselineClusterer } from './baseline.ts'
import { shippedGazetteer } from './shipped-gazetteer.ts'

/*
 * Question: do items about one event become one story, online and after merges, and how fast?
 * Data: streams with gold stories (timed headlines in nine languages, Google News, short snippets, look-alike events, four
 * days of AI news in three languages). Items in file order; a label is fixed when the next item arrives (online), splits and merges give
 * the final line. Gold is never an input. Entities are found by the shipped file, as in the pipeline.
 * Method: one configuration for all sets, the shipped one. Beside it, in the same run, the plain TF-IDF single pass with one
 * threshold. B-cubed F1 with a 95 % bootstrap interval over gold stories.
 * Caveat: ai-days is small (360 items): a check, not a place to tune. The news sets are stemmed and undated.
 */

/** `og2021-en` is the English part of og2021. */
export const CLUSTERING_SETS = [
  'ai-days',
  'og2021',
  'og2021-en',
  'uci',
  'ecbplus',
  'news',
  'news-t',
  'gsdmm-title',
  'gsdmm-snippet',
  'gsdmm-both',
] as const
export type ClusteringSet = (typeof CLUSTERING_SETS)[number]

/** What was measured on one set. */
export interface ClusteringScore {
  readonly set: ClusteringSet
  readonly online: ClusterScores
  readonly final: ClusterScores
  /** 95 % interval of the final B-cubed F1. */
  readonly interval: readonly [low: number, high: number]
  readonly baseline: ClusterScores
  /** Final F1 in the mean of eight orders of the items; of AI news alone. */
  readonly meanOverOrders?: number
  readonly itemsPerSecond: number
  readonly baselineItemsPerSecond: number
}

export interface ClusteringBenchOptions {
  readonly sets?: readonly ClusteringSet[]
  /** Items read of each set; default all. */
  readonly limit?: number
}

export interface GoldLine {
  /** Null where stemming left nothing. */
  readonly title: string | null
  readonly story: string
  readonly lang: string
  readonly text?: string
  readonly date?: string
  readonly url?: string
  readonly publisher?: string
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchClustering(options: ClusteringBenchOptions = {}): readonly ClusteringScore[] | undefined {
  const folder = path.join(BENCH_FOLDER, 'clustering')
  if (!existsSync(folder)) {
    console.log(`clustering: skipped, no ${folder} (set AUSPEX_BENCH)`)
    return undefined
  }
  const gazetteer = shippedGazetteer()
  const scores = (options.sets ?? CLUSTERING_SETS).map((set) => {
    const lines = readSet(folder, set).slice(0, options.limit)
    return scoreSet(set, lines, gazetteer)
  })
  print(scores)
  return scores
}

function scoreSet(set: ClusteringSet, lines: readonly GoldLine[], gazetteer: Gazetteer): ClusteringScore {
  const inputs = lines.map((line, index) => inputOf(line, index, gazetteer))
  const ours = runOurs(inputs, gazetteer)
  const startedAt = performance.now()
  const baseline = new BaselineClusterer()
  const plain = inputs.map((input) => baseline.assign(input))
  const baselineMs = performance.now() - startedAt
  return {
    set,
    online: scoreClusters(labelled(lines, ours.online)),
    final: scoreClusters(labelled(lines, ours.final)),
    interval: bootstrapF1(labelled(lines, ours.final)),
    baseline: scoreClusters(labelled(lines, plain)),
    ...(set === 'ai-days' && { meanOverOrders: meanOverOrders(lines, gazetteer) }),
    itemsPerSecond: Math.round((inputs.length * 1_000) / ours.elapsedMs),
    baselineItemsPerSecond: Math.round((inputs.length * 1_000) / baselineMs),
  }
}

let translations: WordTranslations | undefined

/** The lines with the stories that they were put into. */
export function labelled(lines: readonly GoldLine[], found: readonly number[]): readonly LabelledItem[] {
  return lines.map(({ story, lang }, index) => ({ gold: story, language: lang, found: found[index]! }))
}

/** Orders of a set's items within each day, besides the file's. */
const ORDERS = 8

/**
 * Final B-cubed F1 of AI news in the mean of eight orders of its items: dates are days there, and with 359 items one order is a point above
 * or below another. What one publisher says in a row stays in a row.
 */
function meanOverOrders(lines: readonly GoldLine[], gazetteer: Gazetteer): number {
  const rows: GoldLine[][] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const before = row?.[0]
    if (before?.publisher === line.publisher && before?.date === line.date) row!.push(line)
    else rows.push([line])
  }
  let sum = 0
  for (let seed = 1; seed <= ORDERS; seed++) {
    const random = seededRandom(seed)
    const keyed = rows.map((row) => ({ row, day: row[0]!.date ?? '', key: random() }))
    keyed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key - b.key))
    const ordered = keyed.flatMap(({ row }) => row)
    const inputs = ordered.map((line, index) => inputOf(line, index, gazetteer))
    sum += scoreClusters(labelled(ordered, runOurs(inputs, gazetteer).final)).b3[2]
  }
  return sum / ORDERS
}

/** Final scores of sets under other settings than the shipped ones. */
export function benchChanged(
  sets: readonly ClusteringSet[],
  changes: readonly Partial<ClusterSettings>[],
): readonly (readonly ClusterScores[])[] {
  const gazetteer = shippedGazetteer()
  const bySet = sets.map((set) => {
    const lines = readSet(path.join(BENCH_FOLDER, 'clustering'), set)
    const inputs = lines.map((line, index) => inputOf(line, index, gazetteer))
    return changes.map((settings) => scoreClusters(labelled(lines, runOurs(inputs, gazetteer, { settings }).final)))
  })
  return changes.map((_, change) => bySet.map((scores) => scores[change]!))
}

export function runOurs(
  inputs: readonly ClusterInput[],
  gazetteer: Gazetteer,
  options: Pick<ClustererOptions, 'meaningSpace' | 'settings' | 'translations'> = {},
) {
  translations ??= loadTranslations()
  const clusterer = createClusterer({ translations, ...options, entityOf: (id) => gazetteer.entity(id) })
  const online: number[] = []
  const grouping = new Grouping()
  const startedAt = performance.now()
  for (const input of inputs) {
    const changes = clusterer.assign(input)
    grouping.note(changes)
    online.push(grouping.storyOf(input.id)!)
  }
  const elapsedMs = performance.now() - startedAt
  return { online, final: inputs.map(({ id }) => grouping.storyOf(id)!), elapsedMs }
}

export function inputOf(line: GoldLine, id: number, gazetteer: Gazetteer): ClusterInput {
  const { text = '', lang: language, url, publisher } = line
  const title = line.title ?? ''
  const mentions = gazetteer.findEntities(`${title}\n${text}`)
  return {
    id,
    title,
    text,
    language,
    at: line.date === undefined ? undefined : Date.parse(line.date),
    url,
    publisher,
    entityIds: [...new Set(mentions.map(({ entityId }) => entityId))],
  }
}

export function readSet(folder: string, set: ClusteringSet): readonly GoldLine[] {
  const file = path.join(folder, `${set === 'og2021-en' ? 'og2021' : set}.jsonl.gz`)
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  const all = lines.map((line) => JSON.parse(line) as GoldLine)
  return set === 'og2021-en' ? all.filter(({ lang }) => lang === 'en') : all
}

function print(scores: readonly ClusteringScore[]): void {
  const percent = (value: number) => (value * 100).toFixed(1).padStart(6)
  const columns = 'baseline online  final  interval     P     R  pair cross   NMI   ARI stories   gold  items/s  base/s'
  console.log(`clustering, B-cubed F1\n${'set'.padEnd(14)}${columns}`)
  for (const score of scores) {
    const { final, interval } = score
    const [low, high] = interval.map((value) => (value * 100).toFixed(0))
    const f1 = [score.baseline.b3[2], score.online.b3[2], final.b3[2]].map(percent).join(' ')
    const rest = [final.b3[0], final.b3[1], final.pair[2], final.crossPair[2], final.nmi, final.ari]
      .map(percent)
      .join('')
    const counts = [final.found, final.gold, score.itemsPerSecond, score.baselineItemsPerSecond]
    const tail = counts.map((count) => String(count).padStart(8)).join('')
    console.log(`${score.set.padEnd(14)}${f1}  ${`${low}–${high}`.padStart(7)} ${rest}${tail}`)
    if (score.meanOverOrders !== undefined) console.log(`  mean of ${ORDERS} orders ${percent(score.meanOverOrders)}`)
  }
  const mean = (of: (score: ClusteringScore) => number) =>
    percent(scores.reduce((sum, score) => sum + of(score), 0) / scores.length)
  const means = [
    mean((score) => score.baseline.b3[2]),
    mean((score) => score.online.b3[2]),
    mean((score) => score.final.b3[2]),
  ]
  console.log(`${'mean'.padEnd(14)}${means.join(' ')}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchClustering()
