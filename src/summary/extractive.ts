import type { Member } from '../story/types.ts'
import { type Candidate, candidatesOf, titleCandidate } from './candidate.ts'
import { checkSummary } from './check.ts'
import { saysImpact } from './impact-cues.ts'
import { isFirstPerson, isNameless } from './readable-alone.ts'
import { summaryLanguages } from './summary-language.ts'
import { supportingCitations } from './supporting-citations.ts'
import { termsOf } from './terms.ts'
import type { Summary, SummarySentence } from './types.ts'

export interface SummaryOptions {
  /** BCP 47; taken where a report is in it, else the language of most reports. */
  readonly language?: string
  /** 1 to 4. */
  readonly maxSentences?: number
  /** The item whose title is the story's headline, so that it is not said twice where there are only titles. */
  readonly headlineItemId?: number
}

const MAX_SENTENCES = 4
/** Sentences read in all; 60 reports are read 4 sentences deep each, 3 reports 12. */
const MAX_CANDIDATES = 240
const MOST_PER_REPORT = 12
const LEAST_PER_REPORT = 4
/** Share of the more weighty terms of the shorter sentence; above it two sentences say the same. */
const REPEATS_ABOVE = 0.5
/** How much repeating a chosen sentence costs against being central (MMR, Carbonell & Goldstein 1998). */
const REDUNDANCY_COST = 0.7
/** What is left of a sentence that needs its neighbours. */
const WEAK_SHARE = 0.6
/** A sentence worth less than this share of the best one adds too little. */
const WORTH_SHARE = 0.35

/**
 * The extractive summary of a story: one to four of its reports' own sentences, or none.
 *
 * Central = made of terms that many independent reports share, entities and numbers weighing more; not repeating; from
 * different owners as far as they go (two from one where there are fewer than three); readable alone. Echoes, copies and
 * mentions are read only where there is no report. Everything has passed `checkSummary`. Deterministic; the order of
 * `members` changes nothing. 60 reports take under 10 ms.
 */
export function summariseStory(members: readonly Member[], options: SummaryOptions = {}): Summary {
  const reports = bestFirst(members.filter((member) => member.role === 'report'))
  const read = reports.length > 0 ? reports : bestFirst(members).slice(0, 1)
  for (const language of summaryLanguages(read, options.language)) {
    const summary = summariseIn(language, read, reports.length > 0, options)
    if (summary.sentences.length > 0)
      return checkSummary(
        summary,
        read.map(({ item }) => item),
      ).summary
  }
  return { method: 'extractive', sentences: titlesOnly(reports, options), droppedCount: 0 }
}

function bestFirst(members: readonly Member[]): readonly Member[] {
  return [...members].sort(
    (a, b) => a.tier - b.tier || a.item.publishedAt - b.item.publishedAt || a.item.id - b.item.id,
  )
}

function summariseIn(language: string, read: readonly Member[], hasReport: boolean, options: SummaryOptions): Summary {
  const perReport = Math.min(MOST_PER_REPORT, Math.max(LEAST_PER_REPORT, Math.floor(MAX_CANDIDATES / read.length)))
  const candidates = read.flatMap((member) => candidatesOf(member, perReport))
  const weightOf = termWeights(candidates, read)
  const inLanguage = candidates.filter(({ member, isReadable }) => isReadable && member.item.language === language)
  const scored = inLanguage
    .map((candidate) => ({ candidate, score: centrality(candidate, weightOf) }))
    .sort((a, b) => b.score - a.score)
  const most = hasReport ? Math.min(options.maxSentences ?? MAX_SENTENCES, MAX_SENTENCES) : 1
  // Kept out of the sentences, so that the line readers look for under "impact" is not spent on them.
  const consequence = hasReport
    ? scored.find(({ candidate }, index) => index > 0 && saysImpact(candidate.text) && !isFirstPerson(candidate.text))
        ?.candidate
    : undefined
  const chosen = choose(
    scored.filter(({ candidate }) => candidate !== consequence),
    most,
    weightOf,
  )
  const isSaid = (candidate: Candidate) => chosen.some((other) => overlap(other, candidate, weightOf) > REPEATS_ABOVE)
  const impact = consequence && !isSaid(consequence) ? consequence : undefined
  const cite = (candidate: Candidate): SummarySentence => ({
    text: candidate.text,
    language,
    citations: [candidate.citation, ...supportingCitations(candidate, candidates, weightOf)],
  })
  return {
    method: 'extractive',
    sentences: inReadingOrder(chosen).map(cite),
    ...(impact ? { impact: cite(impact) } : {}),
    droppedCount: 0,
  }
}

/** What a term tells about the event: how many owners use it, half again for numbers and for words of their titles. */
function termWeights(candidates: readonly Candidate[], read: readonly Member[]): (term: string) => number {
  const inTitles = new Set(read.flatMap(({ item }) => [...termsOf(item.title)]))
  const families = new Map<string, Set<string>>()
  for (const { terms, member } of candidates) {
    for (const term of terms) {
      const known = families.get(term)
      if (known) known.add(member.item.publisher.family)
      else families.set(term, new Set([member.item.publisher.family]))
    }
  }
  const weights = new Map<string, number>()
  for (const [term, { size }] of families) {
    weights.set(term, Math.log1p(size) * (/\d/.test(term) ? 1.5 : 1) * (inTitles.has(term) ? 1.5 : 1))
  }
  return (term) => weights.get(term) ?? 0
}

/** Mean weight of a sentence's terms, damped so that short ones do not win by one good word; names, lead and title add. */
function centrality({ text, terms, member, index, entityIds }: Candidate, weightOf: (term: string) => number): number {
  let sum = 0
  for (const term of terms) sum += weightOf(term)
  const mean = sum / (terms.size + 6)
  const names = Math.min(3, entityIds.size) * 0.08
  const lead = 0.4 / (1 + index)
  const standing = (4 - member.tier) * 0.04
  return (mean + names + lead + standing) * (isFirstPerson(text) || isNameless(text) ? WEAK_SHARE : 1)
}

function choose(
  scored: readonly { readonly candidate: Candidate; readonly score: number }[],
  most: number,
  weightOf: (term: string) => number,
): readonly Candidate[] {
  const families = new Set(scored.map(({ candidate }) => familyOf(candidate)))
  const perFamily = families.size < 3 ? 2 : 1
  const floor = (scored[0]?.score ?? 0) * WORTH_SHARE
  const chosen: Candidate[] = []
  const used = new Map<string, number>()
  while (chosen.length < most) {
    let best: Candidate | undefined
    let bestWorth = floor
    for (const { candidate, score } of scored) {
      if (score <= bestWorth) break
      if ((used.get(familyOf(candidate)) ?? 0) >= perFamily || chosen.includes(candidate)) continue
      const repeated = Math.max(0, ...chosen.map((other) => overlap(other, candidate, weightOf)))
      if (repeated > REPEATS_ABOVE) continue
      const worth = score - REDUNDANCY_COST * repeated
      if (worth > bestWorth) {
        best = candidate
        bestWorth = worth
      }
    }
    if (!best) break
    chosen.push(best)
    used.set(familyOf(best), (used.get(familyOf(best)) ?? 0) + 1)
  }
  return chosen
}

function familyOf(candidate: Candidate): string {
  return candidate.member.item.publisher.family
}

/** @returns weight of shared terms over the weight of the lighter sentence, in [0, 1] */
function overlap(a: Candidate, b: Candidate, weightOf: (term: string) => number): number {
  let shared = 0
  let ofA = 0
  let ofB = 0
  for (const term of a.terms) {
    ofA += weightOf(term)
    if (b.terms.has(term)) shared += weightOf(term)
  }
  for (const term of b.terms) ofB += weightOf(term)
  const lighter = Math.min(ofA, ofB)
  return lighter === 0 ? 0 : shared / lighter
}

/** The most central first, for it says what happened; sentences of one report keep the order they have there. */
function inReadingOrder(chosen: readonly Candidate[]): readonly Candidate[] {
  const items = [...new Set(chosen.map(({ member }) => member.item.id))]
  return [...chosen].sort(
    (a, b) => items.indexOf(a.member.item.id) - items.indexOf(b.member.item.id) || a.index - b.index,
  )
}

/** Reports without usable text: the title of one that is not the headline already. */
function titlesOnly(reports: readonly Member[], options: SummaryOptions): readonly SummarySentence[] {
  const languages = summaryLanguages(reports, options.language)
  const other = reports.find(
    ({ item }) => item.id !== options.headlineItemId && item.language === languages[0] && item.title.length >= 12,
  )
  if (!other || (options.headlineItemId === undefined && reports.length < 2)) return []
  const { text, citation } = titleCandidate(other)
  return [{ text, language: other.item.language, citations: [citation] }]
}
