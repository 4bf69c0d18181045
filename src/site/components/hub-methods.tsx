import { LEAST_COVERAGE } from '../../hub/decide/coverage.ts'
import { SERVE_CRITERIA, SPLIT_WEIGHTS, TRAIN_CRITERIA } from '../../hub/decide/pairs.ts'
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
  const sideWeights = (weights: Readonly<Record<string, number>>) =>
    Object.entries(weights)
      .filter(([, weight]) => weight > 0)
      .map(([id, weight]) => `${name(id)} ${c.f.percent(weight)}`)
      .join(', ')
  return (
    <section>
      <h2 class="h" id="hubs">
        {h.methodHead}
      </h2>
      <p class="prose">{h.methodText(c.f.percent(LEAST_COVERAGE))}</p>
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
          {`${h.train} ${c.f.percent(SPLIT_WEIGHTS.train)} (${sideWeights(TRAIN_CRITERIA)}) · ${h.serve} ${c.f.percent(SPLIT_WEIGHTS.serve)} (${sideWeights(SERVE_CRITERIA)}) · ${h.link} ${c.f.percent(SPLIT_WEIGHTS.link)} · ${h.law} ${c.f.percent(SPLIT_WEIGHTS.dataFlow)}`}
        </dd>
      </dl>
      <p>
        <small>{h.dataCredit}</small>
      </p>
    </section>
  )
}
