import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseEntities } from '../../src/entity/entity-file.ts'
import { compileGazetteer } from '../../src/entity/gazetteer.ts'
import type { Entity, Gazetteer } from '../../src/entity/types.ts'
import { benchFile } from '../bench-folder.ts'

/*
 * Question: how fast are names found, how long does the start wait for the gazetteer, are the sentences told rightly?
 * Data: real AI news (English, Simplified Chinese, Korean) for speed; `src/entity/entities.cases.jsonl` for accuracy.
 * Baseline, in the same run on a part of the same texts: what one writes first, all aliases in one RegExp alternation,
 * the longest first. It knows no tokens, gaps, scripts, context or variants, so it does less for its time.
 * Method: the best of three passes, after one to warm up; UTF-8 bytes; one core. The ratio is what to compare between
 * machines. Caveat: compile time is that of the first compilation in this process, cold.
 */

const ENTITIES = new URL('../../data/entities.jsonl', import.meta.url)
const CASES = new URL('../../src/entity/entities.cases.jsonl', import.meta.url)
const STREAMS = ['bullets-en', 'items-zh-hans', 'items-ko']
/** The alternation is so slow that it gets a part only. */
const BASELINE_BYTES = 150_000

export interface EntityBench {
  readonly parseMs: number
  readonly compileMs: number
  /** Share, 0–1, of the sentences whose set of entities is exactly right. */
  readonly accuracy: number
  /** Undefined where the streams are absent. */
  readonly speed?: {
    readonly megabytesPerSecond: number
    readonly baselineMegabytesPerSecond: number
    /** How many times as fast as the baseline. */
    readonly ratio: number
    readonly mentionsPerKilobyte: number
  }
}

export function benchEntities(): EntityBench {
  const jsonl = readFileSync(ENTITIES, 'utf8')
  const started = performance.now()
  const entities = parseEntities(jsonl, 'data/entities.jsonl')
  const parsed = performance.now()
  const gazetteer = compileGazetteer(entities)
  const compiled = performance.now()
  const bench: EntityBench = {
    parseMs: Math.round(parsed - started),
    compileMs: Math.round(compiled - parsed),
    accuracy: accuracyOf(gazetteer),
    speed: speedOf(gazetteer, entities),
  }
  const share = `${(bench.accuracy * 100).toFixed(1)} % of sentences right`
  console.log(`entities: ${entities.length}, read in ${bench.parseMs} ms, compiled in ${bench.compileMs} ms, ${share}`)
  if (bench.speed) {
    const { megabytesPerSecond, baselineMegabytesPerSecond, ratio } = bench.speed
    console.log(
      `entities: ${megabytesPerSecond.toFixed(1)} MB/s, one alternation ${baselineMegabytesPerSecond.toFixed(3)} MB/s, ×${ratio.toFixed(0)}`,
    )
  }
  return bench
}

function accuracyOf(gazetteer: Gazetteer): number {
  const cases: { text: string; expect: string[] }[] = readJsonLines(readFileSync(CASES, 'utf8'))
  const right = cases.filter(({ text, expect }) => {
    const found = new Set(gazetteer.findEntities(text).map(({ entityId }) => entityId))
    return found.size === new Set(expect).size && expect.every((id) => found.has(id))
  })
  return right.length / cases.length
}

function speedOf(gazetteer: Gazetteer, entities: readonly Entity[]): EntityBench['speed'] {
  const texts: string[] = []
  for (const stream of STREAMS) {
    const file = benchFile(`ai-streams/${stream}.jsonl.gz`)
    if (!file) return undefined
    for (const item of readJsonLines<Record<string, unknown>>(gunzipSync(readFileSync(file)).toString())) {
      texts.push([item.title, item.text, item.body].flat().filter(Boolean).join('\n'))
    }
  }
  let mentions = 0
  const megabytesPerSecond = fastest(texts, 3, (text) => {
    mentions += gazetteer.findEntities(text).length
  })
  const alternation = alternationOf(entities)
  const part = textsUpTo(texts, BASELINE_BYTES)
  const baselineMegabytesPerSecond = fastest(part, 1, (text) => {
    for (const _ of text.matchAll(alternation));
  })
  const kilobytes = byteLength(texts) / 1_000
  return {
    megabytesPerSecond,
    baselineMegabytesPerSecond,
    ratio: megabytesPerSecond / baselineMegabytesPerSecond,
    mentionsPerKilobyte: mentions / 4 / kilobytes,
  }
}

/** @returns MB/s of the best pass, after one that doesn't count */
function fastest(texts: readonly string[], passes: number, read: (text: string) => void): number {
  let bestMs = Number.POSITIVE_INFINITY
  for (let pass = 0; pass <= passes; pass++) {
    const started = performance.now()
    for (const text of texts) read(text)
    if (pass > 0) bestMs = Math.min(bestMs, performance.now() - started)
  }
  return byteLength(texts) / 1_000 / bestMs
}

function alternationOf(entities: readonly Entity[]): RegExp {
  const names = new Set(entities.flatMap((entity) => Object.values(entity.names).flat()))
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gi')
}

function textsUpTo(texts: readonly string[], bytes: number): string[] {
  const part: string[] = []
  let length = 0
  // Spread over the streams, so that the part has the languages of the whole.
  const step = Math.max(1, Math.floor(byteLength(texts) / bytes))
  for (let i = 0; i < texts.length && length < bytes; i += step) {
    part.push(texts[i]!)
    length += Buffer.byteLength(texts[i]!)
  }
  return part
}

function byteLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
}

function readJsonLines<T>(text: string): T[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
