import { ClaimVerdict } from '../components/claim-verdict.tsx'
import { HubAside } from '../components/dossier-aside.tsx'
import { FacetSection } from '../components/dossier-facet.tsx'
import { HiddenStories } from '../components/hidden-stories.tsx'
import { AlsoSaid } from '../components/hub-evidence.tsx'
import { LeftOut } from '../components/left-out.tsx'
import { firstHeadlines } from '../components/list-headline.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { hubPreview } from '../share/previews.ts'
import type { DossierFacet, HubView } from '../view/hub.ts'
import { Layout } from './layout.tsx'

/** Renders the page of a hub's dossier: every facet in order, with what is known and what is missing. */
export function HubPage({ view, c }: { view: HubView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { atlas, m } = c
  const hub = atlas.hub(view.hub)!
  const name = c.names.hub(hub.id)
  return (
    <Layout
      c={c}
      heading={name}
      section="hubs"
      description={firstHeadlines(view.stories, c) || h.hubsHead}
      preview={hubPreview(hub, c)}
      feed={paths.hub(hub.id)}
    >
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
            <p class="note" lang={hub.note[c.language] ? undefined : 'en'}>
              {c.nameIn(hub.note)}
            </p>
          ) : null}
          <LeftOut faults={view.faults} c={c} />
          <Contents view={view} c={c} />
          {view.facets.filter(isTold).map((facet) => (
            <FacetSection facet={facet} sources={view.sources} c={c} />
          ))}
          {view.claims.length > 0 ? (
            <section>
              <h2 class="h" id="claims">
                {h.claims}
              </h2>
              {view.claims.map(({ lead, also }) => (
                <>
                  <ClaimVerdict claim={lead} atlas={atlas} c={c} />
                  <p class="meta">
                    <a href={paths.storyById(lead.storyId)}>{h.inStory(String(lead.storyId))}</a>
                  </p>
                  <AlsoSaid also={also} sources={view.sources} c={c} />
                </>
              ))}
            </section>
          ) : null}
          <section>
            <h2 class="h" id="missing">
              {h.missing}
            </h2>
            {view.missing.indicators.length + view.missing.facets.length === 0 ? (
              <p class="q">{h.nothingMissing}</p>
            ) : null}
            <Missing view={view} c={c} />
          </section>
          <HiddenStories among={view.hiddenStories} c={c} />
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

/** Returns whether a facet has any content. The others are listed as missing at the end; eight empty sections hid the rest. */
function isTold({ evidence, hidden, indicators, inherited, roundTrips }: DossierFacet): boolean {
  return evidence.length + hidden + indicators.length + inherited.length + roundTrips.length > 0
}

/** Renders the table of contents; a dossier is about twelve phone screens long. */
function Contents({ view, c }: { view: HubView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const headings = [
    ...view.facets.filter(isTold).map(({ facet }) => [facet, c.nameIn(c.atlas.facet(facet)!.names)] as const),
    ...(view.claims.length > 0 ? [['claims', h.claims] as const] : []),
    ['missing', h.missing] as const,
  ]
  return (
    <nav class="acts" aria-label={h.onThisPage}>
      {headings.map(([id, text]) => (
        <>
          <a href={`#${id}`}>
            <u>{text}</u>
          </a>{' '}
        </>
      ))}
    </nav>
  )
}

function Missing({ view, c }: { view: HubView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { indicators, facets } = view.missing
  const untold = new Set(view.facets.filter((each) => !isTold(each)).map(({ facet }) => facet))
  const guides = c.atlas.facets.filter(({ isGuide }) => isGuide).map(({ id }) => id)
  const headings = (ids: readonly string[]) =>
    ids.map((id, index) => (
      <>
        {index > 0 ? ' · ' : ''}
        <span id={untold.has(id) ? id : undefined}>{c.nameIn(c.atlas.facet(id)!.names)}</span>
      </>
    ))
  return (
    <dl class="facts">
      {indicators.length + facets.length === 0 ? null : (
        <>
          <dt>{h.withoutValue}</dt>
          <dd>{indicators.map((id) => c.nameIn(c.atlas.indicator(id)!.names)).join(' · ') || '–'}</dd>
          <dt>{h.withoutStory}</dt>
          <dd>
            {facets.length > 0 ? headings(facets) : '–'}{' '}
            <small>{c.lastReadAt === undefined ? null : h.readUntil(c.f.moment(c.lastReadAt, c.now))}</small>
          </dd>
        </>
      )}
      <dt>{h.byIndicators}</dt>
      <dd>
        {headings(guides)}: <a href={paths.decide}>{h.decideHead}</a>
      </dd>
    </dl>
  )
}
