import { languageAmong } from '../../lib/language-among.ts'
import { headlineIn } from '../../summary/headline.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import type { SinceView } from '../view/since.ts'
import type { StoryView } from '../view/story.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'
import { EventRow } from './story-history.tsx'

const REMEMBER = withQuery(paths.front, { seen: 'now' })

/** On the front page: the link that marks all as seen, for a reader who has no such mark. */
export function RememberLooking({ c: { m } }: { c: PageContext }) {
  return (
    <p class="acts">
      <a href={REMEMBER} rel="nofollow">
        <u>{m.editing.markSeen}</u>
      </a>{' '}
      <small>{m.editing.seenMeans}</small>
    </p>
  )
}

/** On the front page: stories that are new or changed since the reader marked all as seen, with links to do so again or forget it. */
export function SinceYouLooked({ since, c }: { since: SinceView; c: PageContext }) {
  const { m } = c
  const { editing: e } = m
  const shown = since.stories.filter(({ story }) => c.hiding.isShown(story))
  return (
    <section class="note" id="since">
      <h2 class="h">
        {e.since} <small>{shown.length > 0 ? e.sinceCount(since.fresh, since.changed) : ''}</small>
      </h2>
      {shown.length === 0 ? <p class="q">{e.sinceNothing}</p> : null}
      <ul class="list">
        {shown.map(({ story, types }) => {
          const headline = headlineIn(story.headline, c.language)
          return (
            <li class="row">
              <h3 {...languageMarks(foreign(headline.language, c))}>
                <a href={withQuery(paths.storyById(story.id), { since: since.seq })}>{headline.text}</a>
              </h3>
              <p class="meta">
                <span>{c.f.list(types.map((type) => m.events[type]))}</span>
              </p>
            </li>
          )
        })}
      </ul>
      {since.isMore ? (
        <p>
          <small>{e.sinceTooMany}</small>
        </p>
      ) : null}
      <p class="acts">
        <a href={REMEMBER} rel="nofollow">
          <u>{e.markSeen}</u>
        </a>{' '}
        <a href={withQuery(paths.front, { seen: 'off' })} rel="nofollow">
          <u>{e.forgetSeen}</u>
        </a>
      </p>
    </section>
  )
}

/** On a story's page: its changes since the reader marked all as seen. */
export function StorySince({ view, c }: { view: StoryView; c: PageContext }) {
  const { since } = view
  if (!since) return null
  const byItem = new Map(view.coverage.map((entry) => [entry.item.id, entry]))
  return (
    <section class="note" id="since">
      <h2 class="h">
        {c.m.editing.since} <small>{since.length > 0 ? c.m.allEvents(since.length) : ''}</small>
      </h2>
      {since.length === 0 ? <p class="q">{c.m.editing.sinceNothing}</p> : null}
      <ol class="log">
        {since.map((event) => (
          <EventRow event={event} byItem={byItem} c={c} />
        ))}
      </ol>
    </section>
  )
}

/** Summary and score of a story as they were after an event; the page has the headline above and the items below. */
export function StoryThen({ view, c }: { view: StoryView; c: PageContext }) {
  const { asOf, story } = view
  const { editing: e } = c.m
  if (!asOf) return null
  return (
    <section class="note" id="then">
      <h2 class="h">
        {e.asOf(c.f.number(asOf.seq))} <small>{c.m.items(asOf.items)}</small>
      </h2>
      <p>
        {e.asOfText}{' '}
        <a href={paths.storyById(story.id)}>
          <u>{e.asOfNow}</u>
        </a>
      </p>
      {asOf.summary ? (
        <p class="sum" {...languageMarks(foreign(languageAmong(asOf.summary, story.coverage.languages) ?? 'und', c))}>
          {asOf.summary}
        </p>
      ) : (
        <p class="q">{c.m.noSummary}</p>
      )}
      <p class="meta">
        <span>{c.m.ofHundred(c.f.decimal(asOf.score, 2))}</span>
      </p>
    </section>
  )
}
