import type { Atlas } from '../atlas-types.ts'
import { nameIn } from '../names.ts'
import { powerLevelNeeded } from './constraints.ts'
import { isEqualScore, isTied } from './equal-scores.ts'
import { type Numbers, numbersIn } from './numbers.ts'
import { type Phrases, phrasesIn } from './sentence-words.ts'
import type { Chance, Contribution, Decision, RankedHub, Sentence } from './types.ts'

/** Most rivals, reasons or exclusions named in one sentence. */
const MOST_NAMED = 4

type Told = Omit<Decision, 'sentences'>

/** The phrases, names and number formats of one language. */
interface Teller extends Phrases, Numbers {
  readonly atlas: Atlas
  readonly language: string
  hub(id: string): string
  criterion(id: string): string
}

/**
 * Returns the explanation in words, built from the decision alone. Each sentence carries the observations behind it; numbers
 * are formatted for the language.
 */
export function sentencesOf(decision: Told, atlas: Atlas, language: string): Sentence[] {
  const t: Teller = {
    ...phrasesIn(language),
    ...numbersIn(language),
    atlas,
    language,
    hub: (id) => nameIn(atlas.hub(id)?.names ?? { en: [id] }, language),
    criterion: (id) => nameIn(atlas.indicator(id)!.names, language),
  }
  const { ranked, needs } = decision
  const [leader, ...others] = ranked
  return [
    ...(leader ? ofLeader(decision, leader, others, t) : [ofNobody(decision, t)]),
    ...ofPairs(decision, t),
    ...ofThoseLeftOut(decision, t),
    ...(leader ? ofRobustness(decision, leader, t) : []),
    ...ofUnknownParent(decision, t),
    ...(needs.powerMW === undefined && powerLevelNeeded(needs, atlas.decision.power) > 0
      ? [plain(t.say('assumedPower', { mw: t.number(atlas.decision.power.freeMW, 1) }))]
      : []),
  ]
}

/** Warns that the chip licence rules of the parent's country are not in our data, which does not mean there are none. */
function ofUnknownParent({ needs: { accelerators, operator } }: Told, t: Teller): Sentence[] {
  const country = operator.parentCountry
  if (accelerators !== 'unrestricted-us' || country === undefined || t.atlas.area(country)) return []
  return [plain(t.say('unknownParent', { country }))]
}

function plain(text: string): Sentence {
  return { text, facets: [], observations: [] }
}

function ofNobody({ excluded, unranked }: Told, t: Teller): Sentence {
  return plain(t.say('none', { count: t.number(excluded.length + unranked.length, 0) }))
}

function ofLeader(decision: Told, leader: RankedHub, others: readonly RankedHub[], t: Teller): Sentence[] {
  const { verdict, needs } = decision
  const hub = t.hub(leader.hub)
  const rivals = others.slice(0, MOST_NAMED).map((each) => `${t.hub(each.hub)} ${t.percent(each.p1)}`)
  const { good, bad } = reasonsOf(leader)
  const share = { hub, percent: t.percent(leader.p1), draws: t.number(needs.draws, 0) }
  const equals = decision.ranked.filter(({ score }) => isEqualScore(score, leader.score))
  // With one hub alone, to be first in all runs says nothing.
  const first =
    others.length === 0
      ? t.say('oneOnly', { hub })
      : equals.length > 1
        ? t.say('tied', { list: t.list(equals.map((each) => t.hub(each.hub))) })
        : t.say(verdict as 'clear', share)
  return [
    { ...plain(first), hub: leader.hub },
    ...(rivals.length > 0 && equals.length === 1 ? [plain(t.say('rivals', { list: t.list(rivals) }))] : []),
    ...ofReasons(leader.hub, 'why', good, t),
    ...ofReasons(leader.hub, 'against', bad, t),
    ...(others.length > 0 ? [ofFlip(decision, leader, t)] : []),
    ...leader.chances.map((chance) =>
      plain(t.say('chance', { hub, limit: limitWords(chance, t), percent: t.percent(chance.probability) })),
    ),
    ...leader.unchecked.map((limit) => plain(t.say('unchecked', { hub, limit: limitWords(limit, t) }))),
  ]
}

const LIMITED = {
  'round-trip': ['latency', '≤', ' ms'],
  power: ['power', '≥', '/4'],
  carbon: ['carbon', '≤', ' g/kWh'],
  price: ['price', '≤', ' USD/kWh'],
} as const

/** Returns a limit in words: `Round trip to a market, Japan ≤ 40 ms`. */
function limitWords({ rule, market, limit }: Omit<Chance, 'probability'>, t: Teller): string {
  const [criterion, sign, unit] = LIMITED[rule]
  const what = [t.criterion(criterion), ...(market ? [nameIn(t.atlas.market(market)!.names, t.language)] : [])]
  return `${t.list(what)} ${sign} ${t.number(limit, 3)}${unit}`
}

function ofReasons(hub: string, key: 'why' | 'against', reasons: readonly Contribution[], t: Teller): Sentence[] {
  const [first] = reasons
  if (!first) return []
  return [
    {
      text: t.say(key, { list: t.list(reasons.map((each) => datumWords(each, t))) }),
      hub,
      criterion: first.criterion,
      facets: facetsOf(reasons, t),
      observations: reasons.flatMap(({ observation }) => observation ?? []),
    },
  ]
}

function facetsOf(contributions: readonly { readonly criterion: string }[], { atlas }: Teller): string[] {
  return [...new Set(contributions.map(({ criterion }) => atlas.indicator(criterion)!.facet))]
}

function datumWords({ criterion: id, value, lo, hi, unit, method }: Contribution, t: Teller): string {
  if (value === undefined) return t.say('aside', { what: t.criterion(id), more: t.method('missing') })
  const { digits } = t.atlas.indicator(id)!
  const shown = (each: number) => t.number(each, digits)
  const isSure = lo === undefined || hi === undefined || shown(lo) === shown(hi)
  const interval = isSure ? [] : [t.say('interval', { lo: shown(lo), hi: shown(hi) })]
  return t.say('datum', {
    criterion: t.criterion(id),
    value: unit === '0-4' ? `${shown(value)}/4` : `${shown(value)} ${unit}`,
    method: [t.method(method), ...interval].join(t.say('comma')),
  })
}

function ofFlip({ flips, ranked }: Told, leader: RankedHub, t: Teller): Sentence {
  const [flip] = flips
  if (!flip) return plain(t.say(isTied(ranked) ? 'noFlipOfTie' : 'noFlip'))
  const { criterion, weight, flipsAt, isAbove, to } = flip
  return {
    text: t.say(isAbove ? 'flipMore' : 'flipLess', {
      other: t.hub(to),
      leader: t.hub(leader.hub),
      criterion: t.criterion(criterion),
      at: t.percent(flipsAt),
      now: t.percent(weight),
    }),
    hub: to,
    criterion,
    facets: facetsOf([flip], t),
    observations: [],
  }
}

function ofPairs({ pairs }: Told, t: Teller): Sentence[] {
  if (!pairs) return []
  const [pair] = pairs
  if (!pair) return [plain(t.say('noPair'))]
  return [
    plain(
      t.say('pair', {
        train: t.hub(pair.train),
        serve: t.hub(pair.serve),
        score: t.number(pair.score, 3),
        ms: t.number(pair.linkMs, 1),
        method: t.method(pair.linkMethod),
      }),
    ),
  ]
}

function ofThoseLeftOut({ excluded, unranked }: Told, t: Teller): Sentence[] {
  const sentences: Sentence[] = []
  if (excluded.length > 0) {
    const reasons = groupByReason(excluded).slice(0, MOST_NAMED)
    const named = reasons.map(([reason, hubs]) => t.say('aside', { what: t.list(hubs.map(t.hub)), more: reason }))
    const list = named.join(t.say('semicolon'))
    sentences.push(plain(t.say('excluded', { count: t.number(excluded.length, 0), list })))
  }
  if (unranked.length > 0) {
    const named = unranked.map(({ hub, range: [lo, hi], missing }) => {
      const range = t.say('interval', { lo: t.number(lo, 2), hi: t.number(hi, 2) })
      return t.say('lacking', { hub: t.hub(hub), missing: t.list(missing.map(t.criterion)), range })
    })
    sentences.push(plain(t.say('unranked', { list: t.list(named) })))
  }
  return sentences
}

function ofRobustness({ withoutSource, withoutClaims, crossChecks, methods }: Told, leader: RankedHub, t: Teller) {
  const nameOf = (hub: string | undefined) => (hub === undefined ? t.say('nobody') : t.hub(hub))
  const turning = withoutSource.filter(({ changes }) => changes)
  const { topsis = leader.hub, promethee = leader.hub } = crossChecks
  const made = Object.entries(methods).map(([method, count]) => `${t.method(method as 'coded')} ${count}`)
  const texts = [
    ...(turning.length === 0 && withoutSource.length > 0
      ? [
          withoutSource.length === 1
            ? t.say('sourceHolds')
            : t.say('sourcesHold', { count: t.number(withoutSource.length, 0) }),
        ]
      : []),
    withoutClaims.changes ? t.say('claimsChange', { leader: nameOf(withoutClaims.leader) }) : t.say('claimsHold'),
    crossChecks.agree
      ? t.say('crossAgree')
      : t.say('crossDiffer', { topsis: t.hub(topsis), promethee: t.hub(promethee) }),
    t.say('made', { list: t.list(made) }),
  ]
  return [
    ...turning.map(({ what, leader: other }) => {
      const title = nameIn(t.atlas.reference(what)?.title ?? { en: [what] }, 'en')
      return { ...plain(t.say('sourceChanges', { source: title, leader: nameOf(other) })), title }
    }),
    ...texts.map(plain),
  ]
}

/** Returns the contributions for a hub (worth at least 0.6) and against it (worth less than 0.4, or missing), most important first. */
function reasonsOf({ contributions }: RankedHub) {
  const byWeight = [...contributions].sort((a, b) => b.contribution - a.contribution)
  const good = byWeight.filter(({ scale, method }) => scale >= 0.6 && method !== 'missing').slice(0, MOST_NAMED)
  const bad = [...contributions]
    .filter(({ scale, method }) => scale < 0.4 || method === 'missing')
    .sort((a, b) => b.weight * (1 - b.scale) - a.weight * (1 - a.scale))
    .slice(0, MOST_NAMED)
  return { good, bad }
}

function groupByReason(excluded: Decision['excluded']): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const { hub, reason } of excluded) groups.set(reason, [...(groups.get(reason) ?? []), hub])
  return [...groups].sort((a, b) => b[1].length - a[1].length)
}
