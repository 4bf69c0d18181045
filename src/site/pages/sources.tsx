import { HealthMark } from '../components/health.tsx'
import { Moment, TierMark } from '../components/marks.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { SourceLine, SourcesView } from '../view/source.ts'
import { Layout } from './layout.tsx'

/** Every source by tier, with its health. */
export function SourcesPage({ view, c }: { view: SourcesView; c: PageContext }) {
  const { m } = c
  return (
    <Layout c={c} heading={m.sources} section="sources">
      <h1>{m.sourcesHead}</h1>
      <p class="prose">{m.sourcesText(m.sourceCount(view.sources.filter(({ source }) => source.isEnabled).length))}</p>
      {([1, 2, 3, 4] as const).map((tier) => {
        const lines = view.sources.filter(({ source }) => source.tier === tier)
        if (lines.length === 0) return null
        return (
          <section id={`tier-${tier}`}>
            <h2 class="h">
              <TierMark tier={tier} c={c} /> <small>{`${m.sourceCount(lines.length)}: ${m.tierMeans[tier - 1]}`}</small>
            </h2>
            <SourceTable lines={lines} c={c} />
          </section>
        )
      })}
    </Layout>
  )
}

function SourceTable({ lines, c }: { lines: readonly SourceLine[]; c: PageContext }) {
  const { m, f } = c
  const heads = [m.name, m.health, m.languageWord, m.lastRead]
  return (
    <table class="flat" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th role="columnheader" scope="col">
              {head}
            </th>
          ))}
          <th role="columnheader" scope="col" class="n">
            {m.itemsPerDay}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              <a href={paths.source(line.source.id)}>{line.source.name}</a>
            </th>
            <td role="cell">
              <HealthMark state={line.health} c={c} />
            </td>
            <td role="cell">{f.language(line.source.language)}</td>
            <td role="cell" data-h={m.lastRead}>
              {line.lastReadAt === undefined ? (
                m.never
              ) : (
                <Moment at={line.lastReadAt}>{f.ago(line.lastReadAt, c.now)}</Moment>
              )}
            </td>
            <td role="cell" class="n" data-h={m.itemsPerDay}>
              {f.decimal(line.itemsPerDay, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
