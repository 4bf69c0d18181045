import { isStale } from '../../hub/freshness.ts'
import type { Method } from '../../hub/types.ts'
import { FlatTable } from '../components/flat-table.tsx'
import { intervalText, quantityText } from '../components/hub-value.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { HubsView } from '../view/hub.ts'
import { CompareForm } from './hub-compare-form.tsx'
import { Layout } from './layout.tsx'

/** Indicators of the overview, one per dimension; the dossiers have all of them. */
const SHOWN = ['carbon', 'price', 'power', 'regulatory-flexibility', 'compute'] as const

/** Methods whose values need no mark: measured or reported by somebody, or coded, as the unit shows. */
const PLAIN: ReadonlySet<Method> = new Set(['measured', 'reported', 'coded'])

/** Renders the page that lists hubs and regions with their main indicators and amount of evidence. */
export function HubsPage({ view, c }: { view: HubsView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { atlas, f } = c
  const text = h.hubsText(f.number(atlas.hubs.length), f.number(atlas.facets.length), f.number(atlas.indicators.length))
  const shown = SHOWN.flatMap((id) => atlas.indicator(id) ?? [])
  return (
    <Layout c={c} heading={h.hubs} section="hubs" description={text}>
      <h1>{h.hubsHead}</h1>
      <p class="prose">{text}</p>
      <p class="acts">
        <a href={paths.decide}>
          <u>{h.decideHead}</u>
        </a>{' '}
        <a href="#compare">
          <u>{h.compare}</u>
        </a>{' '}
        <a href={`${paths.methods}#hubs`}>
          <u>{c.m.methods}</u>
        </a>
      </p>
      <p class="q">{h.notCounted}</p>
      <WideTable label={h.hubs}>
        <FlatTable
          columns={[
            { head: h.place },
            ...shown.map(({ names }) => ({ head: c.nameIn(names), isNumber: true })),
            { head: h.evidenceHead },
          ]}
          rows={view.hubs.map(({ hub, readings, evidence, newestAt }) => [
            <>
              <a href={paths.hubPage(hub)}>{c.names.hub(hub)}</a>{' '}
              {atlas.hub(hub)!.isRegion ? <small>{h.region}</small> : null}
            </>,
            ...shown.map((indicator) => {
              const reading = readings[indicator.id]
              if (!reading) return <small>{h.noDatum}</small>
              return (
                <>
                  {PLAIN.has(reading.observation.method) ? '' : '≈ '}
                  {quantityText(reading.observation.value, indicator, c)}{' '}
                  <small>
                    {[intervalText(reading, indicator.digits, c), reading.observation.date.slice(0, 4)]
                      .filter(Boolean)
                      .join(', ')}
                    {isStale(reading.observation, indicator.staleAfterDays, c.now) ? ' †' : ''}
                  </small>
                </>
              )
            }),
            evidence === 0 ? (
              <small>–</small>
            ) : (
              <small>
                {[h.evidenceLines(evidence), newestAt === undefined ? '' : h.newest(f.ago(newestAt, c.now))]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            ),
          ])}
        />
      </WideTable>
      <section>
        <h2 class="h" id="compare">
          {h.compare}
        </h2>
        <CompareForm c={c} />
      </section>
      <p>
        <small>{h.dataCredit}</small>
      </p>
    </Layout>
  )
}
