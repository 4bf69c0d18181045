import { HOUR_MS } from '../../lib/instant.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Previously } from '../../story/instalments.ts'
import { headlineIn } from '../../summary/headline.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { StoryView } from '../view/story.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'

/** Links to the stories that this one continues and that continue it, and why they are taken to be one saga. */
export function InstalmentLinks({ view: { instalments }, c }: { readonly view: StoryView; readonly c: PageContext }) {
  const { m, f } = c
  const { previously, next } = instalments
  if (!previously && next.length === 0) return null
  return (
    <nav class="note" aria-label={m.instalments}>
      {previously ? (
        <p>
          <b>{m.previously}</b> <InstalmentLink story={previously.story} rel="prev" c={c} />{' '}
          <small>{m.bothName(f.span(previously.shared.gapHours * HOUR_MS), sharedWords(previously.shared, c))}</small>
        </p>
      ) : null}
      {next.map((story) => (
        <p>
          <b>{m.nextInstalment}</b> <InstalmentLink story={story} rel="next" c={c} />{' '}
          <small>{f.date(story.coverage.firstPublishedAt)}</small>
        </p>
      ))}
    </nav>
  )
}

function InstalmentLink({
  story,
  rel,
  c,
}: {
  readonly story: StoryRecord
  readonly rel: 'prev' | 'next'
  readonly c: PageContext
}) {
  const headline = headlineIn(story.headline, c.language)
  return (
    <a href={paths.storyById(story.id)} rel={rel} {...languageMarks(foreign(headline.language, c))}>
      {headline.text}
    </a>
  )
}

function sharedWords({ sharedEntities, sharedNames, sharedNumbers }: Previously, { names }: PageContext): string {
  return [...new Set([...sharedEntities.map((id) => names.entity(id)), ...sharedNames, ...sharedNumbers])].join(', ')
}
