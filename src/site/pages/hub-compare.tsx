import { HubMarkIcon } from '../charts/hub-mark.tsx'
import { ComparedMap, ComparedRoundTrips } from '../components/compare-distances.tsx'
import { ComparedEvidence } from '../components/compare-evidence.tsx'
import { ComparedEnergy, ComparedIndicators, SourceDisagreement } from '../components/compare-figures.tsx'
import { HiddenStories } from '../components/hidden-stories.tsx'
import { ComparedLaw } from '../components/law-facts.tsx'
import { LeftOut } from '../components/left-out.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { CompareView } from '../view/hub.ts'
import { CompareForm } from './hub-compare-form.tsx'
import { Layout } from './layout.tsx'

/** Renders the page that compares two to six hubs; every chart has its table beside it. */
export function ComparePage({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const heading = h.compareHead(c.f.list(view.hubs.map((id) => c.names.hub(id))))
  return (
    <Layout c={c} heading={heading} section="hubs" description={h.compareText}>
      <h1>{heading}</h1>
      <LeftOut faults={view.faults} c={c} />
      <p class="prose">{h.compareText}</p>
      <p class="meta">
        {view.hubs.map((id, index) => (
          <>
            <span class={index % 2 === 1 ? 'vb' : undefined}>
              <HubMarkIcon index={index} /> <a href={paths.hubPage(id)}>{c.names.hub(id)}</a>
            </span>{' '}
          </>
        ))}
      </p>
      <ComparedIndicators view={view} c={c} />
      <ComparedLaw view={view} c={c} />
      <ComparedRoundTrips view={view} c={c} />
      <ComparedMap view={view} c={c} />
      <ComparedEnergy view={view} c={c} />
      <ComparedEvidence view={view} c={c} />
      <HiddenStories among={view.hiddenStories} c={c} />
      <SourceDisagreement view={view} c={c} />
      <section>
        <h2 class="h">{h.compare}</h2>
        <CompareForm c={c} chosen={view.hubs} />
      </section>
      <p>
        <small>{h.dataCredit}</small>
      </p>
    </Layout>
  )
}
