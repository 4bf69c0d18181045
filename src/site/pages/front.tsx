import type { StoryRecord } from '../../store/story-types.ts'
import { FrontBeside } from '../components/front-beside.tsx'
import { FrontFilters, windowWords } from '../components/front-filters.tsx'
import { FrontState, yesterdayPath } from '../components/front-state.tsx'
import { HiddenStories, shownStories } from '../components/hidden-stories.tsx'
import { LeftOut } from '../components/left-out.tsx'
import { firstHeadlines } from '../components/list-headline.tsx'
import { Listen } from '../components/listen.tsx'
import { Nav, type NavLink } from '../components/nav.tsx'
import { RememberLooking, SinceYouLooked } from '../components/since.tsx'
import { OfflineNote } from '../components/state.tsx'
import { StoryList } from '../components/story-list.tsx'
import { StoryRow } from '../components/story-row.tsx'
import { frontPath } from '../front-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { frontPreview } from '../share/previews.ts'
import { type FrontView, MOST_LISTED } from '../view/front.ts'
import { Layout } from './layout.tsx'

/** Renders the front page: the ranked stories of the window, with filters above and statistics beside. */
export function FrontPage({ view, c }: { view: FrontView; c: PageContext }) {
  const { m } = c
  const { query, state, offset } = view
  const isFirstPage = offset === 0
  const shown = shownStories(view.stories, c)
  return (
    <Layout
      c={c}
      heading={m.brief}
      section="brief"
      description={firstHeadlines(shown, c) || c.tagline || m.feedAbout}
      preview={frontPreview(shown, c)}
      feed={frontPath(query)}
      refreshSeconds={state === 'loading' ? 15 : undefined}
    >
      <h1 class="vh">{m.briefOf(c.f.date(c.now))}</h1>
      {isFirstPage ? <LiveBar c={c} /> : null}
      <LeftOut faults={view.faults} c={c} />
      <FrontFilters view={view} c={c} />
      {isFirstPage && state === 'stories' && !view.since ? <RememberLooking c={c} /> : null}
      {query.weights ? (
        <p class="note">
          <small>
            {m.ownWeights} <code>{query.weights}</code>{' '}
            <a href={frontPath(query, { weights: undefined })}>{m.shippedWeights}</a>
          </small>
        </p>
      ) : null}
      <div class="page">
        <div>
          {isFirstPage && state === 'stories' && view.since ? <SinceYouLooked since={view.since} c={c} /> : null}
          <Pinned view={view} c={c} />
          <h2 class="h">
            {m.brief} <small>{m.storiesIn(view.total, windowWords(view.windowHours, c), m.byOrder[view.order])}</small>
          </h2>
          <OfflineNote c={c} hasStories={state === 'stories'} />
          {state === 'stories' ? (
            <>
              <Listen c={c} />
              <StoryList stories={view.stories} offset={offset} hasLead={isFirstPage} before={view.before} c={c} />
              <HiddenStories among={listedOn(view)} c={c} />
            </>
          ) : (
            <FrontState view={view} c={c} />
          )}
          <Pager view={view} c={c} />
        </div>
        <FrontBeside view={view} c={c} />
      </div>
    </Layout>
  )
}

/** Returns every story that has a row on the page. */
function listedOn({ pinned, stories, since }: FrontView): readonly StoryRecord[] {
  return [...pinned, ...stories, ...(since?.stories.map(({ story }) => story) ?? [])]
}

/** Renders the stories that the operator pinned, with the reason; they do not change the ranks below. */
function Pinned({ view, c }: { view: FrontView; c: PageContext }) {
  const pinned = shownStories(view.pinned, c)
  if (pinned.length === 0) return null
  return (
    <section>
      <h2 class="h">{c.m.events.pinned}</h2>
      <ul class="list">
        {pinned.map((story) => (
          <StoryRow story={story} isRepeated c={c}>
            <span>{c.m.editing.pinnedBecause(story.rulings?.pinned ?? '')}</span>
          </StoryRow>
        ))}
      </ul>
    </section>
  )
}

/** Renders the bar that the script fills when new stories arrive. Its texts are here, so that the script needs no translations. */
function LiveBar({ c }: { c: PageContext }) {
  const { newStories } = c.m
  return (
    <div
      id="live"
      role="status"
      data-lang={c.language}
      data-one={newStories.one ?? newStories.other}
      data-other={newStories.other}
      data-since={c.m.sinceTime(c.f.time(c.now))}
    ></div>
  )
}

function Pager({ view, c }: { view: FrontView; c: PageContext }) {
  const { query, hasNext, total } = view
  const { page = 1 } = query
  const links: NavLink[] = []
  if (page > 1)
    links.push({
      href: frontPath(query, { page: page > 2 ? page - 1 : undefined }),
      text: c.m.previousPage,
      rel: 'prev',
    })
  if (page > 1 || hasNext) {
    links.push({
      href: frontPath(query, { page: page > 1 ? page : undefined }),
      text: c.f.number(page),
      isCurrent: true,
    })
  }
  if (hasNext) links.push({ href: frontPath(query, { page: page + 1 }), text: c.m.nextPage, rel: 'next' })
  links.push({ href: yesterdayPath(c), text: c.m.yesterday }, { href: paths.archive(), text: c.m.archive })
  return (
    <>
      <Nav label={c.m.pages} links={links} />
      {total > MOST_LISTED && !hasNext ? (
        <p>
          <small>{c.m.firstListed(MOST_LISTED)}</small>
        </p>
      ) : null}
    </>
  )
}
