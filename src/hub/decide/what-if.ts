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

/** The value that one datum would have if what a story says is true. */
export interface Supposition {
  readonly hub: string
  readonly criterion: string
  /** The current value; undefined if there is none. */
  readonly from?: number
  readonly to: number
  /** `figure`: the story states the value · `level`: it suggests one level more or less on the rubric. */
  readonly how: 'figure' | 'level'
  readonly evidence: ToldEvidence
}

/** Suppositions that make another hub first: a single one, or a minimal set that does so together. */
export interface WhatIf {
  readonly suppositions: readonly Supposition[]
  /** Undefined if no hub could then be recommended. */
  readonly leader?: string
  readonly verdict: Verdict
  readonly p1: number
}

/** A figure that differs from the current value by more than this factor is wrong or about something else. */
const MOST_FACTOR = 3
/** Half width of a story's figure, as a share of it. */
const FIGURE_SPREAD = 0.1
/** Most changes for which a full decision is computed. */
const MOST_CHANGES = 5

/** Returns the indicators that evidence can change: the needs' criteria and hard limits, except round trips. */
export function supposable(needs: Needs, atlas: Atlas): readonly Indicator[] {
  const asked = new Set(needs.criteria.map(({ id }) => id))
  if (powerLevelNeeded(needs, atlas.decision.power) > 0) asked.add('power')
  if (needs.carbonCapGPerKWh !== undefined) asked.add('carbon')
  if (needs.maxUsdPerKWh !== undefined) asked.add('price')
  return atlas.indicators.filter(({ id, series }) => asked.has(id) && series !== 'round-trips')
}

/**
 * Finds the evidence that would change who is first. Each supposition is tried alone. If none changes the answer alone, the
 * newest for each value are tried together. Round trips are excluded: what stories say about them is handled as claims.
 *
 * @param lines newest first
 * @returns at most five, newest first
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

/** Drops, oldest first, every supposition that the change does not need. */
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

/** Returns the value that one line suggests for an indicator; undefined if it suggests no change. */
function suppositionOf(line: ToldEvidence, indicator: Indicator, atlas: Atlas): Supposition | undefined {
  if (line.facet !== indicator.facet || line.stance === 'claim' || line.isOpinion || line.certainty === 'hedged')
    return undefined
  const reading = atlas.reading(line.hub, indicator.id)
  // The current value already reflects what was known by its date.
  if (reading && line.at < dateStart(reading.observation.date)) return undefined
  const to = indicator.rubric.length > 0 ? levelOf(line, indicator, reading) : figureOf(line, indicator, reading, atlas)
  const from = reading?.observation.value
  if (to === undefined || to === from) return undefined
  const how = indicator.rubric.length > 0 ? 'level' : 'figure'
  return { hub: line.hub, criterion: indicator.id, from, to, how, evidence: line }
}

/** Returns one level more for a strength or counted plan, one less for a constraint, within the rubric. */
function levelOf({ stance, status }: ToldEvidence, { rubric, countsPlans }: Indicator, reading: Reading | undefined) {
  if (!reading) return undefined
  const isPlanUnderWay = stance === 'plan' && countsPlans && (status === 'approved' || status === 'building')
  const step = stance === 'constraint' ? -1 : stance === 'strength' || isPlanUnderWay ? 1 : 0
  const levels = rubric.map(({ value }) => value)
  return Math.min(Math.max(...levels), Math.max(Math.min(...levels), reading.observation.value + step))
}

/** Returns a line's figure in the indicator's unit, if it is current and of the whole place rather than one deal. */
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

/** Returns the hub data with the suppositions applied. */
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

/** Keeps the newest of the suppositions with the same hub, criterion and value. */
function distinct(suppositions: readonly Supposition[]): readonly Supposition[] {
  const seen = new Set<string>()
  return suppositions.filter((each) => {
    const key = `${valueKey(each)} ${each.to}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Returns a change in words: the conditions, and who would then be first. */
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
