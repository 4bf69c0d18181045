import { headlineIn } from '../../summary/headline.ts'
import { StageLine } from '../charts/stage-line.tsx'
import { YearLine } from '../charts/year-line.tsx'
import { ClaimVerdict } from '../components/claim-verdict.tsx'
import { FlatTable } from '../components/flat-table.tsx'
import { AlsoSaid, EvidenceLine, NoStory } from '../components/hub-evidence.tsx'
import { intervalText, Provenance, quantityText } from '../components/hub-value.tsx'
import { Moment } from '../components/marks.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { DossierFacet, DossierIndicator, HubView } from '../view/hub.ts'
import { Layout } from './layout.tsx'

/** A hub's dossier: every heading in order, what is known under it, and what is missing. */
export function HubPage({ view, c }: { view: HubView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { atlas, m } = c
  const hub = atlas.hub(view.hub)!
  const name = c.names.hub(hub.id)
  return (
    <Layout c={c} heading={name} section="hubs" feed={paths.atom(paths.hub(hub.id))}>
      <div class="page">
        <div>
          <p class="meta">
            <span class="kind">
              <i aria-hidden="true">◇</i>
              {hub.isRegion ? h.region : h.hub}
            </span>{' '}
            <span>{hub.parents.map((id) => c.placeName(id)).join(' · ')}</span>
          </p>
          <h1>{name}</h1>
          {hub.isRegion ? <p class="prose">{h.regionText}</p> : null}
          {hub.note ? (
            <p class="note" lang="en">
              {hub.note}
            </p>
          ) : null}
          {view.facets.map((facet) => (
            <FacetSection facet={facet} c={c} />
          ))}
          {view.claims.length > 0 ? (
            <section>
              <h2 class="h">{h.claims}</h2>
              {view.claims.map(({ lead, also }) => (
                <>
                  <ClaimVerdict claim={lead} atlas={atlas} c={c} />
                  <p class="meta">
                    <a href={paths.storyById(lead.storyId)}>{h.inStory(String(lead.storyId))}</a>
                  </p>
                  <AlsoSaid also={also} c={c} />
                </>
              ))}
            </section>
          ) : null}
          <section>
            <h2 class="h">{h.missing}</h2>
            <Missing view={view} c={c} />
          </section>
        </div>
        <HubAside view={view} c={c} name={name} />
      </div>
      <p>
        <small>
          {h.dataCredit} <a href={`${paths.methods}#hubs`}>{m.methods}</a>
        </small>
      </p>
    </Layout>
  )
}

function FacetSection({ facet, c }: { facet: DossierFacet; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { names, isGuide } = c.atlas.facet(facet.facet)!
  const { count, evidence, indicators } = facet
  return (
    <section>
      <h2 class="h" id={facet.facet}>
        {c.nameIn(names)}{' '}
        <small>
          {count ? `${h.evidenceLines(count.evidence)}, ${h.newest(c.f.ago(count.newestAt, c.now))}` : null}
        </small>
      </h2>
      {isGuide ? (
        <p class="q">
          {h.byIndicators}: <a href={paths.decide}>{h.decideHead}</a>
        </p>
      ) : null}
      {indicators.length > 0 ? <IndicatorTable indicators={indicators} c={c} /> : null}
      {!isGuide && evidence.length === 0 ? <NoStory c={c} /> : null}
      <Stages evidence={evidence} c={c} />
      {evidence.length > 0 ? (
        <ul class="list">
          {evidence.map((said) => (
            <EvidenceLine said={said} c={c} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** How far undertakings under a heading have come, where two lines of evidence or more tell it. */
function Stages({ evidence, c }: { evidence: DossierFacet['evidence']; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const points = evidence.flatMap(({ lead: { status, at } }) => (status === 'none' ? [] : [{ stage: status, at }]))
  // One stage on one day is what the line of evidence says itself.
  if (new Set(points.map(({ stage, at }) => `${stage} ${c.f.day(at)}`)).size < 2) return null
  const days = [...points].sort((a, b) => a.at - b.at).map(({ at }) => c.f.day(at))
  const told = [...points].sort((a, b) => a.at - b.at).map(({ stage, at }) => `${h.statuses[stage]}, ${c.f.day(at)}`)
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
        const level = reading && indicator.rubric.find(({ value }) => value === Math.round(reading.observation.value))
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
            {level ? ` · ${h.rubricOf(c.nameIn(level.means))}` : null}
            {reading && reading.others.length > 0
              ? ` · ${h.othersSay(reading.others.map((each) => `${quantityText(each.value, indicator, c)} (${c.atlas.reference(each.source)?.publisher ?? each.source}, ${each.date})`).join(', '))}`
              : null}
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

function Missing({ view, c }: { view: HubView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { indicators, facets } = view.missing
  if (indicators.length + facets.length === 0) return <p class="q">{h.nothingMissing}</p>
  return (
    <dl class="facts">
      <dt>{h.withoutValue}</dt>
      <dd>{indicators.map((id) => c.nameIn(c.atlas.indicator(id)!.names)).join(' · ') || '–'}</dd>
      <dt>{h.withoutStory}</dt>
      <dd>{facets.map((id) => c.nameIn(c.atlas.facet(id)!.names)).join(' · ') || '–'}</dd>
    </dl>
  )
}

function HubAside({ view, c, name }: { view: HubView; c: PageContext; name: string }) {
  const h = hubMessagesIn(c.language)
  const hub = c.atlas.hub(view.hub)!
  const others = Object.entries(hub.names).flatMap(([language, names]) =>
    names.filter((each) => each !== name).map((each) => ({ language, each })),
  )
  const rival = hub.id === 'tokyo' ? 'hong-kong' : 'tokyo'
  return (
    <aside class="side" aria-label={c.m.atAGlance}>
      <h2 class="h">{c.m.atAGlance}</h2>
      <dl class="facts">
        <dt>{h.names}</dt>
        <dd>
          {others.slice(0, 10).map(({ language, each }, index) => (
            <>
              {index > 0 ? ' · ' : ''}
              <span lang={language}>{each}</span>
            </>
          ))}
        </dd>
        {hub.jurisdiction ? (
          <>
            <dt>{h.jurisdiction}</dt>
            <dd>{c.placeName(hub.jurisdiction)}</dd>
            <dt>{h.gridZone}</dt>
            <dd>{hub.gridZone ?? '–'}</dd>
          </>
        ) : null}
        {hub.members.length > 0 ? (
          <>
            <dt>{h.members}</dt>
            <dd>
              {hub.members.map((id) => (
                <>
                  <a href={paths.hubPage(id)}>{c.names.hub(id)}</a>{' '}
                </>
              ))}
            </dd>
          </>
        ) : null}
        {Object.keys(hub.clouds).length > 0 ? (
          <>
            <dt>{h.clouds}</dt>
            <dd>
              {Object.entries(hub.clouds)
                .map(([cloud, code]) => `${cloud} ${code}`)
                .join(' · ')}
            </dd>
          </>
        ) : null}
        <dt>{c.m.dataWord}</dt>
        <dd>
          <a href={`${paths.hubPage(hub.id)}.json`}>JSON</a> · <a href={paths.atom(paths.hub(hub.id))}>Atom</a>
        </dd>
      </dl>
      {hub.isRegion ? null : (
        <p class="acts">
          <a href={paths.compare([hub.id, rival])}>
            <u>{h.compareWith(c.names.hub(rival))}</u>
          </a>{' '}
          <a href={paths.decide}>
            <u>{h.decide}</u>
          </a>
        </p>
      )}
      <h2 class="h">{h.newestStories}</h2>
      {view.stories.length === 0 ? <p class="q">{h.noStories}</p> : null}
      <ul class="list">
        {view.stories.map((story) => (
          <li class="row">
            <h3>
              <a href={paths.story(story)} lang={headlineIn(story.headline, c.language).language}>
                {headlineIn(story.headline, c.language).text}
              </a>
            </h3>
            <p class="meta">
              <span class="kind">{c.m.kinds[story.kind]}</span>{' '}
              <Moment at={story.updatedAt}>{c.f.ago(story.updatedAt, c.now)}</Moment>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <small>
          <a href={paths.hub(hub.id)}>{h.allStories}</a>
        </small>
      </p>
    </aside>
  )
}
