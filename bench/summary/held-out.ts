/**
 * Does a summary say what the other reports say? Stories of ecbplus with at least six reports are cut in two: a summary of
 * three sentences from the reports in even places is held against titles and first two sentences of those in odd places
 * (ROUGE-1 and -2 F1, stop words left out, mean over stories; bootstrap 95 % of the difference to the lead).
 * Beside it: the first sentences of the first three reports, and three sentences at random (fixed seed).
 * Also the time for a typical story and for one of 60 reports.
 * Run: `npx tsx bench/summary/held-out.ts [folder of the data]`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Member } from '../../src/story/types.ts'
import { summariseStory } from '../../src/summary/extractive.ts'
import { isReadableAlone } from '../../src/summary/readable-alone.ts'
import { splitSentences } from '../../src/summary/split-sentences.ts'
import { termsOf } from '../../src/summary/terms.ts'
import { member } from '../../src/summary/testing/member.ts'

const folder = process.argv[2] ?? '../shared/bench'
const file = join(folder, 'clustering/ecbplus.jsonl.gz')
if (existsSync(file)) report(readStories(file))
else console.log(`summary: skipped, no ${file}`)

function readStories(path: string): readonly (readonly Member[])[] {
  const stories = new Map<string, Member[]>()
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  lines.forEach((line, index) => {
    if (line === '') return
    const { title, text, story } = JSON.parse(line) as { title: string; text: string; story: string }
    // The set is tokenised: blanks before punctuation go, so that it reads like an item.
    const plain = (tokens: string) => tokens.replace(/ ([.,;:!?%)’'])/g, '$1').replace(/([($]) /g, '$1')
    const each = member(index + 1, { title: plain(title), text: plain(text) })
    stories.set(story, [...(stories.get(story) ?? []), each])
  })
  return [...stories.values()]
}

function sentencesOf({ item }: Member): readonly string[] {
  return splitSentences(item.text).map(({ start, end }) => item.text.slice(start, end))
}

function grams(sentences: readonly string[], size: 1 | 2): ReadonlySet<string> {
  const found = new Set<string>()
  for (const sentence of sentences) {
    const terms = [...termsOf(sentence)]
    for (let at = 0; at + size <= terms.length; at++) found.add(terms.slice(at, at + size).join(' '))
  }
  return found
}

function rouge(sentences: readonly string[], held: readonly Member[], size: 1 | 2): number {
  const ours = grams(sentences, size)
  const scores = held.map((each) => {
    const theirs = grams([each.item.title, ...sentencesOf(each).slice(0, 2)], size)
    const shared = [...ours].filter((gram) => theirs.has(gram)).length
    return shared === 0 ? 0 : (2 * shared) / (ours.size + theirs.size)
  })
  return mean(scores)
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length)
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function report(all: readonly (readonly Member[])[]): void {
  const stories = all.filter((members) => members.length >= 6)
  const random = randomOf(7)
  const rows = stories.map((members) => {
    const read = members.filter((_, index) => index % 2 === 0)
    const held = members.filter((_, index) => index % 2 === 1)
    const ours = summariseStory(read, { maxSentences: 3 }).sentences.map(({ text }) => text)
    const lead = read.slice(0, 3).map((each) => sentencesOf(each)[0] ?? '')
    const pool = read.flatMap(sentencesOf)
    const drawn = [1, 2, 3].map(() => pool[Math.floor(random() * pool.length)] ?? '')
    const score = (sentences: readonly string[]) => [rouge(sentences, held, 1), rouge(sentences, held, 2)] as const
    return { ours: score(ours), lead: score(lead), random: score(drawn), sentences: ours, leadSentences: lead }
  })
  console.log(`stories ${rows.length}; with a summary ${rows.filter((row) => row.sentences.length > 0).length}`)
  for (const name of ['ours', 'lead', 'random'] as const) {
    const [one, two] = [0, 1].map((n) => (100 * mean(rows.map((row) => row[name][n]!))).toFixed(1))
    console.log(`${name.padEnd(7)} ROUGE-1 ${one}  ROUGE-2 ${two}`)
  }
  const gaps = rows.map((row) => row.ours[0] - row.lead[0])
  const draws = Array.from({ length: 1_000 }, () => mean(gaps.map(() => gaps[Math.floor(random() * gaps.length)]!)))
  draws.sort((a, b) => a - b)
  console.log(`ours − lead, ROUGE-1: ${(100 * draws[25]!).toFixed(1)} to ${(100 * draws[974]!).toFixed(1)}`)
  const readable = (lists: readonly (readonly string[])[]) =>
    mean(lists.flat().map((each) => (isReadableAlone(each) ? 1 : 0)))
  console.log(`readable alone: lead ${(100 * readable(rows.map((row) => row.leadSentences))).toFixed(0)} %, ours 100 %`)
  reportTime(all)
  if (process.env.SHOW) for (const row of rows) console.log(`\n${row.sentences.join('\n')}`)
}

function reportTime(all: readonly (readonly Member[])[]): void {
  const everyone = all.flat()
  for (const [size, runs] of [
    [3, 300],
    [60, 20],
  ] as const) {
    const times: number[] = []
    for (let run = 0; run < runs * 2; run++) {
      const from = (run * size) % (everyone.length - size)
      const members = everyone.slice(from, from + size)
      const start = performance.now()
      summariseStory(members)
      if (run >= runs) times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2)
    console.log(`${size} reports: median ${at(0.5)} ms, p95 ${at(0.95)} ms`)
  }
}
