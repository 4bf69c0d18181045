import { nameIn } from '../names.ts'
import type { Atlas } from '../types.ts'
import { FREE_POWER_MW, powerLevelNeeded } from './constraints.ts'
import { numbersIn } from './numbers.ts'
import { wordsIn } from './sentence-words.ts'
import type { Contribution, Decision, RankedHub, Sentence } from './types.ts'

/** Most rivals, reasons or exclusions named in one sentence. */
const MOST_NAMED = 4

/**
 * The explanation in words: built from the contributions and nothing else, each clause with the observations it rests on.
 * Numbers are written as the language does.
 */
export function sentencesOf(decision: Omit<Decision, 'sentences'>, atlas: Atlas, language: string): Sentence[] {
  const w = wordsIn(language)
  const name = (id: string) => nameIn(atlas.hub(id)?.names ?? { en: [id] }, language)
  const criterion = (id: string) => nameIn(atlas.indicator(id)!.names, language)
  const { number, percent } = numbersIn(language)
  const sentences: Sentence[] = []
  const say = (text: string, more: Partial<Sentence> = {}) => sentences.push({ text, observations: [], ...more })

  const datum = ({ criterion: id, value, lo, hi, unit, method }: Contribution) => {
    const indicator = atlas.indicator(id)!
    if (value === undefined) return `${criterion(id)} (${w.methods.missing})`
    const shown = (each: number) => number(each, indicator.digits)
    const of = unit === '0-4' ? `${shown(value)}/4` : `${shown(value)} ${unit}`
    const isSure = lo === undefined || hi === undefined || shown(lo) === shown(hi)
    return w.datum(
      criterion(id),
      of,
      isSure ? w.methods[method] : `${w.methods[method]}, ${w.interval(shown(lo), shown(hi))}`,
    )
  }
  const observationsOf = (list: readonly Contribution[]) => list.flatMap(({ observation }) => observation ?? [])

  const { ranked, excluded, unranked, needs, flips } = decision
  const [leader, ...others] = ranked
  if (!leader) {
    say(w.none(number(excluded.length + unranked.length, 0)))
  } else {
    say(w.verdicts[decision.verdict as 'clear'](name(leader.hub), percent(leader.p1), number(needs.draws, 0)), {
      hub: leader.hub,
    })
    const rivals = others.slice(0, MOST_NAMED).map(({ hub, p1 }) => `${name(hub)} ${percent(p1)}`)
    say(rivals.length > 0 ? w.rivals(rivals.join(w.join)) : w.oneOnly(name(leader.hub)))
    const { good, bad } = reasonsOf(leader)
    for (const [list, words] of [
      [good, w.why],
      [bad, w.against],
    ] as const) {
      if (list.length === 0) continue
      say(words(list.map(datum).join(w.join)), {
        hub: leader.hub,
        criterion: list[0]!.criterion,
        facet: atlas.indicator(list[0]!.criterion)!.facet,
        observations: observationsOf(list),
      })
    }
    const [flip] = flips
    if (others.length > 0) {
      say(
        flip
          ? w.flip(
              name(flip.to),
              name(leader.hub),
              criterion(flip.criterion),
              percent(flip.flipsAt),
              percent(flip.weight),
              flip.flipsAt > flip.weight,
            )
          : w.noFlip,
        flip && { criterion: flip.criterion, facet: atlas.indicator(flip.criterion)!.facet, hub: flip.to },
      )
    }
    for (const { rule, limit, probability } of leader.chances)
      say(w.chance(name(leader.hub), `${number(limit, 3)} ${UNITS[rule]}`, percent(probability)))
  }
  if (decision.pairs) {
    const [pair] = decision.pairs
    say(
      pair
        ? w.pair(
            name(pair.train),
            name(pair.serve),
            number(pair.score, 3),
            number(pair.linkMs, 1),
            w.methods[pair.linkMethod],
          )
        : w.noPair,
    )
  }
  if (excluded.length > 0) {
    const named = groupByReason(excluded).slice(0, MOST_NAMED)
    say(
      w.excluded(
        number(excluded.length, 0),
        named.map(([reason, hubs]) => `${hubs.map(name).join(w.join)} (${reason})`).join('; '),
      ),
    )
  }
  if (unranked.length > 0) {
    const named = unranked.map(
      ({ hub, range, missing }) =>
        `${name(hub)} (${missing.map(criterion).join(w.join)}: ${w.interval(number(range[0], 2), number(range[1], 2))})`,
    )
    say(w.unranked(named.join(w.join)))
  }
  if (leader) {
    const turning = decision.withoutSource.filter(({ changes }) => changes)
    for (const { what, leader: other } of turning)
      say(w.sourceChanges(atlas.reference(what)?.title ?? what, other ? name(other) : w.nobody))
    if (turning.length === 0 && decision.withoutSource.length > 0)
      say(w.sourcesHold(number(decision.withoutSource.length, 0)))
    const { withoutClaims, crossChecks } = decision
    say(w.claims(withoutClaims.leader && name(withoutClaims.leader), withoutClaims.changes))
    const { topsis = leader.hub, promethee = leader.hub } = crossChecks
    say(crossChecks.agree ? w.crossAgree : w.crossDiffer(name(topsis), name(promethee)))
    const made = Object.entries(decision.methods).map(([method, count]) => `${w.methods[method as 'coded']} ${count}`)
    say(w.made(made.join(w.join)))
  }
  if (needs.powerMW === undefined && powerLevelNeeded(needs) > 0)
    say(w.assumedPower.replace('5', String(FREE_POWER_MW)))
  return sentences
}

const UNITS = { 'round-trip': 'ms', power: '/4', carbon: 'g/kWh', price: 'USD/kWh' } as const

/** What speaks for a hub, weightiest first, and what against it: worth at least 0.6, or less than 0.4. */
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
