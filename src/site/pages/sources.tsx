import { mapInTurns } from '../../lib/turn.ts'
import { SourcesBalance } from '../components/balance.tsx'
import { FlatTable } from '../components/flat-table.tsx'
import { HealthMark } from '../components/health.tsx'
import { Moment, TierMark } from '../components/marks.tsx'
import { Nav } from '../components/nav.tsx'
import { SourceName } from '../components/source-name.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { type SourceLine, type SourcesView, sourcesPath } from '../view/source.ts'
import { Layout } from './layout.tsx'

/** Renders the page that lists sources by tier, with their health. */
export function SourcesPage({ view, c }: { view: SourcesView; c: PageContext }) {
  const { m } = c
  const text = m.sourcesText(m.sourceCount(view.enabled))
  return (
    <Layout c={c} heading={m.sources} section="sources" description={text}>
      <h1>{m.sourcesHead}</h1>
      <p class="prose">{text}</p>
      {view.query.find === undefined && view.query.page === undefined ? (
        <SourcesBalance balance={view.balance} c={c} />
      ) : null}
      {view.isLong ? <FindSource view={view} c={c} /> : null}
      {([1, 2, 3, 4] as const).map((tier) => {
        const lines = view.sources.filter(({ source }) => source.tier === tier)
        if (lines.length === 0) return null
        return (
          <section id={`tier-${tier}`}>
            <h2 class="h">
              <TierMark tier={tier} c={c} />{' '}
              <small>
                {view.isLong ? m.tierMeans[tier - 1] : `${m.sourceCount(lines.length)}: ${m.tierMeans[tier - 1]}`}
              </small>
            </h2>
            <SourceTable lines={lines} c={c} />
          </section>
        )
      })}
      <Pager view={view} c={c} />
    </Layout>
  )
}

/** Renders the search form for a list of several pages; it works without a script. */
function FindSource({ view: { query, total }, c }: { view: SourcesView; c: PageContext }) {
  const { m } = c
  return (
    <form class="form" action={paths.sources} method="get">
      <label>
        {m.findSource}
        <input type="text" name="find" value={query.find} maxlength={200} size={24} />
      </label>
      <p>
        <button type="submit">{m.searchButton}</button>
      </p>
      {query.find ? (
        <p>
          {m.sourceCount(total)}{' '}
          <a href={paths.sources}>
            <u>{m.allSources}</u>
          </a>
        </p>
      ) : null}
    </form>
  )
}

function Pager({ view: { query, hasNext }, c }: { view: SourcesView; c: PageContext }) {
  const page = query.page ?? 1
  if (page === 1 && !hasNext) return null
  const to = (to: number) => sourcesPath({ ...query, page: to > 1 ? to : undefined })
  return (
    <Nav
      label={c.m.pages}
      links={[
        ...(page > 1 ? [{ href: to(page - 1), text: c.m.previousPage, rel: 'prev' } as const] : []),
        { href: to(page), text: c.f.number(page), isCurrent: true },
        ...(hasNext ? [{ href: to(page + 1), text: c.m.nextPage, rel: 'next' } as const] : []),
      ]}
    />
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
