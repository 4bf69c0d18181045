import type { Atlas, Without } from '../atlas-types.ts'
import type { Hub } from '../types.ts'
import type { Cell } from './cells.ts'
import { chanceOf, exclusionsOf, isOpen, limitsOf, uncheckedLimits } from './constraints.ts'
import { prometheeLeader, topsisLeader } from './cross-checks.ts'
import { isEqualScore, isTied } from './equal-scores.ts'
import { flipsOf, type Scored } from './flips.ts'
import { type LookAgain, leftOut, leftOutCriteria, leftOutSources } from './leave-out.ts'
import type { Needs } from './needs.ts'
import { pairsOf } from './pairs.ts'
import { exclusionWords, phrasesIn } from './sentence-words.ts'
import { sentencesOf } from './sentences.ts'
import { type Simulation, simulate } from './simulate.ts'
import type { Contribution, Decision, RankedHub, UnrankedHub, Verdict } from './types.ts'
import { candidatesOf, firstHub, type Weighed, weigh } from './weigh.ts'

export interface DecideOptions {
  /** Language of the sentences and reasons; English if it is not an interface language. */
  readonly language?: string
}

/**
 * Decides which hub best fits the needs, with what probability, and what would change the answer. Pure and deterministic for
 * the same atlas, needs (with their seed) and language; no model is involved. Linear in hubs × criteria × draws.
 */
export function decide(needs: Needs, atlas: Atlas, { language = 'en' }: DecideOptions = {}): Decision {
  const candidates = candidatesOf(needs, atlas)
  const { leastCoverage } = atlas.decision
  const without: Without = { methods: needs.without }
  const ruledOut = candidates.map((hub) => ({ hub, exclusions: exclusionsOf(hub, needs, atlas, 'both', without) }))
  const allowed = ruledOut.filter(({ exclusions }) => exclusions.length === 0).map(({ hub }) => hub)
  const weighed = weigh(allowed, needs, atlas, without)
  const rankable = weighed.filter(({ coverage }) => coverage >= leastCoverage)
  const simulation = simulate(rankable, needs, atlas.decision.concentration[needs.confidence])
  const ranked = rankable.map((each, index) => rankedHub(each, index, simulation, needs, atlas, without))
  // Equal scores occur, as several round trips can be worth 1: then the hub that is first in more draws leads.
  const order = ranked
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [ranked[a]!, ranked[b]!]
      return isEqualScore(one.score, other.score) ? other.p1 - one.p1 : other.score - one.score
    })
  const inOrder = order.map((index) => ranked[index]!)
  const scored = order.map((index) => scoredOf(rankable[index]!))
  const [leader, ...others] = scored
  const lookAgain: LookAgain = (change, left) => firstHub({ ...needs, ...change }, atlas, leader?.hub, left)
  const weights = needs.criteria.map(({ weight }) => weight)
  const decision: Omit<Decision, 'sentences'> = {
    needs,
    verdict: verdictOf(inOrder, weighed.length - rankable.length),
    ranked: inOrder,
    pairs: needs.split && pairsOf(candidates, needs, atlas, without),
    unranked: weighed.filter(({ coverage }) => coverage < leastCoverage).map(unrankedHub),
    excluded: ruledOut
      .filter(({ exclusions }) => exclusions.length > 0)
      .map(({ hub, exclusions }) => ({
        hub: hub.id,
        reason: exclusions
          .map((each) => exclusionWords(each, atlas, language))
          .join(phrasesIn(language).say('semicolon')),
        exclusions,
      })),
    flips: leader ? flipsOf(leader, others, needs.criteria) : [],
    winRates: winRatesOf(order, rankable, simulation),
    withoutCriterion: leftOutCriteria(needs, leader?.hub, lookAgain, without),
    withoutSource: leftOutSources(sourcesOf(inOrder, candidates, needs, atlas), leader?.hub, lookAgain, needs),
    withoutClaims: leftOut('claimed, assumed', leader?.hub, () =>
      lookAgain({}, { methods: [...needs.without, 'claimed', 'assumed'] }),
    ),
    crossChecks: crossChecks(scored, weights),
    methods: countMethods(inOrder),
  }
  return { ...decision, sentences: sentencesOf(decision, atlas, language) }
}

/** Returns the sources behind the answer: of the ranked hubs' values, and of the limits that admit or exclude hubs. Our own are left out. */
function sourcesOf(
  ranked: readonly RankedHub[],
  candidates: readonly Hub[],
  needs: Needs,
  atlas: Atlas,
): readonly string[] {
  const ofValues = ranked.flatMap(({ contributions }) =>
    contributions.flatMap(({ observation }) => observation?.source ?? []),
  )
  const cities = candidates.filter(({ isRegion }) => !isRegion)
  const limits = cities.flatMap((hub) => limitsOf(hub, needs, atlas, 'both', { methods: needs.without }))
  const all = [...ofValues, ...limits.flatMap(({ sources }) => sources)]
  return [...new Set(all)].filter((source) => !atlas.reference(source)?.isOwn).sort()
}

function rankedHub(
  { hub, cells, score }: Weighed,
  index: number,
  simulation: Simulation,
  needs: Needs,
  atlas: Atlas,
  without: Without,
): RankedHub {
  const limits = limitsOf(hub, needs, atlas, 'both', without).filter(isOpen)
  return {
    hub: hub.id,
    score,
    ...simulation.hubs[index]!,
    contributions: cells.map(contributionOf),
    unchecked: uncheckedLimits(hub, needs, atlas, without).map(({ rule, market, limit }) => ({ rule, market, limit })),
    chances: limits.map((each) => {
      const { rule, market, limit } = each
      return { rule, market, limit, probability: chanceOf(each) }
    }),
  }
}

function contributionOf({ criterion, unit, weight, scale, datum }: Cell): Contribution {
  return {
    criterion,
    value: datum?.value,
    lo: datum?.lo,
    hi: datum?.hi,
    unit,
    scale,
    weight,
    contribution: weight * scale,
    method: datum?.observation.method ?? 'missing',
    observation: datum?.observation,
    markets: datum?.markets,
  }
}

function unrankedHub({ hub, cells, coverage, score }: Weighed): UnrankedHub {
  // The difference of two sums of fractions: of a hub without any figure it may come out as −5e-17.
  const known = Math.max(0, score - 0.5 * (1 - coverage))
  const missing = cells.filter(({ datum }) => !datum).map(({ criterion }) => criterion)
  return { hub: hub.id, coverage, range: [known, Math.min(1, known + (1 - coverage))], missing }
}

function scoredOf({ id, cells }: Weighed): Scored {
  return { hub: id, scales: cells.map(({ scale }) => scale) }
}

/** @param unranked number of hubs that lack data, any of which might be better */
function verdictOf(ranked: readonly RankedHub[], unranked: number): Verdict {
  const [leader] = ranked
  if (!leader) return 'none'
  if (isTied(ranked) || (ranked.length === 1 && unranked > 0)) return 'open'
  if (leader.p1 >= 0.9) return 'clear'
  if (leader.p1 >= 0.7) return 'likely'
  return leader.p1 >= 0.5 ? 'leaning' : 'open'
}

function winRatesOf(
  order: readonly number[],
  hubs: readonly Weighed[],
  simulation: Simulation,
): Record<string, number> {
  const [first, ...rest] = order
  if (first === undefined) return {}
  return Object.fromEntries(
    rest.map((other) => [`${hubs[first]!.id} ${hubs[other]!.id}`, simulation.winRate(first, other)]),
  )
}

function crossChecks(scored: readonly Scored[], weights: readonly number[]): Decision['crossChecks'] {
  const [topsis, promethee] = [topsisLeader(scored, weights), prometheeLeader(scored, weights)]
  return { topsis, promethee, agree: topsis === scored[0]?.hub && promethee === scored[0]?.hub }
}

function countMethods(ranked: readonly RankedHub[]): Decision['methods'] {
  const counts: Partial<Record<Contribution['method'], number>> = {}
  for (const { method } of ranked.flatMap(({ contributions }) => contributions))
    counts[method] = (counts[method] ?? 0) + 1
  return counts
}
