import { foreign } from '../components/entry.tsx'
import { languageMarks } from '../components/language-marks.ts'
import { Nav, type NavLink } from '../components/nav.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { ArchiveView } from '../view/archive.ts'
import { Layout } from './layout.tsx'

/** Renders the page of a month's stored editions, each with its first headline. */
export function ArchivePage({ view, c }: { view: ArchiveView; c: PageContext }) {
  const { m, f } = c
  const heading = m.archiveOf(view.month)
  const links: NavLink[] = [{ href: paths.front, text: m.brief }]
  if (view.before) links.push({ href: paths.archive(view.before), text: m.archiveOf(view.before) })
  if (view.after) links.push({ href: paths.archive(view.after), text: m.archiveOf(view.after) })
  const leads = view.days.flatMap(({ lead }) => lead?.text ?? []).slice(0, 3)
  return (
    <Layout c={c} heading={heading} section="brief" description={leads.join(' · ') || m.archiveEmpty} feed="/brief">
      <h1>{heading}</h1>
      {view.days.length === 0 ? <p class="q">{m.archiveEmpty}</p> : null}
      <ol class="list">
        {view.days.map(({ date, from, total, lead }) => (
          <li class="row">
            <h2 class="h">
              <a href={paths.brief(date)}>{f.date(from)}</a> <small>{m.storiesOver(total)}</small>
            </h2>
            {lead ? <p {...languageMarks(foreign(lead.language, c))}>{lead.text}</p> : null}
          </li>
        ))}
      </ol>
      <Nav label={m.pages} links={links} />
    </Layout>
  )
}
