import { DecisionAnswer } from '../components/decide-answer.tsx'
import { NeedsForm } from '../components/needs-form.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import { needsFields } from '../needs-query.ts'
import type { PageContext } from '../page-context.ts'
import type { DecideView } from '../view/decide.ts'
import { Layout } from './layout.tsx'

/** The decision guide: the form, and the answer where needs were given. */
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
          <ul lang="en">
            {problems.map(({ field, problem }) => (
              <li>{`${field || 'needs'}: ${problem}`}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {decision ? (
        <div class="page">
          <div>
            <DecisionAnswer view={view} decision={decision} c={c} />
          </div>
          <aside class="side needs" aria-label={h.needs}>
            <NeedsForm fields={needsFields(decision.needs)} c={c} />
          </aside>
        </div>
      ) : (
        <NeedsForm fields={view.written} c={c} />
      )}
    </Layout>
  )
}
