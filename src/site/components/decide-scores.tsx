import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import type { Contribution, Decision } from '../../hub/decide/types.ts'
import { isStale } from '../../hub/freshness.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { FlatTable } from './flat-table.tsx'
import { OutOfDate, quantityText } from './hub-value.tsx'

/** How often each hub comes first, with its score. */
export function Chances({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  if (decision.ranked.length === 0) return null
  return (
    <section>
      <h2 class="h">{h.chances}</h2>
      <p class="q">
        {[h.chancesText(c.f.number(decision.needs.draws)), staleText(decision, c)].filter(Boolean).join(' ')}
      </p>
      <FlatTable
        columns={[
          { head: h.hub },
          { head: h.first },
          { head: h.first, isNumber: true },
          { head: h.firstThree, isNumber: true },
          { head: h.score, isNumber: true },
          { head: h.band, isNumber: true },
        ]}
        rows={decision.ranked.map(({ hub, p1, p3, score, band }) => [
          <a href={paths.hubPage(hub)}>{c.names.hub(hub)}</a>,
          <svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="pb" x="0" y="0" width={(100 * p1).toFixed(1)} height="10" />
            <path class="gr" d="M0 9.5h100" />
          </svg>,
          c.f.percent(p1),
          c.f.percent(p3),
          c.f.fixed(score, 3),
          `${c.f.fixed(band[0], 2)}–${c.f.fixed(band[1], 2)}`,
        ])}
      />
    </section>
  )
}

/** Says how many of the values behind the ranking are out of date; undefined if none is. */
function staleText({ ranked }: Decision, c: PageContext): string | undefined {
  const values = ranked.flatMap(({ contributions }) => contributions.filter(({ observation }) => observation))
  const old = values.filter((each) => isOutOfDate(each, c)).length
  return old === 0 ? undefined : hubMessagesIn(c.language).staleValues(old, values.length)
}

function isOutOfDate({ criterion, observation }: Contribution, c: PageContext): boolean {
  return observation !== undefined && isStale(observation, c.atlas.indicator(criterion)!.staleAfterDays, c.now)
}

/** The contributions that add up to the scores of the first six hubs. */
export function Contributions({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  if (decision.ranked.length === 0) return null
  return (
    <section>
      <h2 class="h">{h.contributions}</h2>
      {decision.ranked.slice(0, 6).map(({ hub, contributions, score }, index) => (
        <details open={index < 2}>
          <summary>{`${c.names.hub(hub)} ${c.f.fixed(score, 3)}`}</summary>
          <FlatTable
            columns={[
              { head: h.criteria },
              { head: h.value, isNumber: true },
              { head: h.worth, isNumber: true },
              { head: h.weight, isNumber: true },
              { head: h.adds, isNumber: true },
              { head: `${h.method} · ${h.source}` },
            ]}
            rows={contributions.map((each) => {
              const indicator = c.atlas.indicator(each.criterion)!
              const { observation } = each
              return [
                c.nameIn(indicator.names),
                each.value === undefined ? h.noDatum : quantityText(each.value, indicator, c),
                c.f.fixed(each.scale, 2),
                c.f.percent(each.weight),
                c.f.fixed(each.contribution, 3),
                <small>
                  {phrasesIn(c.language).method(each.method)}
                  {observation ? (
                    <>
                      {` · ${observation.date} · `}
                      <a href={`${paths.hubPage(hub)}#${indicator.facet}`} lang="en">
                        {c.atlas.reference(observation.source)?.publisher ?? observation.source}
                      </a>
                      <OutOfDate observation={observation} indicator={indicator} c={c} />
                    </>
                  ) : null}
                </small>,
              ]
            })}
          />
        </details>
      ))}
    </section>
  )
}
