import { mapInTurns } from '../../lib/turn.ts'
import { FlatTable } from '../components/flat-table.tsx'
import { HealthMark } from '../components/health.tsx'
import { Moment, TierMark } from '../components/marks.tsx'
import { SourceName } from '../components/source-name.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { SourceLine, SourcesView } from '../view/source.ts'
import { Layout } from './layout.tsx'

/** Every source by tier, with its health. */
export function SourcesPage({ view, c }: { view: SourcesView; c: PageContext }) {
  const { m } = c
  const text = m.sourcesText(m.sourceCount(view.sources.filter(({ source }) => source.isEnabled).length))
  return (
    <Layout c={c} heading={m.sources} section="sources" description={text}>
      <h1>{m.sourcesHead}</h1>
      <p class="prose">{text}</p>
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

async function SourceTable({ lines, c }: { lines: readonly SourceLine[]; c: PageContext }) {
  const { m, f } = c
  const rows = await mapInTurns(lines, ({ source, health, lastReadAt, itemsPerDay }) => [
    <a href={paths.source(source.id)}>
      <SourceName name={source.name} language={source.language} c={c} />
    </a>,
    <HealthMark state={health} c={c} />,
    f.language(source.language),
    lastReadAt === undefined ? m.never : <Moment at={lastReadAt}>{f.ago(lastReadAt, c.now)}</Moment>,
    f.decimal(itemsPerDay, 1),
  ])
  return (
    <FlatTable
      isEven
      isDense
      columns={[
        { head: m.name },
        { head: m.health },
        { head: m.languageWord },
        { head: m.lastRead, isNamedInStack: true },
        { head: m.itemsPerDay, isNumber: true },
      ]}
      rows={rows}
    />
  )
}
