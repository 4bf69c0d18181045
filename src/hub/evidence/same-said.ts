import { DAY_MS } from '../../lib/instant.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import { primaryLanguage } from '../../lib/primary-language.ts'
import type { Claim } from '../claims/types.ts'
import { foldSentence } from './fold-sentence.ts'
import type { Evidence } from './types.ts'

/** Evidence of a published story, with the ids of the entities that the story is about. */
export type ToldEvidence = Evidence & { readonly storyId: number; readonly about: readonly string[] }

/** One statement: the line displayed, and the lines that say the same in another language, story or script. */
export interface SaidTogether<T> {
  readonly lead: T
  /** Newest first; empty for most. */
  readonly also: readonly T[]
}

/** Threshold on the Jaccard similarity of character bigrams from which two quotations say the same. */
const SAME_WORDS = 0.7
/** After this long, the same words are a new statement. */
const SAME_WORDS_MS = 30 * DAY_MS
/** Within this time, the same figure for the same facet is one piece of news. */
const SAME_FIGURE_MS = 7 * DAY_MS
/** Greatest relative difference between figures that differ only by rounding. */
const SAME_FIGURE = 0.01
/** Within this time, stories in two languages about the same entities are about the same event. */
const SAME_EVENT_MS = 3 * DAY_MS
/** Least entities that both stories must share: a number, and a share of the shorter list. */
const LEAST_SHARED = 2
const SHARED_SHARE = 0.5

/**
 * Groups lines that say the same thing, so that it is displayed once: the same words, the same figure, or the same event told
 * in two languages. Lines about different hubs or facets are never grouped. A constraint is grouped with another stance only if
 * the words are the same. Quadratic in the number of lines.
 *
 * @param lines newest first
 * @param language of the reader: the lead is in it if possible, else in the same language in another script, else the newest
 * @returns groups in the order of their newest lines
 */
export function gatherEvidence<T extends ToldEvidence>(lines: readonly T[], language: string): SaidTogether<T>[] {
  return gather(lines, isSameSaid, language)
}

/** Groups claims with the same hub, indicator, value and verdict, for the same reason. */
export function gatherClaims<T extends Claim>(claims: readonly T[], language: string): SaidTogether<T>[] {
  const key = ({ hub, indicator, value, unit, verdict, reason }: T) =>
    [hub, indicator, value ?? '', unit ?? '', verdict, reason.key].join(' ')
  return gather(claims, (a, b) => key(a) === key(b), language)
}

function gather<T extends { readonly language: string }>(
  lines: readonly T[],
  isSame: (a: T, b: T) => boolean,
  language: string,
): SaidTogether<T>[] {
  const groups: T[][] = []
  for (const line of lines) {
    const group = groups.find((each) => each.some((other) => isSame(line, other)))
    if (group) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => {
    const lead = group.find((each) => each.language === language) ?? group.find(isNear(language)) ?? group[0]!
    return { lead, also: group.filter((each) => each !== lead) }
  })
}

/** Tells whether a line is in the reader's language in any script: Chinese readers prefer the other script to English. */
function isNear(language: string) {
  const base = primaryLanguage(language)
  return (line: { readonly language: string }) => primaryLanguage(line.language) === base
}

/** @returns whether two lines say the same thing, as far as can be told without understanding either language */
export function isSameSaid(a: ToldEvidence, b: ToldEvidence): boolean {
  if (a.hub !== b.hub || a.facet !== b.facet) return false
  const apart = Math.abs(a.at - b.at)
  if (apart <= SAME_WORDS_MS && wordsInCommon(a, b) >= SAME_WORDS) return true
  if ((a.stance === 'constraint') !== (b.stance === 'constraint')) return false
  if (a.quantity && b.quantity) return apart <= SAME_FIGURE_MS && isSameFigure(a.quantity, b.quantity)
  return a.language !== b.language && isSameEvent(a, b, apart)
}

function isSameFigure(a: NonNullable<Evidence['quantity']>, b: NonNullable<Evidence['quantity']>): boolean {
  return (
    a.unit === b.unit && Math.abs(a.value - b.value) <= SAME_FIGURE * Math.max(Math.abs(a.value), Math.abs(b.value))
  )
}

function isSameEvent(a: ToldEvidence, b: ToldEvidence, apart: number): boolean {
  // The status may be stated in one language and omitted in the other.
  const isOneStatus = a.status === b.status || a.status === 'none' || b.status === 'none'
  if (a.stance !== b.stance || !isOneStatus) return false
  if (a.storyId === b.storyId) return true
  const shared = a.about.filter((id) => b.about.includes(id)).length
  const shorter = Math.min(a.about.length, b.about.length)
  return apart <= SAME_EVENT_MS && shared >= LEAST_SHARED && shared >= SHARED_SHARE * shorter
}

/** Returns the Jaccard similarity of the folded character bigrams: 1 for the same words in both Chinese scripts. */
function wordsInCommon(a: ToldEvidence, b: ToldEvidence): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared++
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** Returns a quotation's character bigrams, cached: with 200 lines of a hub, refolding took most of a page's time. */
const pairsOf = oncePerObject(({ quote }: ToldEvidence): ReadonlySet<string> => {
  const letters = foldSentence(quote).replace(/[^\p{L}\p{N}]+/gu, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)))
})
