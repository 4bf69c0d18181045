import type { Child } from 'hono/jsx'
import type { StoryRecord } from '../../store/story-types.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'
import { listHeadline, OriginalHeadline } from './list-headline.tsx'
import { KindMark, Moment, TierMark } from './marks.tsx'
import { SaveMark } from './save-button.tsx'
import { points } from './score.tsx'
import { Tally } from './tally.tsx'

/** One story in a list that is not a ranking: headline, then kind, tier, score, age and tally in a line. */
export function StoryRow({
  story,
  isRepeated = false,
  shown = (headline) => headline,
  note,
  c,
  children,
}: {
  story: StoryRecord
  /** Whether another list of the page may have the story too; this row then has no id, which must be unique. */
  isRepeated?: boolean
  /** How the headline is shown. Default: as it is. */
  shown?: (headline: string) => Child
  /** Shown below the headline. */
  note?: Child
  c: PageContext
  children?: Child
}) {
  const headline = listHeadline(story, c)
  return (
    <li class="row" id={isRepeated ? undefined : `s${story.id}`}>
      <h3 {...languageMarks(foreign(headline.language, c))}>
        <a href={paths.story(story)}>{shown(headline.text)}</a>
      </h3>
      <OriginalHeadline headline={headline} c={c} />
      {note}
      <div class="meta">
        <KindMark kind={story.kind} c={c} /> <TierMark tier={story.coverage.bestTier} c={c} />{' '}
        <span>{`${points(story.score, c)}/100`}</span>{' '}
        <Moment at={story.updatedAt}>{c.f.ago(story.updatedAt, c.now)}</Moment>{' '}
        <Tally coverage={story.coverage} c={c} /> {children} <SaveMark id={story.id} headline={headline} c={c} />
      </div>
    </li>
  )
}
