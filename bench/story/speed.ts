import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HOUR_MS } from '../../src/lib/instant.ts'
import { createClusterer, restoreClusterer } from '../../src/story/clusterer.ts'
import type { ClusterInput } from '../../src/story/types.ts'
import { benchFile } from '../bench-folder.ts'
import { BaselineClusterer } from '../clustering/baseline.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { readJsonLines } from '../rank/bench-lines.ts'
import { speedCurve } from './speed-curve.ts'

/*
 * Question: what does placing an item cost while 1,000, 10,000 and 100,000 stories are open, merge pass included?
 * Data: real AI news. The open stories are what the program makes itself of items put together from eight scraps of sentences
 * each, placed one by one (some 240,000 for 100,000 stories); then whole bullets, up to 800 characters, are placed.
 * Method: time of the processor that the process had, as the machine is shared. Beside it the plain TF-IDF single pass over full
 * postings, with as many of the same items as stories of its own, and the same bullets. Resident is the whole process, texts and entities
 * included, once they are placed. Restoring is from the snapshot in memory.
 * Caveat: scraps meet less often than news does, so that the stories are smaller than those of a real day. Three minutes.
 */

const OPEN_STORIES = [1_000, 10_000, 100_000] as const
/** Bullets placed at each number of open stories, others each time. */
const PLACED = 3_000
const ALL_PLACED = PLACED * OPEN_STORIES.length
/** Scraps of a filler, and the words of a scrap. */
const SCRAPS = 8
const SCRAP_WORDS = 3
/** The plain pass is slow where many stories are open. */
const PLACED_BY_BASELINE = 150
const FIRST_AT = Date.UTC(2026, 0, 1)

/** What was measured with so many open stories. */
export interface SpeedPoint {
  readonly name: string
  readonly openStories: number
  /** Items in them. */
  readonly openItems: number
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
  const texts = readJsonLines<{ readonly text: string }>(file).map(({ text }) => text)
  const gazetteer = shippedGazetteer()
  const input = (id: number, title: string, text: string, hours: number): ClusterInput => ({
    id,
    title,
    text,
    language: 'en',
    at: FIRST_AT + hours * HOUR_MS,
    entityIds: [...new Set(gazetteer.findEntities(`${title}\n${text}`).map(({ entityId }) => entityId))],
  })
  const placedAt = (level: number) =>
    texts
      .slice(-ALL_PLACED)
      .slice(level * PLACED, (level + 1) * PLACED)
      .map((text, index) => input(level * PLACED + index, text.slice(0, 110), text, 60 + index / 500))
  const scrapsOf = scraps(texts.slice(0, -ALL_PLACED))
  const fillerOf = (index: number) => input(ALL_PLACED + index, scrapsOf(index), '', (index % 1_000) / 20)
  const options = { entityOf: (id: string) => gazetteer.entity(id) }
  let clusterer = createClusterer(options)
  let fillers = 0
  let open = 0
  const points = OPEN_STORIES.map((openStories, level): SpeedPoint => {
    while (open < openStories) {
      for (const { type } of clusterer.assign(fillerOf(fillers++))) {
        if (type !== 'joined') open += type === 'merged' ? -1 : 1
      }
    }
    const snapshot = new SnapshotFile(clusterer.snapshot())
    const placed = placedAt(level)
    const itemsPerSecond = perSecond(placed.length, () => {
      for (const item of placed) clusterer.assign(item)
    })
    const residentMb = Math.round(process.memoryUsage.rss() / 1e6)
    const parts = snapshot.take()
    const restoreMs =
      1_000 /
      perSecond(1, () => {
        clusterer = restoreClusterer(parts, options)
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
      openItems: fillers,
      itemsPerSecond: Math.round(itemsPerSecond),
      baselineItemsPerSecond: Math.round(baselineItemsPerSecond),
      ratio: itemsPerSecond / baselineItemsPerSecond,
      residentMb,
      snapshotMb: Math.round(snapshot.bytes / 1e6),
      restoreMs: Math.round(restoreMs),
    }
  })
  if (svgFile !== undefined) writeFileSync(svgFile, speedCurve(points))
  return { points, growth: points[0]!.itemsPerSecond / points.at(-1)!.itemsPerSecond }
}

/** A snapshot out of memory, as in the program, which writes it to its database part by part. */
class SnapshotFile {
  readonly #folder = mkdtempSync(join(tmpdir(), 'auspex-speed-'))
  readonly #file = join(this.#folder, 'snapshot')
  readonly #lengths: number[] = []

  constructor(parts: Iterable<Uint8Array>) {
    for (const part of parts) {
      appendFileSync(this.#file, part)
      this.#lengths.push(part.length)
    }
  }

  get bytes(): number {
    return this.#lengths.reduce((sum, length) => sum + length, 0)
  }

  /** The parts, each with memory of its own; the file is no more afterwards. */
  take(): Uint8Array[] {
    const file = openSync(this.#file, 'r')
    const parts = this.#lengths.map((length) => new Uint8Array(length))
    for (const part of parts) readSync(file, part)
    closeSync(file)
    rmSync(this.#folder, { recursive: true })
    return parts
  }
}

/** Titles put together from what stands anywhere in the texts: the same for the same number. */
function scraps(texts: readonly string[]): (number: number) => string {
  const sentences = texts.map((text) => text.split(/\s+/)).filter(({ length }) => length > 4 * SCRAP_WORDS)
  return (number) => {
    let state = number
    const below = (limit: number) => {
      // A step of Mulberry32: any generator would do, but it must be the same everywhere.
      state = (state + 0x6d2b79f5) | 0
      let value = Math.imul(state ^ (state >>> 15), state | 1)
      value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
      return ((value ^ (value >>> 14)) >>> 0) % limit
    }
    return Array.from({ length: SCRAPS }, () => {
      const words = sentences[below(sentences.length)]!
      const at = below(words.length - SCRAP_WORDS)
      return words.slice(at, at + SCRAP_WORDS).join(' ')
    }).join(' ')
  }
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
