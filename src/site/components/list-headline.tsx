import type { StoryRecord } from '../../store/story-types.ts'
import { headlineIn } from '../../summary/headline.ts'
import type { PageContext } from '../page-context.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'

/** A story's headline as lists show it. */
export interface ListHeadline {
  readonly text: string
  readonly language: string
  /** Set for a translation: what it was made from, shown beside it. */
  readonly original?: { readonly text: string; readonly language: string }
}

/** Returns the headline in the reader's language if a report has one, else a translation made for an earlier reader, else the original. */
export function listHeadline(story: StoryRecord, c: PageContext): ListHeadline {
  const headline = headlineIn(story.headline, c.language)
  const [translated] = c.translated.get(story.id) ?? []
  if (translated === undefined || headline.language === c.language) return headline
  return { text: translated, language: c.language, original: story.headline }
}

/** Returns the first three headlines of a list as one line. */
export function firstHeadlines(stories: readonly StoryRecord[], c: PageContext): string {
  return stories
    .slice(0, 3)
    .map((story) => listHeadline(story, c).text)
    .join(' · ')
}

/** The original of a translated headline, labelled as such. */
export function OriginalHeadline({ headline: { original }, c }: { headline: ListHeadline; c: PageContext }) {
  if (!original) return null
  return (
    <p class="orig">
      {c.m.editing.translatedFrom} <span {...languageMarks(foreign(original.language, c))}>{original.text}</span>
    </p>
  )
}
