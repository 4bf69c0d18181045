import { briefDate } from '../../brief/brief-window.ts'
import { HOUR_MS } from '../../lib/instant.ts'
import { frontPath, WINDOWS_HOURS } from '../front-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { FrontView } from '../view/front.ts'
import { filterWords, windowWords } from './front-filters.tsx'
import { StateNote } from './state.tsx'

/** Shown in place of stories: why there are none, and what the reader can do. */
export function FrontState({ view, c }: { view: FrontView; c: PageContext }) {
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
        {view.sourcesInLanguage === undefined ? null : (
          <p>
            {m.balance.inLanguage(view.sourcesInLanguage, f.language(query.language ?? ''))}{' '}
            <a href={`${paths.sources}#balance`}>
              <u>{m.balance.head}</u>
            </a>
          </p>
        )}
      </StateNote>
    )
  }
  return (
    <StateNote
      label={m.emptyBrief}
      heading={m.nothingYet(window)}
      acts={[...widen, { href: yesterdayPath(c), text: m.yesterday }]}
    >
      <p>{m.nothingYetText(m.items(counts.items), m.feedCount(counts.feedsAnswering))}</p>
      {counts.offBeat > 0 ? <p>{m.outsideText(m.stories(counts.offBeat))}</p> : null}
    </StateNote>
  )
}

/** Returns the path of yesterday's brief. */
export function yesterdayPath(c: PageContext): string {
  return paths.brief(briefDate(c.now - 24 * HOUR_MS, c.timeZone))
}
