import { isTied } from '../../hub/decide/equal-scores.ts'
import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import type { Decision } from '../../hub/decide/types.ts'
import type { LawSources } from '../../hub/types.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { FlatTable } from './flat-table.tsx'
import { SourceTitle } from './hub-value.tsx'
import { LawSourceList } from './law-facts.tsx'

/** The weights at which another hub would be first. */
export function Flips({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  if (decision.ranked.length < 2) return null
  return (
    <section>
      <h2 class="h">{h.flips}</h2>
      {decision.flips.length === 0 ? (
        <p class="q">{phrasesIn(c.language).say(isTied(decision.ranked) ? 'noFlipOfTie' : 'noFlip')}</p>
      ) : (
        <FlatTable
          columns={[
            { head: h.criteria },
            { head: h.weight },
            { head: h.now, isNumber: true },
            { head: h.flipsAt, isNumber: true },
            { head: h.toHub, isNamedInStack: true },
          ]}
          rows={decision.flips.map(({ criterion, weight, flipsAt, isAbove, to }) => [
            c.nameIn(c.atlas.indicator(criterion)!.names),
            <svg class="plot" width="200" height="16" viewBox="0 0 200 16" aria-hidden="true">
              <path class="gr" d="M0 8.5h200" />
              <path class="iv vb" d={`M${(200 * weight).toFixed(1)} 8.5H${(200 * flipsAt).toFixed(1)}`} />
              <circle class="pa" cx={(200 * weight).toFixed(1)} cy="8" r="4.5" />
              <path class="pb" d={`M${(200 * flipsAt - 2).toFixed(1)} 2h4v12h-4z`} />
            </svg>,
            c.f.percent(weight),
            `${isAbove ? '>' : '<'} ${c.f.percent(flipsAt)}`,
            c.names.hub(to),
          ])}
        />
      )}
    </section>
  )
}

/** Pairs of hubs that share the work, best first. */
export function Pairs({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <section>
      <h2 class="h">{h.pairs}</h2>
      <FlatTable
        columns={[
          { head: `${h.train} → ${h.serve}` },
          { head: h.score, isNumber: true },
          { head: h.link, isNumber: true },
          { head: h.method, isNamedInStack: true },
        ]}
        rows={decision
          .pairs!.slice(0, 10)
          .map(({ train, serve, score, linkMs, linkMethod }) => [
            `${c.names.hub(train)} → ${c.names.hub(serve)}`,
            c.f.fixed(score, 3),
            `${c.f.fixed(linkMs, 1)} ms`,
            phrasesIn(c.language).method(linkMethod),
          ])}
      />
    </section>
  )
}

/** Hubs without a rank or excluded, and who is first when a criterion, a source, or claimed and assumed values are left out. */
export function Others({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const phrases = phrasesIn(c.language)
  const criterion = (id: string) => c.nameIn(c.atlas.indicator(id)!.names)
  const left = [
    ...decision.withoutCriterion.map((each) => ({ ...each, what: criterion(each.what) })),
    ...decision.withoutSource.map((each) => ({ ...each, what: <SourceTitle id={each.what} c={c} /> })),
    {
      ...decision.withoutClaims,
      what: phrases.list([phrases.method('claimed'), phrases.method('assumed')]),
    },
  ]
  return (
    <>
      {decision.unranked.length > 0 ? (
        <section>
          <h2 class="h">{h.unranked}</h2>
          <FlatTable
            columns={[
              { head: h.hub },
              { head: h.coverage, isNumber: true },
              { head: h.couldReach, isNumber: true },
              { head: h.lacks, isNamedInStack: true },
            ]}
            rows={decision.unranked.map(({ hub, coverage, range, missing }) => [
              c.names.hub(hub),
              c.f.percent(coverage),
              `${c.f.fixed(range[0], 2)}–${c.f.fixed(range[1], 2)}`,
              missing.map(criterion).join(', '),
            ])}
          />
        </section>
      ) : null}
      {decision.excluded.length > 0 ? (
        <section>
          <h2 class="h">{h.excluded}</h2>
          <FlatTable
            columns={[{ head: h.hub }, { head: h.reason }]}
            rows={reasonsOf(decision.excluded, c).map(({ hubs, reason, sources }) => [
              c.f.list(hubs.map((hub) => c.names.hub(hub))),
              <>
                {reason} {sources.length > 0 ? <LawSourceList sources={sources} c={c} /> : null}
              </>,
            ])}
          />
        </section>
      ) : null}
      {decision.ranked.length > 0 ? (
        <section>
          <h2 class="h">{h.leftOut}</h2>
          <FlatTable
            columns={[{ head: h.without }, { head: h.leaderThen }]}
            rows={left.map(({ what, leader, changes }) => [
              what,
              changes ? <b>{leader ? c.names.hub(leader) : phrases.say('nobody')}</b> : h.unchanged,
            ])}
          />
        </section>
      ) : null}
    </>
  )
}

/** Groups excluded hubs by reason, most hubs first, and gives what the law asks its sources. */
function reasonsOf(excluded: Decision['excluded'], c: PageContext) {
  const groups = new Map<string, { readonly hubs: string[]; readonly reason: string; readonly sources: LawSources }>()
  for (const { hub, reason, exclusions } of excluded) {
    const law = c.atlas.area(c.atlas.hub(hub)!.jurisdiction ?? '')
    const sources = exclusions.flatMap(({ rule }) => {
      if (rule === 'local-entity') return law?.needsLocalEntity ?? []
      return rule === 'chip-licence' ? (law?.needsUsChipLicence ?? []) : []
    })
    const key = `${reason} ${sources.map(({ source }) => source).join(' ')}`
    const group = groups.get(key)
    if (group) group.hubs.push(hub)
    else groups.set(key, { hubs: [hub], reason, sources })
  }
  return [...groups.values()].sort((a, b) => b.hubs.length - a.hubs.length)
}
