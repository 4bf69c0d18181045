import { QUIET_BELOW } from '../../brief/select.ts'
import { Amended, BriefExtras } from '../components/brief-extras.tsx'
import { HiddenStories, shownStories } from '../components/hidden-stories.tsx'
import { LeftOut } from '../components/left-out.tsx'
import { firstHeadlines } from '../components/list-headline.tsx'
import { Listen } from '../components/listen.tsx'
import { Nav, type NavLink } from '../components/nav.tsx'
import { StateNote } from '../components/state.tsx'
import { StoryList } from '../components/story-list.tsx'
import { StoryRow } from '../components/story-row.tsx'
import { writeHiddenWords } from '../hidden/hidden-words.ts'
import { shownEdition } from '../hidden/shown-edition.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import type { BriefView } from '../view/brief.ts'
import { listedStories } from '../view/listed-stories.ts'
import { Layout } from './layout.tsx'

/** Renders the page of a day's edition. */
export function BriefPage({ view, c }: { view: BriefView; c: PageContext }) {
  const { m, f } = c
  const { brief } = view
  const shown = shownEdition(brief, c.hiding)
  const hide = view.hide && writeHiddenWords(view.hide)
  const at = (path: string) => withQuery(path, { hide })
  const date = f.date(brief.window.from)
  const stories = brief.stories.map(({ story }) => story)
  const headlines = firstHeadlines(shownStories(stories, c), c)
  const links: NavLink[] = [{ href: at(paths.brief(view.dayBefore)), text: m.dayBefore }]
  if (view.dayAfter) links.push({ href: at(paths.brief(view.dayAfter)), text: m.dayAfter })
  links.push(
    { href: paths.front, text: m.brief },
    { href: paths.archive(view.date.slice(0, 7)), text: m.archive },
    { href: at(`${paths.brief(view.date)}.md`), text: m.editing.asMarkdown },
    { href: at(`${paths.brief(view.date)}.txt`), text: m.editing.asText },
  )
  return (
    <Layout c={c} heading={m.briefOf(date)} description={headlines || m.emptyDayText} feed={at('/brief')}>
      <h1>{m.briefOf(date)}</h1>
      <LeftOut faults={view.faults} c={c} />
      {brief.stories.length > 0 && brief.stories.length < QUIET_BELOW ? (
        <p class="note">{m.editing.quietDay(brief.stories.length)}</p>
      ) : null}
      {shown.amendments?.length ? (
        <p class="note">{m.editing.amended(new Set(shown.amendments.map(({ storyId }) => storyId)).size)}</p>
      ) : null}
      <div class="page">
        <div>
          {brief.stories.length > 0 ? (
            <>
              <h2 class="h">
                {m.brief} <small>{m.storiesOver(brief.total)}</small>
              </h2>
              <Listen c={c} />
              <StoryList
                stories={stories}
                hasLead
                noteOf={({ id }) => <Amended view={view} storyId={id} c={c} />}
                c={c}
              />
            </>
          ) : (
            <StateNote label={m.emptyBrief} heading={m.emptyDay}>
              <p>{m.emptyDayText}</p>
            </StateNote>
          )}
          {shown.also.length > 0 ? (
            <>
              <h2 class="h">{m.also}</h2>
              <ol class="list" start={brief.stories.length + 1}>
                {shown.also.map((story) => (
                  <StoryRow story={story} c={c}>
                    <Amended view={view} storyId={story.id} c={c} />
                  </StoryRow>
                ))}
              </ol>
            </>
          ) : null}
          <HiddenStories among={listedStories(view)} c={c} />
        </div>
        <aside aria-label={m.beside}>
          <Nav label={m.pages} links={links} />
          <BriefExtras view={{ ...view, brief: shown }} c={c} />
        </aside>
      </div>
    </Layout>
  )
}
