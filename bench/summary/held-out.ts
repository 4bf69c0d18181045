import type { Member } from '../../src/story/types.ts'
import { candidatesOf, titleTerms } from '../../src/summary/candidate.ts'
import { chooseSentences, type ScoredSentence } from '../../src/summary/choose-sentences.ts'
import { scoreSentences, summariseStory } from '../../src/summary/extractive.ts'
import { isReadableAlone } from '../../src/summary/readable-alone.ts'
import { splitSentences } from '../../src/summary/split-sentences.ts'
import { termWeights } from '../../src/summary/term-weights.ts'
import { termsOf } from '../../src/summary/terms.ts'
import { member } from '../../src/summary/testing/member.ts'
import { benchFile } from '../bench-folder.ts'
import { readJsonLines } from '../rank/bench-lines.ts'
import { lexRank } from './lex-rank.ts'

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

export interface RankedScore extends RougeScore {
  /** Characters of a summary. */
  readonly length: number
}

export interface SummaryBench {
  readonly stories: number
  readonly summarised: number
  readonly ours: RougeScore
  readonly lead: RougeScore
  readonly random: RougeScore
  /** On the stories with a sentence that can stand alone: ways to rank sentences and to choose among them. */
  readonly ranked: {
    readonly stories: number
    /** Our centrality and our choice, as in every summary. */
    readonly ours: RankedScore
    /** Our centrality, the best three whether or not they repeat one another. */
    readonly oursRepeating: RankedScore
    readonly lexRank: RankedScore
    readonly lexRankRepeating: RankedScore
    /** 95 % of bootstrap means of ours − LexRank with our choice, ROUGE-1. */
    readonly gainOverLexRank: readonly [number, number]
  }
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
    gainOverLead: bootstrap(
      rows.map((row) => row.ours.rouge1 - row.lead.rouge1),
      random,
    ),
    ranked: compareRankings(all.filter((members) => members.length >= 6)),
    leadReadable: mean(rows.flatMap((row) => row.leadSentences.map((each) => (isReadableAlone(each) ? 1 : 0)))),
    times: [measureTime(all.flat(), 3, 300), measureTime(all.flat(), 60, 20)],
    summaries: rows.map((row) => row.sentences),
  }
}

/** Three sentences of half of the reports by each way, held against the other half. */
function compareRankings(stories: readonly (readonly Member[])[]): SummaryBench['ranked'] {
  const rows = stories.flatMap((members) => {
    const read = members.filter((_, index) => index % 2 === 0)
    const held = members.filter((_, index) => index % 2 === 1)
    const candidates = read.flatMap((each) => candidatesOf(each, Math.min(10, Math.floor(240 / read.length))))
    const weights = termWeights(
      candidates,
      read.map(({ item }) => titleTerms(item)),
    )
    const ours = scoreSentences(candidates, 'en', weights)
    if (ours.length === 0) return []
    const graph = lexRank(
      ours.map(({ candidate }) => candidate),
      true,
    )
    const score = (chosen: readonly { readonly text: string }[]): RankedScore => {
      const texts = chosen.map(({ text }) => text)
      return { rouge1: rouge(texts, held, 1), rouge2: rouge(texts, held, 2), length: texts.join(' ').length }
    }
    const best = (scored: readonly ScoredSentence[]) => scored.slice(0, 3).map(({ candidate }) => candidate)
    return [
      {
        ours: score(chooseSentences(ours, 3, weights)),
        oursRepeating: score(best(ours)),
        lexRank: score(chooseSentences(graph, 3, weights)),
        lexRankRepeating: score(best(graph)),
      },
    ]
  })
  const meanOf = (way: keyof (typeof rows)[number]): RankedScore => ({
    rouge1: mean(rows.map((row) => row[way].rouge1)),
    rouge2: mean(rows.map((row) => row[way].rouge2)),
    length: mean(rows.map((row) => row[way].length)),
  })
  return {
    stories: rows.length,
    ...{ ours: meanOf('ours'), oursRepeating: meanOf('oursRepeating') },
    ...{ lexRank: meanOf('lexRank'), lexRankRepeating: meanOf('lexRankRepeating') },
    gainOverLexRank: bootstrap(
      rows.map((row) => row.ours.rouge1 - row.lexRank.rouge1),
      randomOf(11),
    ),
  }
}

/** @returns the middle 95 % of the means of 1,000 draws */
function bootstrap(gaps: readonly number[], random: () => number): readonly [number, number] {
  const draws = Array.from({ length: 1_000 }, () => mean(gaps.map(() => gaps[Math.floor(random() * gaps.length)]!)))
  draws.sort((a, b) => a - b)
  return [draws[25]!, draws[974]!]
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
    const { ranked } = bench
    console.log(`${ranked.stories} stories with a sentence that can stand alone:`)
    for (const way of ['ours', 'oursRepeating', 'lexRank', 'lexRankRepeating'] as const) {
      const { rouge1, rouge2, length } = ranked[way]
      console.log(
        `${way.padEnd(17)} ROUGE-1 ${percent(rouge1)}  ROUGE-2 ${percent(rouge2)}  ${length.toFixed(0)} characters`,
      )
    }
    console.log(`ours − lexRank, ROUGE-1: ${ranked.gainOverLexRank.map(percent).join(' to ')}`)
    console.log(`sentences that can stand alone: ours 100 %, lead ${percent(bench.leadReadable)} %`)
    for (const { reports, medianMs, p95Ms } of bench.times) {
      console.log(`${reports} reports: median ${medianMs.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms`)
    }
    if (process.argv.includes('--print')) for (const summary of bench.summaries) console.log(`\n${summary.join('\n')}`)
  }
}
