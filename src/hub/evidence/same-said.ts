import { DAY_MS } from '../../lib/instant.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import { primaryLanguage } from '../../lib/primary-language.ts'
import type { Claim } from '../claims/types.ts'
import { foldSentence } from './fold-sentence.ts'
import type { Evidence } from './types.ts'

/** Evidence of a published story, with what the story is about: ids of entities. */
export type ToldEvidence = Evidence & { readonly storyId: number; readonly about: readonly string[] }

/** One thing said, by the line shown, and by others that say the same: in another language, story or script. */
export interface SaidTogether<T> {
  readonly lead: T
  /** Newest first; empty for most. */
  readonly also: readonly T[]
}

/** Share of pairs of characters or words that two quotations have in common from which they are one. */
const SAME_WORDS = 0.7
/** The same words again after this long say that something holds anew. */
const SAME_WORDS_MS = 30 * DAY_MS
/** One figure of one facet, within this time, is one piece of news however it is told. */
const SAME_FIGURE_MS = 7 * DAY_MS
/** Two figures that are one, rounded otherwise. */
const SAME_FIGURE = 0.01
/** Two stories in two languages on the same things are on the same event where they are this close in time. */
const SAME_EVENT_MS = 3 * DAY_MS
/** Entities that both stories must be about, and the share of the shorter list. */
const LEAST_SHARED = 2
const SHARED_SHARE = 0.5

/**
 * Gathers lines that say one thing, so that it stands once: the same words, the same figure, or the same event told in two
 * languages. Lines of different hubs or facets are never one, nor is one against a place with one in its favour.
 *
 * @param lines newest first
 * @param language of the reader: the line shown is in it, where one is
 * @returns in the order of their newest lines; quadratic in the lines of one facet, which are few
 */
export function gatherEvidence<T extends ToldEvidence>(lines: readonly T[], language: string): SaidTogether<T>[] {
  return gather(lines, isSameSaid, language)
}

/** Gathers claims of one hub that come to the same: the same figure held against the same, with the same verdict. */
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

/** The same language in another script: a reader of one Chinese reads the other before English. */
function isNear(language: string) {
  const base = primaryLanguage(language)
  return (line: { readonly language: string }) => primaryLanguage(line.language) === base
}

/** @returns whether two lines say one thing, as far as can be told without reading either language */
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
  // How far something has come is said in one language and left out in another.
  const isOneStatus = a.status === b.status || a.status === 'none' || b.status === 'none'
  if (a.stance !== b.stance || !isOneStatus) return false
  if (a.storyId === b.storyId) return true
  const shared = a.about.filter((id) => b.about.includes(id)).length
  const shorter = Math.min(a.about.length, b.about.length)
  return apart <= SAME_EVENT_MS && shared >= LEAST_SHARED && shared >= SHARED_SHARE * shorter
}

/** Share of the pairs of neighbouring characters, folded, that both have: 1 for the same words in two Chinese scripts. */
function wordsInCommon(a: ToldEvidence, b: ToldEvidence): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared++
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** A line is compared with every other of its facet: of 200 lines of a hub most of a page's time went into folding them again. */
const pairsOf = oncePerObject(({ quote }: ToldEvidence): ReadonlySet<string> => {
  const letters = foldSentence(quote).replace(/[^\p{L}\p{N}]+/gu, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)))
})
