import { briefDate } from '../../brief/brief-window.ts'
import { HOUR_MS } from '../../lib/instant.ts'
import { SIGNAL_GROUPS } from '../../rank/rank.ts'
import { sayPhrase } from '../../rank/reason-messages.ts'
import { DEFAULT_WEIGHTS } from '../../rank/weights.ts'
import { STORY_KINDS } from '../../story/types.ts'
import { sortOf, TierMark } from '../components/marks.tsx'
import { Nav, type NavLink } from '../components/nav.tsx'
import { ScoreStick } from '../components/score.tsx'
import { OfflineNote, StateNote } from '../components/state.tsx'
import { StoryList } from '../components/story-list.tsx'
import { TallyPicture } from '../components/tally.tsx'
import { FILTER_LANGUAGES, type FrontQuery, frontPath, hasFilter, WINDOWS_HOURS } from '../front-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { type FrontView, MOST_LISTED, PAGE_SIZE } from '../view/front.ts'
import { Layout } from './layout.tsx'

const ENDONYMS = { en: 'English', zh: '中文', ja: '日本語', ko: '한국어' } as const

/** The live brief: ranked stories of the window, filters above, the day in numbers beside. */
export function FrontPage({ view, c }: { view: FrontView; c: PageContext }) {
  const { m } = c
  const { query, state, offset } = view
  const isFirstPage = offset === 0
  return (
    <Layout
      c={c}
      heading={m.brief}
      section="brief"
      feed={paths.atom(frontPath(query))}
      refreshSeconds={state === 'loading' ? 15 : undefined}
    >
      <h1 class="vh">{m.briefOf(c.f.date(c.now))}</h1>
      {isFirstPage ? <LiveBar c={c} /> : null}
      <Nav label={m.kind} links={kindLinks(query, c)} />
      <Filters view={view} c={c} />
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
          <h2 class="h">
            {m.brief} <small>{m.storiesIn(view.total, windowWords(view.windowHours, c), m.byOrder[view.order])}</small>
          </h2>
          <OfflineNote c={c} hasStories={state === 'stories'} />
          {state === 'stories' ? (
            <StoryList stories={view.stories} offset={offset} hasLead={isFirstPage} c={c} />
          ) : (
            <FrontState view={view} c={c} />
          )}
          <Pager view={view} c={c} />
        </div>
        <Beside view={view} c={c} />
      </div>
    </Layout>
  )
}

/** Empty until the script hears of new stories; its words come from here so that the script has none. */
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

function kindLinks(query: FrontQuery, c: PageContext): readonly NavLink[] {
  return [
    { href: frontPath(query, { kind: undefined }), text: c.m.allKinds, isCurrent: query.kind === undefined },
    ...STORY_KINDS.filter((kind) => kind !== 'other').map((kind) => ({
      href: frontPath(query, { kind }),
      isCurrent: query.kind === kind,
      text: (
        <>
          <span aria-hidden="true">{sortOf(kind)}&nbsp;</span>
          {c.m.kinds[kind]}
        </>
      ),
    })),
  ]
}

function Filters({ view, c }: { view: FrontView; c: PageContext }) {
  const { m } = c
  const { query, windowHours, order } = view
  const tierWord = query.tier ? m.tierUpTo[query.tier - 1]! : m.anyTier
  const languageWord = query.language ? c.f.language(query.language) : m.allLanguages
  const chosen = [windowWords(windowHours, c), m.byOrder[order], tierWord, languageWord]
  if (query.hub) chosen.push(c.names.hub(query.hub))
  if (query.entity) chosen.push(c.names.entity(query.entity))
  const link = (change: Partial<FrontQuery>, text: string, isCurrent: boolean): NavLink => ({
    href: frontPath(query, change),
    text,
    isCurrent,
  })
  return (
    <details>
      <summary>
        {m.moreFilters}: {chosen.join(' · ')}
      </summary>
      <Nav
        shown
        label={m.window}
        links={WINDOWS_HOURS.map((hours) => link({ hours }, windowWords(hours, c), hours === windowHours))}
      />
      <Nav
        shown
        label={m.order}
        links={(['score', 'newest', 'independent'] as const).map((each) =>
          link({ order: each === 'score' ? undefined : each }, m.orders[each], each === order),
        )}
      />
      <Nav
        shown
        label={m.seenBy}
        links={[
          link({ tier: undefined }, m.anyTier, query.tier === undefined),
          ...([1, 2, 3] as const).map((tier) => link({ tier }, m.tierUpTo[tier - 1]!, query.tier === tier)),
        ]}
      />
      <Nav
        shown
        label={m.languageWord}
        links={[
          link({ language: undefined }, m.allLanguages, query.language === undefined),
          ...FILTER_LANGUAGES.map((tag) => ({
            ...link({ language: tag }, '', query.language === tag),
            text: <span lang={tag}>{ENDONYMS[tag]}</span>,
          })),
        ]}
      />
      {view.hubs.length > 0 || query.hub ? (
        <Nav
          shown
          label={m.hub}
          links={[
            link({ hub: undefined }, m.allHubs, query.hub === undefined),
            ...view.hubs.map(({ hub }) => link({ hub }, c.names.hub(hub), query.hub === hub)),
          ]}
        />
      ) : null}
      {hasFilter(query) ? (
        <p>
          <small>
            <a href={frontPath({ hours: query.hours, order: query.order, weights: query.weights })}>{m.clearFilters}</a>
          </small>
        </p>
      ) : null}
    </details>
  )
}

function FrontState({ view, c }: { view: FrontView; c: PageContext }) {
  const { m, f, status } = c
  const { query, counts } = view
  const window = windowWords(view.windowHours, c)
  const wider = WINDOWS_HOURS.find((hours) => hours > view.windowHours)
  const widen = wider ? [{ href: frontPath(query, { hours: wider }), text: m.widen(windowWords(wider, c)) }] : []
  if (view.state === 'loading' && status.polling !== 'none') {
    const left = Math.max(0, status.feedsTotal - status.feedsTried)
    return (
      <StateNote
        label={m.loading}
        heading={m.loadingHead(m.feedCount(status.feedsTotal))}
        acts={[{ href: paths.front, text: m.askAgain }]}
      >
        <p>{m.loadingText(f.number(status.feedsTried), f.number(left), m.items(counts.items))}</p>
        <p>
          <progress max={Math.max(1, status.feedsTotal)} value={status.feedsTried} aria-label={m.feedsRead}>
            {`${status.feedsTried}/${status.feedsTotal}`}
          </progress>
        </p>
      </StateNote>
    )
  }
  if (view.state === 'noMatch') {
    return (
      <StateNote
        label={m.emptyFilter}
        heading={m.noMatch(window)}
        acts={[...widen, { href: paths.front, text: m.clearFilters }]}
      >
        <p>{m.noMatchText(f.list(filterWords(query, c)))}</p>
      </StateNote>
    )
  }
  return (
    <StateNote
      label={m.emptyBrief}
      heading={m.nothingYet(window)}
      acts={[...widen, { href: paths.brief(yesterday(c)), text: m.yesterday }]}
    >
      <p>{m.nothingYetText(m.items(counts.items), m.feedCount(counts.feedsAnswering))}</p>
    </StateNote>
  )
}

function filterWords(query: FrontQuery, c: PageContext): readonly string[] {
  return [
    query.kind && c.m.kinds[query.kind],
    query.tier && c.m.tierUpTo[query.tier - 1],
    query.language && c.f.language(query.language),
    query.hub && c.names.hub(query.hub),
    query.entity && c.names.entity(query.entity),
  ].filter((word): word is string => Boolean(word))
}

function Pager({ view, c }: { view: FrontView; c: PageContext }) {
  const { query, offset, hasNext, total } = view
  const page = offset / PAGE_SIZE + 1
  const links: NavLink[] = []
  if (page > 1)
    links.push({ href: frontPath(query, { page: page > 2 ? page - 1 : undefined }), text: c.m.previousPage })
  if (page > 1 || hasNext) {
    links.push({
      href: frontPath(query, { page: page > 1 ? page : undefined }),
      text: c.f.number(page),
      isCurrent: true,
    })
  }
  if (hasNext) links.push({ href: frontPath(query, { page: page + 1 }), text: c.m.nextPage })
  links.push({ href: paths.brief(yesterday(c)), text: c.m.yesterday })
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

function Beside({ view, c }: { view: FrontView; c: PageContext }) {
  const { m, f } = c
  const { counts } = view
  return (
    <aside class="side" aria-label={m.beside}>
      <h2 class="h">{m.dayInNumbers}</h2>
      <dl class="facts">
        <dt>{m.itemsKept}</dt>
        <dd>{f.number(counts.items)}</dd>
        <dt>{m.storiesWord}</dt>
        <dd>{f.number(counts.stories)}</dd>
        {counts.held > 0 ? (
          <>
            <dt>{m.heldBack}</dt>
            <dd>
              <a href={`${paths.status}#held`}>{m.heldCount(counts.held)}</a>
            </dd>
          </>
        ) : null}
        {counts.backlog > 0 ? (
          <>
            <dt>{m.backlog}</dt>
            <dd>{m.items(counts.backlog)}</dd>
          </>
        ) : null}
        <dt>{m.sources}</dt>
        <dd>
          <a href={paths.sources}>{m.answering(f.number(counts.feedsAnswering), f.number(counts.feeds))}</a>
        </dd>
      </dl>
      {view.hubs.length > 0 ? (
        <>
          <h2 class="h">{m.hubsInNews}</h2>
          <table>
            <tbody>
              {view.hubs.map(({ hub, stories }) => (
                <tr>
                  <td>
                    <a href={frontPath(view.query, { hub })}>{c.names.hub(hub)}</a>
                  </td>
                  <td class="n">{m.stories(stories)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      {view.entities.length > 0 ? (
        <>
          <h2 class="h">{m.entitiesInNews}</h2>
          <ul class="chips">
            {view.entities.map(({ entityId, stories }) => (
              <li>
                <a href={paths.entity(entityId)}>{`${c.names.entity(entityId)} ${f.number(stories)}`}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Legend c={c} />
    </aside>
  )
}

function Legend({ c }: { c: PageContext }) {
  const { m } = c
  const groups = SIGNAL_GROUPS.map((group) => ({
    id: group.id,
    value: group.signals.reduce((sum, signal) => sum + DEFAULT_WEIGHTS[signal.id], 0),
  }))
  const whole = {
    id: 'score',
    value: 100,
    max: 100,
    reason: { key: 'score', params: {} },
    parts: groups.map((group) => ({ ...group, max: group.value, reason: { key: '', params: {} }, parts: [] })),
  }
  const names = groups.map(({ id }) => sayPhrase({ key: `group-${id}`, params: {} }, c.language))
  return (
    <>
      <h2 class="h">{m.legend}</h2>
      <dl class="facts">
        <dt>
          <TallyPicture independent={1} echoes={0} copies={0} />
        </dt>
        <dd>{m.legendIndependent}</dd>
        <dt>
          <TallyPicture independent={0} echoes={0} copies={1} />
        </dt>
        <dd>{m.legendCopy}</dd>
        <dt>
          <TallyPicture independent={0} echoes={3} copies={0} />
        </dt>
        <dd>{m.legendEcho}</dd>
        <dt>
          <TierMark tier={1} c={c} bare /> <TierMark tier={2} c={c} bare />
        </dt>
        <dd>{m.legendTiers[0]}</dd>
        <dt>
          <TierMark tier={3} c={c} bare /> <TierMark tier={4} c={c} bare />
        </dt>
        <dd>{m.legendTiers[1]}</dd>
        <dt>
          <ScoreStick explanation={whole} />
        </dt>
        <dd>{m.legendScore(c.f.list(names))}</dd>
      </dl>
    </>
  )
}

function windowWords(hours: number, c: PageContext): string {
  return hours > 24 && hours % 24 === 0 ? c.m.days(hours / 24) : c.m.hours(hours)
}

function yesterday(c: PageContext): string {
  return briefDate(c.now - 24 * HOUR_MS, c.timeZone)
}
