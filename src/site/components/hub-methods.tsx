import type { SideRule } from '../../hub/types.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { FlatTable } from './flat-table.tsx'
import { quantityText } from './hub-value.tsx'

/** Every anchor, rubric level and weight of the hub pages, from the data that the pages themselves read. */
export function HubMethods({ c }: { c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const criteria = c.atlas.indicators.filter(({ anchors }) => anchors !== undefined)
  const name = (id: string) => {
    const indicator = c.atlas.indicator(id)
    return indicator ? c.nameIn(indicator.names) : id
  }
  const limits = [...new Set(c.atlas.indicators.map(({ staleAfterDays }) => staleAfterDays))].sort((a, b) => a - b)
  const { leastCoverage, concentration, power, split } = c.atlas.decision
  const side = ({ criteria, why }: SideRule) =>
    `${criteria.map(({ id, weight }) => `${name(id)} ${c.f.percent(weight)}`).join(', ')}. ${c.nameIn(why)}`
  return (
    <section>
      <h2 class="h" id="hubs">
        {h.methodHead}
      </h2>
      <p class="prose">{h.methodText(c.f.percent(leastCoverage))}</p>
      <FlatTable
        columns={[
          { head: h.indicator },
          { head: h.anchorBest, isNumber: true },
          { head: h.anchorWorst, isNumber: true },
          { head: h.levels, isNamedInStack: true },
        ]}
        rows={criteria.map((indicator) => [
          c.nameIn(indicator.names),
          quantityText(indicator.anchors!.best, indicator, c),
          `${quantityText(indicator.anchors!.worst, indicator, c)}${indicator.anchors!.scale === 'log' ? ' (log)' : ''}`,
          indicator.rubric.map(({ value, means }) => `${value} ${c.nameIn(means)}`).join(' · ') || '–',
        ])}
      />
      <dl class="facts">
        <dt>{h.splitWeights}</dt>
        <dd>
          {[
            [h.train, split.weights.train] as const,
            [h.serve, split.weights.serve] as const,
            [h.link, split.weights.link] as const,
            [h.dataFlow(c.f.decimal(split.foreignFlow, 2)), split.weights.dataFlow] as const,
          ]
            .map(([word, weight]) => `${word} ${c.f.percent(weight)}`)
            .join(' · ')}
        </dd>
        <dt>{h.train}</dt>
        <dd>{side(split.train)}</dd>
        <dt>{h.serve}</dt>
        <dd>{side(split.serve)}</dd>
        <dt>{h.confidence}</dt>
        <dd>
          {h.concentrations(
            (['low', 'mid', 'high'] as const)
              .map((each) => `${h.confidences[each]} ${c.f.number(concentration[each])}`)
              .join(', '),
          )}
        </dd>
        <dt>{h.powerMW}</dt>
        <dd>
          {h.powerRule(
            c.f.number(power.freeMW),
            String(power.levelAboveFree),
            c.f.number(power.largeMW),
            String(power.levelAboveLarge),
            c.f.percent(power.heavyTraining),
          )}
        </dd>
        <dt id="out-of-date">{h.outOfDateHead}</dt>
        <dd>
          {h.outOfDateRule}{' '}
          {limits
            .map((days) => {
              const indicators = c.atlas.indicators.filter(({ staleAfterDays }) => staleAfterDays === days)
              return `${h.days(days)}: ${c.f.list(indicators.map(({ names }) => c.nameIn(names)))}`
            })
            .join(' · ')}
        </dd>
        <dt>{h.exchangeRates}</dt>
        <dd>
          {c.atlas.currencies
            .map(
              ({ id, usd, lo, hi, date, source }) =>
                `${id} ${usd} USD (${lo}–${hi}, ${date}, ${c.atlas.reference(source)?.publisher ?? source})`,
            )
            .join(' · ')}
        </dd>
      </dl>
      <p>
        <small>{h.dataCredit}</small>
      </p>
    </section>
  )
}
