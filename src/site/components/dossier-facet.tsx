import { StageLine } from '../charts/stage-line.tsx'
import { YearLine } from '../charts/year-line.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { DossierFacet, DossierIndicator } from '../view/hub.ts'
import type { SourceNames } from '../view/source-names.ts'
import { MarketRoundTrips } from './dossier-round-trips.tsx'
import { FlatTable } from './flat-table.tsx'
import { EvidenceLine, NoStory } from './hub-evidence.tsx'
import { intervalText, levelText, Provenance, Publisher, quantityText } from './hub-value.tsx'

/** One facet of a dossier: its indicators, how far undertakings have come, and what stories say. */
export function FacetSection({ facet, sources, c }: { facet: DossierFacet; sources: SourceNames; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { names } = c.atlas.facet(facet.facet)!
  const { count, evidence, indicators } = facet
  return (
    <section>
      <h2 class="h" id={facet.facet}>
        {c.nameIn(names)}{' '}
        <small>
          {count ? `${h.evidenceLines(count.evidence)}, ${h.newest(c.f.ago(count.newestAt, c.now))}` : null}
        </small>
      </h2>
      {indicators.length > 0 ? <IndicatorTable indicators={indicators} c={c} /> : null}
      {facet.roundTrips.length > 0 ? <MarketRoundTrips trips={facet.roundTrips} c={c} /> : null}
      {evidence.length + facet.hidden === 0 ? <NoStory c={c} /> : null}
      {facet.hidden === 0 ? null : (
        <p class="q">
          <a href="#hidden">{c.m.hiding.hiddenStories(facet.hidden)}</a>
        </p>
      )}
      {facet.inherited.map(({ region, count: { evidence: lines } }) => (
        <p class="q">
          <a href={`${paths.hubPage(region)}#${facet.facet}`}>
            {`${h.inheritedFrom(c.names.hub(region))}: ${h.evidenceLines(lines)}`}
          </a>
        </p>
      ))}
      <Stages evidence={evidence} c={c} />
      {evidence.length > 0 ? (
        <ul class="list">
          {evidence.map((said) => (
            <EvidenceLine said={said} sources={sources} c={c} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** How far undertakings under a facet have come, if the evidence tells of two stages or days at least. */
function Stages({ evidence, c }: { evidence: DossierFacet['evidence']; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const points = evidence.flatMap(({ lead: { status, at } }) => (status === 'none' ? [] : [{ stage: status, at }]))
  // A single stage on a single day is already in the line of evidence.
  if (new Set(points.map(({ stage, at }) => `${stage} ${c.f.day(at, c.now)}`)).size < 2) return null
  const days = [...points].sort((a, b) => a.at - b.at).map(({ at }) => c.f.day(at, c.now))
  const told = [...points]
    .sort((a, b) => a.at - b.at)
    .map(({ stage, at }) => `${h.statuses[stage]}, ${c.f.day(at, c.now)}`)
  return (
    <StageLine
      points={points}
      words={h.statuses}
      label={`${h.planToService}: ${told.join('; ')}`}
      ends={[days[0]!, days.at(-1)!]}
    />
  )
}

function IndicatorTable({ indicators, c }: { indicators: readonly DossierIndicator[]; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <FlatTable
      columns={[
        { head: h.indicator },
        { head: h.value, isNumber: true },
        { head: h.interval, isNumber: true },
        { head: `${h.scope} · ${h.method} · ${h.date} · ${h.source}` },
      ]}
      rows={indicators.map(({ indicator: id, reading, series, forecasts }) => {
        const indicator = c.atlas.indicator(id)!
        const level = reading && levelText(reading.observation.value, indicator, c)
        return [
          <>
            {c.nameIn(indicator.names)}
            {indicator.about ? <small> {c.nameIn(indicator.about)}</small> : null}
          </>,
          reading ? <b>{quantityText(reading.observation.value, indicator, c)}</b> : h.noDatum,
          reading ? (intervalText(reading, indicator.digits, c) ?? '–') : '–',
          <small>
            {reading ? (
              <Provenance observation={reading.observation} indicator={indicator} atlas={c.atlas} c={c} />
            ) : (
              h.noFigure
            )}
            {level ? ` · ${level}` : null}
            {reading && reading.others.length > 0 ? (
              <>
                {` · ${h.othersSay('')}`}
                {reading.others.map(({ value, source, date }, index) => (
                  <>
                    {index > 0 ? ', ' : ''}
                    {quantityText(value, indicator, c)} (<Publisher id={source} c={c} />, {date})
                  </>
                ))}
              </>
            ) : null}
            {forecasts.map((each) => ` · ${h.forecastFor(quantityText(each.value, indicator, c), each.date)}`)}
            {series.length > 1 ? (
              <details>
                <summary>{h.overTime}</summary>
                <YearLine
                  values={series.map(({ value }) => value)}
                  label={h.overTimeAlt(c.nameIn(indicator.names), series[0]!.date, series.at(-1)!.date)}
                />
                {series.map(({ date, value }) => `${date}: ${quantityText(value, indicator, c)}`).join(' · ')}
              </details>
            ) : null}
          </small>,
        ]
      })}
    />
  )
}
