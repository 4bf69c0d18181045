import { DecisionAnswer } from '../components/decide-answer.tsx'
import { NeedsForm } from '../components/needs-form.tsx'
import { NeedsProblems } from '../components/needs-problems.tsx'
import { type HubMessages, hubMessagesIn } from '../messages/hubs.ts'
import { type NeedsFields, needsFields } from '../needs-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import type { DecideView } from '../view/decide.ts'
import { Layout } from './layout.tsx'

/** Common needs that one click fills in: by reach, by law and by workload. */
const EXAMPLES = {
  china: { 'c.latency': 1, 'c.regulatory-flexibility': 2, 'c.compute': 3, 'm.mainland-china': 1 },
  america: { 'c.latency': 1, 'c.carbon': 2, 'c.power': 3, 'm.north-america-west': 1 },
  ethics: { 'c.ethics-ip': 1, 'c.regulatory-flexibility': 2, 'c.latency': 3, 'm.japan': 1 },
  training: { 'c.compute': 1, 'c.power': 2, 'c.price': 3, training: 1 },
  carbon: { 'c.carbon': 1, 'c.price': 2, 'c.power': 3 },
  apart: { 'c.latency': 1, 'c.power': 2, 'c.carbon': 3, 'm.gba': 1, split: 1, link: 20 },
} satisfies Readonly<Record<keyof HubMessages['needsExamples'], NeedsFields>>

function Examples({ c }: { c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <section>
      <h2 class="h">{h.examplesHead}</h2>
      <ul class="list">
        {(Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]).map((name) => (
          <li>
            <a href={withQuery(paths.decide, EXAMPLES[name])}>
              <u>{h.needsExamples[name]}</u>
            </a>
          </li>
        ))}
      </ul>
      <h2 class="h">{h.needs}</h2>
    </section>
  )
}

/** Renders the page of the decision guide: the form and, if needs were given, the answer. */
export function DecidePage({ view, c }: { view: DecideView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { decision, problems } = view
  return (
    <Layout
      c={c}
      heading={h.decideHead}
      section="decide"
      description={h.decideText}
      isIndexed={!decision && problems.length === 0}
    >
      <h1>{h.decideHead}</h1>
      <p class="prose">{h.decideText}</p>
      {problems.length > 0 ? (
        <section class="state">
          <h2>{h.badNeeds}</h2>
          <NeedsProblems problems={problems} c={c} />
        </section>
      ) : null}
      {decision ? (
        <div class="page">
          <div>
            <DecisionAnswer view={view} decision={decision} c={c} />
          </div>
          <aside class="side needs" id="needs" aria-label={h.needs}>
            <NeedsForm fields={needsFields(decision.needs)} c={c} />
          </aside>
        </div>
      ) : (
        <>
          {problems.length === 0 ? <Examples c={c} /> : null}
          <NeedsForm fields={view.written} isWide c={c} />
        </>
      )}
    </Layout>
  )
}
