import { STORY_KINDS } from '../../story/types.ts'
import { FILTER_LANGUAGES, type FrontQuery, frontPath, hasFilter, WINDOWS_HOURS } from '../front-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { FrontView } from '../view/front.ts'
import { sortOf } from './marks.tsx'
import { Nav, type NavLink } from './nav.tsx'

const ENDONYMS = { en: 'English', zh: '中文', ja: '日本語', ko: '한국어' } as const

/** Kinds in a row, the other filters folded; each is a link that keeps the rest of the address. */
export function FrontFilters({ view, c }: { view: FrontView; c: PageContext }) {
  return (
    <>
      <Nav label={c.m.kind} links={kindLinks(view.query, c)} />
      <MoreFilters view={view} c={c} />
    </>
  )
}

/** Returns the window of a query in words: `24 hours`, `3 days`. */
export function windowWords(hours: number, c: PageContext): string {
  return hours > 24 && hours % 24 === 0 ? c.m.days(hours / 24) : c.m.hours(hours)
}

/** Returns the filters of a query in words. */
export function filterWords(query: FrontQuery, c: PageContext): readonly string[] {
  return [
    query.kind && c.m.kinds[query.kind],
    query.tier && c.m.tierUpTo[query.tier - 1],
    query.language && c.f.language(query.language),
    query.hub && c.names.hub(query.hub),
    query.entity && c.names.entity(query.entity),
  ].filter((word): word is string => Boolean(word))
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

function MoreFilters({ view, c }: { view: FrontView; c: PageContext }) {
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
      <p class="acts">
        <a href={paths.hiddenWords} rel="nofollow">
          {m.hiding.head}
        </a>
      </p>
      {hasFilter(query) ? (
        <p class="acts">
          <a href={frontPath({ hours: query.hours, order: query.order, weights: query.weights, hide: query.hide })}>
            {m.clearFilters}
          </a>
        </p>
      ) : null}
    </details>
  )
}
