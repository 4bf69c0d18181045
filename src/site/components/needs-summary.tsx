import type { Needs } from '../../hub/decide/needs.ts'
import { phrasesIn } from '../../hub/decide/sentence-words.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'

/** What was asked, in words: the form beside it is not printed, and on a phone it stands far below. */
export function NeedsSummary({ needs, c }: { needs: Needs; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { method, list } = phrasesIn(c.language)
  const total = needs.markets.reduce((sum, { weight }) => sum + weight, 0)
  const markets = needs.markets.map(({ market, weight, maxRoundTripMs }) => {
    const share = `${c.nameIn(c.atlas.market(market)!.names)} ${c.f.percent(weight / total)}`
    return maxRoundTripMs === undefined ? share : `${share} (≤ ${c.f.decimal(maxRoundTripMs, 0)} ms)`
  })
  const { operator, split } = needs
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      h.criteria,
      list(needs.criteria.map(({ id, weight }) => `${c.nameIn(c.atlas.indicator(id)!.names)} ${c.f.percent(weight)}`)),
    ],
    [h.markets, list(markets)],
    [h.residency, list(needs.residency.map((id) => c.placeName(id)))],
    [
      h.law,
      list([
        ...(operator.mainlandEntity ? [h.mainlandEntity] : []),
        ...(operator.parentCountry ? [`${h.parentCountry}: ${operator.parentCountry}`] : []),
      ]),
    ],
    [h.accelerators, needs.accelerators === 'any' ? undefined : h.unrestricted],
    [h.trainingShare, needs.trainingShare > 0 ? c.f.decimal(needs.trainingShare, 2) : undefined],
    [h.powerMW, numberText(needs.powerMW, c)],
    [h.carbonCap, numberText(needs.carbonCapGPerKWh, c)],
    [h.priceCap, numberText(needs.maxUsdPerKWh, c)],
    [
      h.splitWord,
      split && `${h.wantSplit}${split.maxLinkMs === undefined ? '' : ` (≤ ${c.f.decimal(split.maxLinkMs, 0)} ms)`}`,
    ],
    [h.leaveOut, list(needs.without.map(method))],
    [h.confidence, needs.confidence === 'mid' ? undefined : h.confidences[needs.confidence]],
  ]
  return (
    <dl class="facts">
      {rows.map(([word, value]) =>
        value ? (
          <>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  )
}

function numberText(value: number | undefined, c: PageContext): string | undefined {
  return value === undefined ? undefined : c.f.decimal(value, 3)
}
