import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Gazetteer } from '../../src/entity/types.ts'
import { embeddingChoice } from '../../src/run/embedding/choice.ts'
import type { Meanings } from '../../src/run/embedding/meanings.ts'
import { meaningsOf } from '../../src/run/embedding/meanings-of.ts'
import { readSettings } from '../../src/settings.ts'
import { openStore } from '../../src/store/open-store.ts'
import { MeaningIndex } from '../../src/story/meaning/meaning-index.ts'
import { cosine, MeaningMeans, product } from '../../src/story/meaning/meaning-means.ts'
import { type MeaningVector, meaningVector } from '../../src/story/meaning/meaning-vector.ts'
import type { ClusterInput } from '../../src/story/types.ts'
import { BENCH_FOLDER, benchFile } from '../bench-folder.ts'
import { bootstrapF1, type ClusterScores, scoreClusters } from '../scorer/score-clusters.ts'
import { benchCounterparts as benchByScore } from '../story/counterparts.ts'
import { type ClusteringSet, inputOf, labelled, readSet, runOurs } from './clustering.ts'
import { shippedGazetteer } from './shipped-gazetteer.ts'

/*
 * Question: what does an embedding model add to the story engine, and what does its search cost?
 * Data: the sets of `clustering`; independent English and Chinese reports of one AI story (`independent-en-zh`).
 * Method: each set twice, without meanings and with those of the server that AUSPEX_EMBEDDING_MODEL and AUSPEX_EMBEDDING_BASE_URL
 * name, everything else as shipped. Vectors are kept in a database in the system's folder for temporary files, so that a second
 * run asks for nothing. Counterparts: cosine of titles, each less the mean of its language over the file, dates not used.
 * Search: 100,000 directions, each between two real ones; processor time.
 * Caveat: the levels were chosen on these sets with multilingual-e5-small; the mean over the file looks ahead, for counterparts alone.
 */

const SETS: readonly ClusteringSet[] = ['ai-days', 'og2021', 'og2021-en', 'uci', 'ecbplus', 'news', 'news-t']
const ASKED_AT_ONCE = 1_024
const SEARCHED_STORIES = 100_000
const SEARCHES = 100

/** What was measured on one set, without a model and with it. */
export interface MeaningScore {
  readonly set: ClusteringSet
  readonly withoutOnline: ClusterScores
  readonly without: ClusterScores
  readonly online: ClusterScores
  readonly final: ClusterScores
  readonly interval: readonly [low: number, high: number]
}

/** @returns undefined, after one line that says so, where the data or the server is absent */
export async function benchMeaning() {
  const settings = readSettings({}, process.env)
  if (embeddingChoice(settings) === undefined) {
    console.log('meaning: skipped, AUSPEX_EMBEDDING_MODEL and AUSPEX_EMBEDDING_BASE_URL name no server')
    return undefined
  }
  const folder = path.join(BENCH_FOLDER, 'clustering')
  if (!existsSync(folder)) return void benchFile('clustering')
  const store = await openStore({ file: path.join(tmpdir(), 'auspex-bench-meaning.sqlite') })
  try {
    const meanings = (await meaningsOf(store, settings, { isPatient: true }))!
    const gazetteer = shippedGazetteer()
    const scores: MeaningScore[] = []
    console.log('set             without   online    final  interval   cross without   with')
    for (const set of SETS) {
      const score = await scoreSet(set, folder, gazetteer, meanings)
      scores.push(score)
      printScore(score)
    }
    const og = await meant(
      readSet(folder, 'og2021').map((line, id) => inputOf(line, id, gazetteer)),
      meanings,
    )
    return { scores, counterparts: await benchCounterparts(meanings), search: benchSearch(og) }
  } finally {
    await store.close()
  }
}

async function scoreSet(
  set: ClusteringSet,
  folder: string,
  gazetteer: Gazetteer,
  meanings: Meanings,
): Promise<MeaningScore> {
  const lines = readSet(folder, set)
  const inputs = lines.map((line, index) => inputOf(line, index, gazetteer))
  const without = runOurs(inputs, gazetteer)
  const found = runOurs(await meant(inputs, meanings), gazetteer, { meaningSpace: meanings.space })
  return {
    set,
    withoutOnline: scoreClusters(labelled(lines, without.online)),
    without: scoreClusters(labelled(lines, without.final)),
    online: scoreClusters(labelled(lines, found.online)),
    final: scoreClusters(labelled(lines, found.final)),
    interval: bootstrapF1(labelled(lines, found.final)),
  }
}

/** @throws Error where the server left a text without a vector: half a model is no measurement */
async function meant(inputs: readonly ClusterInput[], meanings: Meanings): Promise<readonly ClusterInput[]> {
  const found: ClusterInput[] = []
  for (let start = 0; start < inputs.length; start += ASKED_AT_ONCE) {
    found.push(...(await meanings.obtain(inputs.slice(start, start + ASKED_AT_ONCE))))
  }
  const bare = found.filter(({ meaning, title }) => meaning === undefined && title !== '').length
  if (bare > 0) throw new Error(`The server gave no vector for ${bare} of ${inputs.length} texts`)
  return found
}

function printScore({ set, without, online, final, interval }: MeaningScore): void {
  const percent = (value: number) => (value * 100).toFixed(1).padStart(8)
  const [low, high] = interval.map((value) => (value * 100).toFixed(0))
  const f1 = [without.b3[2], online.b3[2], final.b3[2]].map(percent).join(' ')
  const cross = [without.crossPair[2], final.crossPair[2]].map(percent).join('')
  console.log(`${set.padEnd(14)}${f1}  ${`${low}–${high}`.padStart(8)}        ${cross}`)
}

interface CounterpartLine {
  readonly zh_id: string
  readonly en_id: string
  readonly zh_title: string
  readonly en_text: string
}

interface CounterpartShares {
  /** Of Chinese titles, those of which an English counterpart is the nearest of all in meaning. */
  readonly recallAt1: number
  /** Those of which it is the nearest by words and meaning, as items join stories. */
  readonly withWords: number
}

async function benchCounterparts(meanings: Meanings): Promise<CounterpartShares | undefined> {
  const file = benchFile('cross-lingual/independent-en-zh.jsonl.gz')
  if (file === undefined) return undefined
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  const pairs = lines.map((line) => JSON.parse(line) as CounterpartLine)
  const vectorOf = new Map<string, MeaningVector>()
  const read = async (titles: readonly string[], language: string) => {
    const inputs = titles.map((title, id) => ({ id, title, text: '', language, entityIds: [] }))
    const vectors = (await meant(inputs, meanings)).map(({ meaning }) => meaning!)
    for (const [place, title] of titles.entries()) vectorOf.set(title, vectors[place]!)
    const means = new MeaningMeans(vectors[0]!.length)
    for (const vector of vectors) means.count(vector, 0)
    return vectors.map((vector) => means.centred(vector, 0)!)
  }
  const byChinese = new Map(pairs.map(({ zh_id, zh_title }) => [zh_id, zh_title]))
  const byEnglish = new Map(pairs.map(({ en_id, en_text }) => [en_id, en_text]))
  const chinese = await read([...byChinese.values()], 'zh')
  const english = await read([...byEnglish.values()], 'en')
  const englishIds = [...byEnglish.keys()]
  const known = new Set(pairs.map(({ zh_id, en_id }) => `${zh_id} ${en_id}`))
  const found = [...byChinese.keys()].filter((id, place) => {
    const nearest = indexOfGreatest(english.map((other) => cosine(chinese[place]!, other)))
    return known.has(`${id} ${englishIds[nearest]}`)
  })
  const recallAt1 = found.length / chinese.length
  const withWords = benchByScore(vectorOf)!.first
  const [alone, both] = [recallAt1, withWords].map((share) => (share * 100).toFixed(1))
  console.log(`counterparts of ${chinese.length} Chinese titles: R@1 ${alone} %, with their words ${both} %`)
  return { recallAt1, withWords }
}

function indexOfGreatest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best]! ? index : best), 0)
}

/** What one search among many stories costs, and how often it finds what holding the direction against each would. */
function benchSearch(inputs: readonly ClusterInput[]) {
  const vectors = inputs.map(({ meaning }) => meaning!)
  const means = new MeaningMeans(vectors[0]!.length)
  for (const vector of vectors) means.count(vector, 0)
  const centred = vectors.map((vector) => means.centred(vector, 0)!)
  const blend = (place: number) => {
    const [a, b] = [centred[place % centred.length]!, centred[(place * 7_919) % centred.length]!]
    return meaningVector(a.map((value, index) => value * 0.6 + b[index]! * 0.4))!
  }
  const stories = Array.from({ length: SEARCHED_STORIES }, (_, place) => blend(place))
  const index = new MeaningIndex(centred[0]!.length)
  for (const [place, direction] of stories.entries()) index.set(place + 1, direction)
  const queries = Array.from({ length: SEARCHES }, (_, place) => centred[(place * 57) % centred.length]!)
  const searchMs = processorMs(() => {
    for (const query of queries) index.nearest(query, 4, () => true)
  })
  const exactMs = processorMs(() => {
    for (const query of queries.slice(0, 10)) for (const story of stories) product(query, story)
  })
  const search = { msEach: searchMs / SEARCHES, exactMsEach: exactMs / 10 }
  const times = [search.msEach, search.exactMsEach].map((ms) => ms.toFixed(1))
  console.log(`search among ${SEARCHED_STORIES} stories: ${times[0]} ms, number by number ${times[1]} ms`)
  return search
}

function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1_000
}
