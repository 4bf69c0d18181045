import { isoDate } from '../../lib/instant.ts'
import type { Atlas, Reading } from '../atlas-types.ts'
import { usdPerKwh } from '../claims/check-price.ts'
import { isOneDeal } from '../claims/one-deal.ts'
import { foldSentence } from '../evidence/fold-sentence.ts'
import type { ToldEvidence } from '../evidence/same-said.ts'
import { dateStart } from '../freshness.ts'
import type { Indicator, Observation } from '../types.ts'
import { powerLevelNeeded } from './constraints.ts'
import { decide } from './decide.ts'
import type { Needs } from './needs.ts'
import { numbersIn } from './numbers.ts'
import { phrasesIn } from './sentence-words.ts'
import type { Verdict } from './types.ts'
import { firstHub } from './weigh.ts'

/** What a story would make of one value, if what it says holds. */
export interface Supposition {
  readonly hub: string
  readonly criterion: string
  /** The value that the decision has now; undefined where it has none. */
  readonly from?: number
  readonly to: number
  /** `figure`: the story gives one · `level`: it speaks for one level more or less of the rubric. */
  readonly how: 'figure' | 'level'
  readonly evidence: ToldEvidence
}

/** Suppositions, one or the least that do it together, with which another hub is first. */
export interface WhatIf {
  readonly suppositions: readonly Supposition[]
  /** Undefined where nobody could be recommended any more. */
  readonly leader?: string
  readonly verdict: Verdict
  readonly p1: number
}

/** A figure further from the one there is than this is about something else, or is wrong. */
const MOST_FACTOR = 3
/** Half width of a figure that a story gives. */
const FIGURE_SPREAD = 0.1
/** Changes that are worked out in full. */
const MOST_CHANGES = 5

/** Indicators that evidence can bear on: criteria asked for, and those with a hard limit. */
export function supposable(needs: Needs, atlas: Atlas): readonly Indicator[] {
  const asked = new Set(needs.criteria.map(({ id }) => id))
  if (powerLevelNeeded(needs, atlas.decision.power) > 0) asked.add('power')
  if (needs.carbonCapGPerKWh !== undefined) asked.add('carbon')
  if (needs.maxUsdPerKWh !== undefined) asked.add('price')
  return atlas.indicators.filter(({ id, series }) => asked.has(id) && series !== 'round-trips')
}

/**
 * Which evidence would change who is first. Each supposition is tried alone; where none changes the answer alone, the newest of each
 * value are tried together. Of round trips nothing is supposed: what stories say of them are claims.
 *
 * @param lines newest first
 * @returns at most five, the newest first
 */
export function whatIfs(lines: readonly ToldEvidence[], needs: Needs, atlas: Atlas): readonly WhatIf[] {
  const indicators = supposable(needs, atlas)
  const suppositions = distinct(
    lines.flatMap((line) => indicators.flatMap((each) => suppositionOf(line, each, atlas) ?? [])),
  )
  if (suppositions.length === 0) return []
  const now = firstHub(needs, atlas)
  const changes = (tried: readonly Supposition[]) => firstHub(needs, supposing(atlas, tried), now) !== now
  const alone = suppositions.filter((each) => changes([each])).map((each) => [each])
  const newest = [...new Map([...suppositions].reverse().map((each) => [valueKey(each), each])).values()].reverse()
  const together = alone.length === 0 && newest.length > 1 && changes(newest) ? [least(newest, changes)] : []
  return [...alone, ...together].slice(0, MOST_CHANGES).map((tried) => {
    const { ranked, verdict } = decide(needs, supposing(atlas, tried))
    return { suppositions: tried, leader: ranked[0]?.hub, verdict, p1: ranked[0]?.p1 ?? 0 }
  })
}

/** Drops, oldest first, what the change does without. */
function least(
  all: readonly Supposition[],
  changes: (tried: readonly Supposition[]) => boolean,
): readonly Supposition[] {
  let kept = all
  for (const each of [...all].reverse()) {
    const fewer = kept.filter((other) => other !== each)
    if (changes(fewer)) kept = fewer
  }
  return kept
}

/** What one line would make of one indicator's value; undefined where it says nothing of it. */
function suppositionOf(line: ToldEvidence, indicator: Indicator, atlas: Atlas): Supposition | undefined {
  if (line.facet !== indicator.facet || line.stance === 'claim' || line.isOpinion || line.certainty === 'hedged')
    return undefined
  const reading = atlas.reading(line.hub, indicator.id)
  // The value was made with what was known by its day.
  if (reading && line.at < dateStart(reading.observation.date)) return undefined
  const to = indicator.rubric.length > 0 ? levelOf(line, indicator, reading) : figureOf(line, indicator, reading, atlas)
  const from = reading?.observation.value
  if (to === undefined || to === from) return undefined
  const how = indicator.rubric.length > 0 ? 'level' : 'figure'
  return { hub: line.hub, criterion: indicator.id, from, to, how, evidence: line }
}

/** One level more for what is in its favour, one less for what is against it, within the rubric. */
function levelOf({ stance, status }: ToldEvidence, { rubric, countsPlans }: Indicator, reading: Reading | undefined) {
  if (!reading) return undefined
  const isPlanUnderWay = stance === 'plan' && countsPlans && (status === 'approved' || status === 'building')
  const step = stance === 'constraint' ? -1 : stance === 'strength' || isPlanUnderWay ? 1 : 0
  const levels = rubric.map(({ value }) => value)
  return Math.min(Math.max(...levels), Math.max(Math.min(...levels), reading.observation.value + step))
}

/** The figure of a place as it is now, in the indicator's unit; not one deal's or one site's. */
function figureOf(line: ToldEvidence, { unit }: Indicator, reading: Reading | undefined, atlas: Atlas) {
  const { quantity, status, quote } = line
  if (!quantity || (status !== 'none' && status !== 'operating') || isOneDeal(foldSentence(quote))) return undefined
  const value =
    unit === 'USD/kWh'
      ? usdPerKwh(quantity, atlas)?.value
      : unit === 'gCO2/kWh' && quantity.unit === 'g/kWh'
        ? quantity.value
        : undefined
  if (value === undefined || value <= 0) return undefined
  const known = reading?.observation.value
  const isNear = known === undefined || (value <= known * MOST_FACTOR && value >= known / MOST_FACTOR)
  return isNear ? value : undefined
}

/** The hub data as they would be. */
export function supposing(atlas: Atlas, suppositions: readonly Supposition[]): Atlas {
  const byValue = new Map(suppositions.map((each) => [valueKey(each), each]))
  return {
    ...atlas,
    reading(hub, id, without) {
      const supposition = byValue.get(valueKey({ hub, criterion: id }))
      const reading = atlas.reading(hub, id, without)
      return supposition ? supposedReading(supposition, reading, atlas.indicator(id)!) : reading
    },
  }
}

function supposedReading({ hub, criterion, to, how, evidence }: Supposition, now: Reading | undefined, of: Indicator) {
  const [below, above] =
    how === 'level' && now
      ? [now.observation.value - now.lo, now.hi - now.observation.value]
      : [to * FIGURE_SPREAD, to * FIGURE_SPREAD]
  const levels = of.rubric.map(({ value }) => value)
  const lo = how === 'level' ? Math.max(Math.min(...levels), to - below) : to - below
  const hi = how === 'level' ? Math.min(Math.max(...levels), to + above) : to + above
  const observation: Observation = {
    ...(now?.observation ?? { scope: 'city', source: evidence.sourceId }),
    ...{ hub, indicator: criterion, value: to, lo, hi, unit: of.unit },
    ...{ method: how === 'level' ? 'coded' : 'reported', date: isoDate(evidence.at) },
  }
  return { observation, lo, hi, others: [] } satisfies Reading
}

function valueKey({ hub, criterion }: Pick<Supposition, 'hub' | 'criterion'>): string {
  return `${hub} ${criterion}`
}

/** One of each that comes to the same: the newest. */
function distinct(suppositions: readonly Supposition[]): readonly Supposition[] {
  const seen = new Set<string>()
  return suppositions.filter((each) => {
    const key = `${valueKey(each)} ${each.to}`
    return !seen.has(key) && seen.add(key)
  })
}

/** A change in words: what would have to be so, and who would be first then. */
export function whatIfWords(
  { suppositions, leader, p1 }: WhatIf,
  needs: Needs,
  atlas: Atlas,
  language: string,
): string {
  const { say, list, method } = phrasesIn(language)
  const { number, percent } = numbersIn(language)
  const nameOf = (id: string) => atlas.hub(id)!.names[language]?.[0] ?? atlas.hub(id)!.names.en![0]!
  const conditions = suppositions.map(({ hub, criterion: id, from, to }) => {
    const { names, digits, unit } = atlas.indicator(id)!
    const shown = (value: number | undefined) =>
      value === undefined ? method('missing') : `${number(value, digits)}${unit === '0-4' ? '/4' : ` ${unit}`}`
    const criterion = names[language]?.[0] ?? names.en![0]!
    return say('condition', { hub: nameOf(hub), criterion, from: shown(from), to: shown(to) })
  })
  const answer =
    leader === undefined
      ? say('thenNobody')
      : say('thenFirst', { leader: nameOf(leader), percent: percent(p1), draws: number(needs.draws, 0) })
  return say('whatIf', { conditions: list(conditions), answer })
}
