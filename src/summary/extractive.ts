import { oncePerObject } from '../lib/once-per-object.ts'
import type { Member, StoryItem } from '../story/types.ts'
import { type Candidate, candidatesOf, titleCandidate, titleTerms } from './candidate.ts'
import { chooseSentences, repeats, type ScoredSentence } from './choose-sentences.ts'
import { saysImpact } from './impact-cues.ts'
import { isFirstPerson } from './readable-alone.ts'
import { summaryLanguages } from './summary-language.ts'
import { supportingCitations } from './supporting-citations.ts'
import { addsTo, tellsOf } from './tells-of.ts'
import { type TermWeights, termWeights, weightOfTerms } from './term-weights.ts'
import type { Summary, SummarySentence } from './types.ts'

export interface SummaryOptions {
  /** BCP 47; used if a report is in it, else the language of most reports. */
  readonly language?: string
  /** 1 to 4. */
  readonly maxSentences?: number
  /** The item whose title is the story's headline. Its lead is preferred, its title not repeated, and unrelated reports are skipped. */
  readonly headlineItemId?: number
  /** Whether a title declares a retraction. */
  readonly isWithdrawn?: (title: string) => boolean
}

const MAX_SENTENCES = 4
/** Most reports read, best tier and earliest first; more add nothing to four sentences. */
const MAX_REPORTS = 60
/** Most sentences read in all: of 60 reports 4 sentences each, of 24 or fewer 10. */
const MAX_CANDIDATES = 240
const MOST_PER_REPORT = 10
/** Number of a report's first sentences that are its lead, which says what happened. */
const LEAD_SENTENCES = 2
/** Least score of an impact sentence, as a share of the best score. */
const IMPACT_SHARE = 0.2
/** Most impact sentences tried, most central first; one that repeats the summary is skipped. */
const MOST_CONSEQUENCES = 4
/** Factor on the score of a sentence that needs its neighbours to be understood, or guesses what the others may know. */
const WEAK_SHARE = 0.6

/**
 * Summarises a story by one to four sentences of its reports, or none.
 *
 * The sentences are central (made of terms that many independent reports share, with more weight on names and numbers; compared with
 * LexRank in bench/summary/README.md), not redundant, readable alone, and from different owners (up to two from one owner if there are
 * fewer than three). Without any report, one other member is read. Each sentence stands word for word in its first citation.
 * Deterministic; the order of `members` does not matter. Timings are in bench/summary/README.md.
 */
export function summariseStory(members: readonly Member[], options: SummaryOptions = {}): Summary {
  const reports = bestFirst(members.filter((member) => member.role === 'report')).slice(0, MAX_REPORTS)
  if (reports.length < MAX_REPORTS) return summarise(reports, members, options)
  const known = largeSummaries(reports[0]!.item)
  const key = `${options.headlineItemId} ${options.language} ${options.maxSentences}`
  const before = known.get(key)
  if (before?.isWithdrawn === options.isWithdrawn && before && isSameReports(before.reports, reports)) {
    return before.summary
  }
  const summary = summarise(reports, members, options)
  known.set(key, { reports, isWithdrawn: options.isWithdrawn, summary })
  return summary
}

interface LargeSummary {
  readonly reports: readonly Member[]
  readonly isWithdrawn: SummaryOptions['isWithdrawn']
  readonly summary: Summary
}

/** Cache by first report. An item that joins a large story is seldom among the reports read, so the summary stays the same. */
const largeSummaries = oncePerObject((_first: StoryItem) => new Map<string, LargeSummary>())

function isSameReports(a: readonly Member[], b: readonly Member[]): boolean {
  return a.length === b.length && a.every(({ item, tier }, place) => item === b[place]!.item && tier === b[place]!.tier)
}

function summarise(reports: readonly Member[], members: readonly Member[], options: SummaryOptions): Summary {
  const read = reports.length > 0 ? reports : bestFirst(members).slice(0, 1)
  const perReport = Math.min(MOST_PER_REPORT, Math.floor(MAX_CANDIDATES / Math.max(1, read.length)))
  const headline = read.find(({ item }) => item.id === options.headlineItemId)?.item
  const onEvent = headline ? read.filter(({ item }) => tellsOf(headline, item)) : read
  const { isWithdrawn = () => false } = options
  const isTakenBack = headline !== undefined && isWithdrawn(headline.title)
  const told = isTakenBack ? onEvent.filter(({ item }) => isWithdrawn(item.title) || tellsOfRetraction(item)) : onEvent
  const candidates = told.flatMap((member) => candidatesOf(member, perReport))
  const weights = termWeights(
    candidates,
    told.map(({ item }) => titleTerms(item)),
  )
  for (const language of summaryLanguages(onEvent, options.language)) {
    const scored = scoreSentences(candidates, language, weights)
    if (scored.length === 0) continue
    const most = Math.min(options.maxSentences ?? MAX_SENTENCES, MAX_SENTENCES)
    const { chosen, impact } =
      reports.length > 0
        ? chooseWithImpact(scored, most, weights, ledeOf(scored, options))
        : { chosen: chooseSentences(scored, 1, weights) }
    const cite = (candidate: Candidate): SummarySentence => ({
      text: candidate.text,
      language,
      citations: [candidate.citation, ...supportingCitations(candidate, candidates, weights)],
    })
    return {
      method: 'extractive',
      sentences: inReadingOrder(chosen).map(cite),
      ...(impact ? { impact: cite(impact) } : {}),
      droppedCount: 0,
    }
  }
  return { method: 'extractive', sentences: titlesOnly(reports, options), droppedCount: 0 }
}

function bestFirst(members: readonly Member[]): readonly Member[] {
  return [...members].sort(
    (a, b) => a.tier - b.tier || a.item.publishedAt - b.item.publishedAt || a.item.id - b.item.id,
  )
}

/** Whether a text reports a retraction; under a retraction's headline only such reports may be quoted. */
function tellsOfRetraction({ text }: StoryItem): boolean {
  return RETRACTED.test(text.slice(0, RETRACTION_READ))
}

const RETRACTION_READ = 400
const RETRACTED = /\b(?:retract(?:ed|s|ion)|withdr(?:aws|awn|ew|awal))\b|撤稿|撤回|取り下げ|철회/iu

/**
 * Scores the sentences of a language that are readable alone, most central first; ties stay in reading order. If all are from one
 * owner, sentences with `we` count as readable.
 */
export function scoreSentences(
  candidates: readonly Candidate[],
  language: string,
  weights: TermWeights,
): readonly ScoredSentence[] {
  const spoken = candidates.filter(({ member }) => member.item.language === language)
  const isOneVoice = new Set(spoken.map(({ member }) => member.item.publisher.family)).size === 1
  return spoken
    .filter(({ isReadableAlone, isOwnVoice }) => isReadableAlone || (isOneVoice && isOwnVoice))
    .map((candidate) => {
      const weight = weightOfTerms(candidate.terms, weights)
      return { candidate, weight, score: centrality(candidate, weight, isOneVoice) }
    })
    .sort((a, b) => b.score - a.score)
}

/**
 * Computes a sentence's centrality: the mean weight of its terms, damped so that short ones do not win by one good word, plus bonuses for
 * names, position and tier.
 *
 * @param weight sum of its terms' weights
 */
function centrality(candidate: Candidate, weight: number, isOneVoice: boolean): number {
  const { terms, member, index, entityIds, isNameless, isOwnVoice, isConjecture } = candidate
  const mean = weight / (terms.size + 6)
  const names = Math.min(3, entityIds.size) * 0.08
  const lead = 0.4 / (1 + index)
  const standing = (4 - member.tier) * 0.04
  const isWeak = isConjecture || (isOwnVoice ? !isOneVoice : isNameless)
  return (mean + names + lead + standing) * (isWeak ? WEAK_SHARE : 1)
}

/** Chooses the sentences, and an impact sentence that they do not repeat. */
function chooseWithImpact(
  scored: readonly ScoredSentence[],
  most: number,
  weights: TermWeights,
  lede: ScoredSentence | undefined,
): { readonly chosen: readonly Candidate[]; readonly impact?: Candidate } {
  const least = (scored[0]?.score ?? 0) * IMPACT_SHARE
  const consequences = scored.filter(
    ({ candidate, score }, index) =>
      index > 0 &&
      score >= least &&
      candidate !== lede?.candidate &&
      saysImpact(candidate.text) &&
      !isFirstPerson(candidate.text),
  )
  for (const { candidate: impact } of consequences.slice(0, MOST_CONSEQUENCES)) {
    const others = scored.filter(({ candidate }) => candidate !== impact)
    const chosen = chooseSentences(others, most, weights, lede)
    if (!chosen.some((each) => repeats(each, impact, weights))) return { chosen, impact }
  }
  return { chosen: chooseSentences(scored, most, weights, lede) }
}

/** Returns the lead sentence closest to the headline, so that the first sentence does not tell a later turn of the story. */
function ledeOf(scored: readonly ScoredSentence[], { headlineItemId }: SummaryOptions): ScoredSentence | undefined {
  const leads = scored.filter(
    ({ candidate }) => candidate.member.item.id === headlineItemId && candidate.index < LEAD_SENTENCES,
  )
  if (leads.length === 0) return undefined
  const headline = titleTerms(leads[0]!.candidate.member.item)
  const said = ({ candidate: { terms } }: ScoredSentence) => [...headline].filter((term) => terms.has(term)).length
  const [first] = leads.sort((a, b) => said(b) - said(a) || a.candidate.index - b.candidate.index)
  // Where the source says "we", prefer the lead of another owner, who names it.
  const family = leads[0]!.candidate.member.item.publisher.family
  const byAnother = scored.find(
    ({ candidate: { member, index, isOwnVoice } }) =>
      member.item.publisher.family !== family && index < LEAD_SENTENCES && !isOwnVoice,
  )
  if (first?.candidate.isOwnVoice && byAnother) return byAnother
  return first !== undefined && said(first) * 3 >= headline.size ? first : undefined
}

/** Keeps the order chosen, except that sentences of one report are grouped in their original order. */
function inReadingOrder(chosen: readonly Candidate[]): readonly Candidate[] {
  const items = [...new Set(chosen.map(({ member }) => member.item.id))]
  return [...chosen].sort(
    (a, b) => items.indexOf(a.member.item.id) - items.indexOf(b.member.item.id) || a.index - b.index,
  )
}

/** For reports without usable text: returns the title of one, if it adds to the headline. */
function titlesOnly(reports: readonly Member[], options: SummaryOptions): readonly SummarySentence[] {
  const languages = summaryLanguages(reports, options.language)
  const headline = reports.find(({ item }) => item.id === options.headlineItemId)?.item
  const other = reports.find(
    ({ item }) =>
      item.id !== options.headlineItemId &&
      item.language === languages[0] &&
      item.title.length >= 12 &&
      (headline === undefined || addsTo(headline, item)),
  )
  if (!other || (options.headlineItemId === undefined && reports.length < 2)) return []
  const { text, citation } = titleCandidate(other)
  return [{ text, language: other.item.language, citations: [citation] }]
}
