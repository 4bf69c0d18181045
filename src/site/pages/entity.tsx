import { HiddenStories, shownStories } from '../components/hidden-stories.tsx'
import { languageMarks } from '../components/language-marks.ts'
import { LeftOut } from '../components/left-out.tsx'
import { firstHeadlines } from '../components/list-headline.tsx'
import { Nav, type NavLink } from '../components/nav.tsx'
import { StoryRow } from '../components/story-row.tsx'
import { frontPath } from '../front-query.ts'
import { writeHiddenWords } from '../hidden/hidden-words.ts'
import { feedPage } from '../language-path.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import type { EntityView } from '../view/entity.ts'
import { otherNames } from '../view/other-names.ts'
import { Layout } from './layout.tsx'

/** Renders the page of an entity and the stories about it. */
export function EntityPage({ view, c }: { view: EntityView; c: PageContext }) {
  const { m } = c
  const { entity, stories, next } = view
  const name = c.names.entity(entity.id)
  const path = paths.entity(entity.id)
  const others = otherNames(entity.names, name)
  const shown = shownStories(stories, c)
  const hide = view.hide && writeHiddenWords(view.hide)
  const pages: NavLink[] = []
  if (view.after) pages.push({ href: withQuery(path, { hide }), text: m.firstPage })
  if (next) pages.push({ href: withQuery(path, { after: next, hide }), text: m.nextPage, rel: 'next' })
  return (
    <Layout c={c} heading={name} description={firstHeadlines(shown, c) || m.noStories} feed={withQuery(path, { hide })}>
      <div class="page">
        <div>
          <p class="meta">
            <span class="kind">{m.entityTypes[entity.type]}</span>
          </p>
          <h1>{name}</h1>
          <LeftOut faults={view.faults} c={c} />
          <h2 class="h">
            {m.storiesWord} <small>{m.stories(view.total)}</small>
          </h2>
          {stories.length === 0 ? <p class="q">{m.noStories}</p> : null}
          <ol class="list">
            {shown.map((story) => (
              <StoryRow story={story} c={c} />
            ))}
          </ol>
          <HiddenStories among={stories} c={c} />
          {pages.length > 0 ? <Nav label={m.pages} links={pages} /> : null}
        </div>
        <aside class="side" aria-label={m.atAGlance}>
          <h2 class="h">{m.atAGlance}</h2>
          <dl class="facts">
            <dt>{m.type}</dt>
            <dd>{m.entityTypes[entity.type]}</dd>
            {others.length > 0 ? (
              <>
                <dt>{m.alsoCalled}</dt>
                <dd>
                  {others.slice(0, 12).map((each, index) => (
                    <>
                      {index > 0 ? ' · ' : ''}
                      <span {...languageMarks(each.language)}>{each.name}</span>
                    </>
                  ))}
                </dd>
              </>
            ) : null}
            {view.belongsTo.length > 0 ? (
              <>
                <dt>{m.belongsTo}</dt>
                <dd>
                  {view.belongsTo.map((id, index) => (
                    <>
                      {index > 0 ? ' → ' : ''}
                      <a href={paths.entity(id)}>{c.names.entity(id)}</a>
                    </>
                  ))}
                </dd>
              </>
            ) : null}
            {entity.hub ? (
              <>
                <dt>{m.hub}</dt>
                <dd>
                  <a href={paths.hubPage(entity.hub)}>{c.names.hub(entity.hub)}</a>
                </dd>
              </>
            ) : null}
            <dt>{m.brief}</dt>
            <dd>
              <a href={frontPath({ entity: entity.id })}>{name}</a>
            </dd>
            <dt>{m.dataWord}</dt>
            <dd>
              <a href={`${path}.json`}>JSON</a> · <a href={paths.atom(feedPage(path, c))}>Atom</a>
            </dd>
          </dl>
        </aside>
      </div>
    </Layout>
  )
}
