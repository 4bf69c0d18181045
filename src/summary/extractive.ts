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
  /** BCP 47; taken where a report is in it, else the language of most reports. */
  readonly language?: string
  /** 1 to 4. */
  readonly maxSentences?: number
  /** The item whose title is the story's headline, so that it is not said twice where there are only titles. */
  readonly headlineItemId?: number
  /** Whether a title says that its publisher takes it back. */
  readonly isWithdrawn?: (title: string) => boolean
}

const MAX_SENTENCES = 4
/** Reports read, best tier and earliest first; the sixtieth adds nothing to four sentences. */
const MAX_REPORTS = 60
/** Sentences read in all: 60 reports are read 4 sentences deep each, 3 reports 10. */
const MAX_CANDIDATES = 240
const MOST_PER_REPORT = 10
/** A report's first sentences; the lead says what happened. */
const LEAD_SENTENCES = 2
/** Of the best sentence's: what is hardly about the event is no consequence of it. */
const IMPACT_SHARE = 0.2
/** Consequences that are tried, most central first: what the sentences say already is none. */
const MOST_CONSEQUENCES = 4
/** What is left of a sentence that needs its neighbours. */
const WEAK_SHARE = 0.6

/**
 * The extractive summary of a story: one to four of its reports' own sentences, or none.
 *
 * Central, as measured against LexRank in bench/summary/README.md = made of terms that many independent reports share, names and numbers weighing more; not repeating; from
 * different owners as far as they go (two from one where there are fewer than three); readable alone. Echoes, copies and
 * mentions are read only where there is no report. Each sentence stands word for word in its first citation. Deterministic; the order of
 * `members` changes nothing. Time: bench/summary/README.md.
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

/** By the first report. What joins a large story is seldom among the reports that are read of it, and the summary is as before. */
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

/** Under the headline of a retraction no sentence may stand that the retraction takes back. */
function tellsOfRetraction({ text }: StoryItem): boolean {
  return RETRACTED.test(text.slice(0, RETRACTION_READ))
}

const RETRACTION_READ = 400
const RETRACTED = /\b(?:retract(?:ed|s|ion)|withdr(?:aws|awn|ew|awal))\b|撤稿|撤回|取り下げ|철회/iu

/**
 * The sentences of a language that can stand alone, most central first; ties in the order of reading. Where one owner alone
 * speaks, `we` is that owner.
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
 * Mean weight of a sentence's terms, damped so that short ones do not win by one good word; names, lead and tier add.
 *
 * @param weight of its terms together
 */
function centrality(candidate: Candidate, weight: number, isOneVoice: boolean): number {
  const { terms, member, index, entityIds, isNameless, isOwnVoice } = candidate
  const mean = weight / (terms.size + 6)
  const names = Math.min(3, entityIds.size) * 0.08
  const lead = 0.4 / (1 + index)
  const standing = (4 - member.tier) * 0.04
  const isWeak = isOwnVoice ? !isOneVoice : isNameless
  return (mean + names + lead + standing) * (isWeak ? WEAK_SHARE : 1)
}

/** The impact is kept out of the sentences, so that the line readers look for is not spent on them. */
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

/** The lead that says what the headline says: whoever reads one sentence shall not get a later turn of the story. */
function ledeOf(scored: readonly ScoredSentence[], { headlineItemId }: SummaryOptions): ScoredSentence | undefined {
  const leads = scored.filter(
    ({ candidate }) => candidate.member.item.id === headlineItemId && candidate.index < LEAD_SENTENCES,
  )
  if (leads.length === 0) return undefined
  const headline = titleTerms(leads[0]!.candidate.member.item)
  const said = ({ candidate: { terms } }: ScoredSentence) => [...headline].filter((term) => terms.has(term)).length
  const [first] = leads.sort((a, b) => said(b) - said(a) || a.candidate.index - b.candidate.index)
  // Another who tells it says who did it, where the source says "we".
  const family = leads[0]!.candidate.member.item.publisher.family
  const byAnother = scored.find(
    ({ candidate: { member, index, isOwnVoice } }) =>
      member.item.publisher.family !== family && index < LEAD_SENTENCES && !isOwnVoice,
  )
  if (first?.candidate.isOwnVoice && byAnother) return byAnother
  return first !== undefined && said(first) * 3 >= headline.size ? first : undefined
}

/** In the order chosen, but sentences of one report keep the order they have there. */
function inReadingOrder(chosen: readonly Candidate[]): readonly Candidate[] {
  const items = [...new Set(chosen.map(({ member }) => member.item.id))]
  return [...chosen].sort(
    (a, b) => items.indexOf(a.member.item.id) - items.indexOf(b.member.item.id) || a.index - b.index,
  )
}

/** Reports without usable text: the title of one that is not the headline already, and says more of the same. */
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
