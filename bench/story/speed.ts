import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { HOUR_MS } from '../../src/lib/instant.ts'
import { createClusterer, restoreClusterer } from '../../src/story/clusterer.ts'
import type { ClusterInput } from '../../src/story/types.ts'
import { benchFile } from '../bench-folder.ts'
import { BaselineClusterer } from '../clustering/baseline.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { speedCurve } from './speed-curve.ts'

/*
 * Question: what does placing an item cost while 1,000, 10,000 and 100,000 stories are open, merge pass included?
 * Data: real AI news. The open stories are made of halves of two sentences each, adopted one by one; then whole bullets, up to
 * 800 characters, are placed.
 * Method: time of the processor that the process had, as the machine is shared. Beside it the plain TF-IDF single pass over full
 * postings, with the same open stories and the same items.
 * Caveat: the stories open at the start have one item each, which is the hardest case to look up and the easiest to compare.
 */

const OPEN_STORIES = [1_000, 10_000, 100_000] as const
const PLACED = 3_000
/** The plain pass is slow where many stories are open. */
const PLACED_BY_BASELINE = 150
const FIRST_AT = Date.UTC(2026, 0, 1)

/** What was measured with so many open stories. */
export interface SpeedPoint {
  readonly name: string
  readonly openStories: number
  readonly itemsPerSecond: number
  readonly baselineItemsPerSecond: number
  /** Ours by the baseline's. */
  readonly ratio: number
  readonly residentMb: number
  readonly snapshotMb: number
  readonly restoreMs: number
}

export interface SpeedResult {
  readonly points: readonly SpeedPoint[]
  /** Cost of an item with most stories open, by that with fewest. */
  readonly growth: number
}

/** @param svgFile where the curve is drawn; nowhere by default */
export function benchStorySpeed(svgFile?: string): SpeedResult | undefined {
  const file = benchFile('ai-streams/bullets-en.jsonl.gz')
  if (file === undefined) return undefined
  const bullets = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  const texts = bullets.map((line) => (JSON.parse(line) as { text: string }).text)
  const gazetteer = shippedGazetteer()
  const input = (id: number, title: string, text: string, hours: number): ClusterInput => ({
    id,
    title,
    text,
    language: 'en',
    at: FIRST_AT + hours * HOUR_MS,
    entityIds: [...new Set(gazetteer.findEntities(`${title}\n${text}`).map(({ entityId }) => entityId))],
  })
  const placed = texts.slice(-PLACED).map((text, index) => input(index, text.slice(0, 110), text, 60 + index / 500))
  const halves = halvesOf(texts.slice(0, -PLACED))
  const fillerOf = (index: number): ClusterInput => {
    const other = (index * 7_919 + Math.floor(index / halves.length)) % halves.length
    return input(PLACED + index, `${halves[index % halves.length]![0]} ${halves[other]![1]}`, '', (index % 1_000) / 20)
  }
  const options = { entityOf: (id: string) => gazetteer.entity(id) }
  const points = OPEN_STORIES.map((openStories): SpeedPoint => {
    let clusterer = createClusterer(options)
    for (let index = 0; index < openStories; index++) clusterer.adopt(fillerOf(index), index + 1)
    const itemsPerSecond = perSecond(placed.length, () => {
      for (const item of placed) clusterer.assign(item)
    })
    const residentMb = Math.round(process.memoryUsage.rss() / 1e6)
    const snapshot = [...clusterer.snapshot()]
    const restoreMs =
      1_000 /
      perSecond(1, () => {
        clusterer = restoreClusterer(snapshot, options)
      })
    const baseline = new BaselineClusterer()
    for (let index = 0; index < openStories; index++) baseline.open(fillerOf(index))
    const plain = placed.slice(0, PLACED_BY_BASELINE)
    const baselineItemsPerSecond = perSecond(plain.length, () => {
      for (const item of plain) baseline.assign(item)
    })
    return {
      name: `${openStories} open`,
      openStories,
      itemsPerSecond: Math.round(itemsPerSecond),
      baselineItemsPerSecond: Math.round(baselineItemsPerSecond),
      ratio: itemsPerSecond / baselineItemsPerSecond,
      residentMb,
      snapshotMb: Math.round(snapshot.length / 1e6),
      restoreMs: Math.round(restoreMs),
    }
  })
  if (svgFile !== undefined) writeFileSync(svgFile, speedCurve(points))
  return { points, growth: points[0]!.itemsPerSecond / points.at(-1)!.itemsPerSecond }
}

/** First and second halves of sentences. */
function halvesOf(texts: readonly string[]): readonly (readonly [string, string])[] {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+|\n/)).filter(({ length }) => length > 60)
  return sentences.map((sentence) => {
    const words = sentence.slice(0, 160).split(' ')
    const middle = Math.ceil(words.length / 2)
    return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')]
  })
}

/** By the time of the processor, so that what else runs on the machine counts little. */
function perSecond(count: number, work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (count * 1e6) / (user + system)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = benchStorySpeed(join(import.meta.dirname, 'speed.svg'))
  console.table(result?.points)
  console.log('growth', result?.growth)
}
