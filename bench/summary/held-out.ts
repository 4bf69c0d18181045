import type { Member } from '../../src/story/types.ts'
import { summariseStory } from '../../src/summary/extractive.ts'
import { isReadableAlone } from '../../src/summary/readable-alone.ts'
import { splitSentences } from '../../src/summary/split-sentences.ts'
import { termsOf } from '../../src/summary/terms.ts'
import { member } from '../../src/summary/testing/member.ts'
import { benchFile } from '../bench-folder.ts'
import { readJsonLines } from '../rank/bench-lines.ts'

/*
 * Question: does a summary say what the other reports of the event say, and can its sentences stand alone?
 * Data, method, baselines and figures: README.md beside this file.
 * Run: npx tsx bench/summary/held-out.ts [--print]
 */

/** ROUGE F1, mean over stories, in 0–1. */
export interface RougeScore {
  readonly rouge1: number
  readonly rouge2: number
}

export interface SummaryBench {
  readonly stories: number
  readonly summarised: number
  readonly ours: RougeScore
  readonly lead: RougeScore
  readonly random: RougeScore
  /** 95 % of bootstrap means of ours − lead, ROUGE-1. */
  readonly gainOverLead: readonly [number, number]
  /** Share of the lead's sentences that can stand alone; ours all can. */
  readonly leadReadable: number
  readonly times: readonly { readonly reports: number; readonly medianMs: number; readonly p95Ms: number }[]
  readonly summaries: readonly (readonly string[])[]
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchSummary(): SummaryBench | undefined {
  const file = benchFile('clustering/ecbplus.jsonl.gz')
  if (!file) return undefined
  const all = readStories(file)
  const random = randomOf(7)
  const rows = all
    .filter((members) => members.length >= 6)
    .map((members) => {
      const read = members.filter((_, index) => index % 2 === 0)
      const held = members.filter((_, index) => index % 2 === 1)
      const ours = summariseStory(read, { maxSentences: 3 }).sentences.map(({ text }) => text)
      const lead = read.slice(0, 3).map((each) => sentencesOf(each)[0] ?? '')
      const pool = read.flatMap(sentencesOf)
      const drawn = [1, 2, 3].map(() => pool[Math.floor(random() * pool.length)] ?? '')
      const score = (sentences: readonly string[]): RougeScore => ({
        rouge1: rouge(sentences, held, 1),
        rouge2: rouge(sentences, held, 2),
      })
      return { ours: score(ours), lead: score(lead), random: score(drawn), sentences: ours, leadSentences: lead }
    })
  const gaps = rows.map((row) => row.ours.rouge1 - row.lead.rouge1)
  const draws = Array.from({ length: 1_000 }, () => mean(gaps.map(() => gaps[Math.floor(random() * gaps.length)]!)))
  draws.sort((a, b) => a - b)
  const meanOf = (name: 'ours' | 'lead' | 'random'): RougeScore => ({
    rouge1: mean(rows.map((row) => row[name].rouge1)),
    rouge2: mean(rows.map((row) => row[name].rouge2)),
  })
  return {
    stories: rows.length,
    summarised: rows.filter((row) => row.sentences.length > 0).length,
    ours: meanOf('ours'),
    lead: meanOf('lead'),
    random: meanOf('random'),
    gainOverLead: [draws[25]!, draws[974]!],
    leadReadable: mean(rows.flatMap((row) => row.leadSentences.map((each) => (isReadableAlone(each) ? 1 : 0)))),
    times: [measureTime(all.flat(), 3, 300), measureTime(all.flat(), 60, 20)],
    summaries: rows.map((row) => row.sentences),
  }
}

function readStories(path: string): readonly (readonly Member[])[] {
  const stories = new Map<string, Member[]>()
  const lines = readJsonLines<{ readonly title: string; readonly text: string; readonly story: string }>(path)
  lines.forEach(({ title, text, story }, index) => {
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

function measureTime(everyone: readonly Member[], reports: number, runs: number): SummaryBench['times'][number] {
  const times: number[] = []
  for (let run = 0; run < runs * 2; run++) {
    const from = (run * reports) % (everyone.length - reports)
    const members = everyone.slice(from, from + reports)
    const start = performance.now()
    summariseStory(members)
    if (run >= runs) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!
  return { reports, medianMs: at(0.5), p95Ms: at(0.95) }
}

if (process.argv[1] === import.meta.filename) {
  const bench = benchSummary()
  if (bench) {
    const percent = (share: number) => (100 * share).toFixed(1)
    console.log(`${bench.stories} stories, ${bench.summarised} with a summary`)
    for (const name of ['ours', 'lead', 'random'] as const) {
      const { rouge1, rouge2 } = bench[name]
      console.log(`${name.padEnd(7)} ROUGE-1 ${percent(rouge1)}  ROUGE-2 ${percent(rouge2)}`)
    }
    console.log(`ours − lead, ROUGE-1: ${bench.gainOverLead.map(percent).join(' to ')}`)
    console.log(`sentences that can stand alone: ours 100 %, lead ${percent(bench.leadReadable)} %`)
    for (const { reports, medianMs, p95Ms } of bench.times) {
      console.log(`${reports} reports: median ${medianMs.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms`)
    }
    if (process.argv.includes('--print')) for (const summary of bench.summaries) console.log(`\n${summary.join('\n')}`)
  }
}
