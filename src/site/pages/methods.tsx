import { sayPhrase } from '../../rank/reason-messages.ts'
import { FlatTable } from '../components/flat-table.tsx'
import { HubMethods } from '../components/hub-methods.tsx'
import { TierMark } from '../components/marks.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { MethodsView } from '../view/methods.ts'
import { Layout } from './layout.tsx'

/** How the program works, with the figures that it itself reads. */
export function MethodsPage({ view, c }: { view: MethodsView; c: PageContext }) {
  const { m, f } = c
  const text = m.methodsText(m.sourceCount(view.sources))
  const sections: readonly (readonly [string, string])[] = [
    ['independent', m.whatIndependent],
    ['tiers', m.fourTiers],
    ['rank', m.theRank],
    ['summary', m.theSummary],
    ['hubs', hubMessagesIn(c.language).methodHead],
    ...view.tables.map(({ id, title }) => [id, title] as const),
  ]
  return (
    <Layout c={c} heading={m.methods} section="methods" description={text}>
      <div class="page">
        <div>
          <div class="prose">
            <h1>{m.methodsHead}</h1>
            <p>{text}</p>
            <h2 class="h" id="independent">
              {m.whatIndependent}
            </h2>
            <p>{m.independentText}</p>
            <h2 class="h" id="tiers">
              {m.fourTiers}
            </h2>
            <table>
              <tbody>
                {([1, 2, 3, 4] as const).map((tier) => (
                  <tr>
                    <td>
                      <TierMark tier={tier} c={c} />
                    </td>
                    <td>{m.tierMeans[tier - 1]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{m.tierKindText}</p>
          </div>
          <RankSection view={view} c={c} />
          <div class="prose">
            <h2 class="h" id="summary">
              {m.theSummary}
            </h2>
            <p>{m.summaryText}</p>
          </div>
          <HubMethods c={c} />
          {view.tables.map((table) => (
            <section>
              <h2 class="h" id={table.id}>
                <span lang="en">{table.title}</span> <small>{m.figuresInForce}</small>
              </h2>
              <FigureTable
                c={c}
                rows={table.figures.map((figure) => ({
                  name: figure.name,
                  value: typeof figure.value === 'number' ? f.decimal(figure.value, 3) : figure.value,
                  unit: figure.unit,
                  why: figure.why,
                }))}
              />
            </section>
          ))}
        </div>
        <aside class="side" aria-label={m.onThisPage}>
          <h2 class="h">{m.onThisPage}</h2>
          <ul class="chips">
            {sections.map(([id, title]) => (
              <li>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </Layout>
  )
}

function RankSection({ view, c }: { view: MethodsView; c: PageContext }) {
  const { m, f } = c
  const signals = view.weights.filter(({ unit }) => unit === 'points')
  const constants = view.weights.filter(({ unit }) => unit === 'constant')
  return (
    <section>
      <h2 class="h" id="rank">
        {m.theRank} <small>{m.formula(String(view.formulaVersion))}</small>
      </h2>
      <p class="prose">{m.rankText}</p>
      <p class="prose">{m.changeWeights}</p>
      <form action={paths.weights} method="get">
        <FlatTable
          columns={[{ head: m.part }, { head: m.whyWord }, { head: m.points, isNumber: true }]}
          rows={signals.map((row) => [
            <label for={`w-${row.name}`}>{sayPhrase({ key: `signal-${row.name}`, params: {} }, c.language)}</label>,
            sayPhrase({ key: `means-${row.name}`, params: {} }, c.language),
            <input
              id={`w-${row.name}`}
              type="number"
              name={row.name}
              value={String(row.value)}
              min={String(row.min)}
              max={String(row.max)}
              step="any"
              required
            />,
          ])}
        />
        <p>
          <button type="submit">{m.rankAgain}</button>
        </p>
      </form>
      <details>
        <summary>{m.constants}</summary>
        <FigureTable
          c={c}
          rows={constants.map((row) => ({ name: row.name, value: f.decimal(row.value, 3), why: row.help }))}
        />
      </details>
      <p class="prose">
        {m.capsText(
          f.number(view.caps.within),
          f.number(view.caps.perFamily),
          f.number(view.caps.perEntity),
          f.number(view.caps.perKind),
        )}
      </p>
    </section>
  )
}

interface FigureRow {
  readonly name: string
  readonly value: string
  readonly unit?: string
  readonly why?: string
}

function FigureTable({ rows, c }: { rows: readonly FigureRow[]; c: PageContext }) {
  const { m } = c
  return (
    <FlatTable
      columns={[{ head: m.figure }, { head: m.whyWord }, { head: m.value, isNumber: true }]}
      rows={rows.map(({ name, value, unit, why }) => [
        name,
        why ? <span lang="en">{why}</span> : '',
        unit ? `${value} ${unit}` : value,
      ])}
    />
  )
}
