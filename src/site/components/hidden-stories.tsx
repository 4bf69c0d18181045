import type { StoryRecord } from '../../store/story-types.ts'
import { writeHiddenWords } from '../hidden/hidden-words.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import { StoryRow } from './story-row.tsx'

/** Returns the stories that no word hides. */
export function shownStories<S extends StoryRecord>(stories: readonly S[], c: PageContext): readonly S[] {
  return stories.filter(c.hiding.isShown)
}

/** Most hidden stories listed: if words hide almost all, a page passes over hundreds to find those that it shows. */
const MOST_UNFOLDED = 60

/** The number of stories that words hide on a page; unfolded, each with the word that hides it. */
export function HiddenStories({ among, c }: { among: readonly StoryRecord[]; c: PageContext }) {
  const hidden = new Map(among.filter((story) => !c.hiding.isShown(story)).map((story) => [story.id, story] as const))
  if (hidden.size === 0) return null
  const { hiding } = c.m
  return (
    <details id="hidden">
      <summary>{hiding.hiddenStories(hidden.size)}</summary>
      <ul class="list">
        {[...hidden.values()].slice(0, MOST_UNFOLDED).map((story) => (
          <StoryRow story={story} c={c}>
            <span>{hiding.hiddenBy(c.hiding.wordOf(story) ?? '')}</span>
          </StoryRow>
        ))}
      </ul>
      {hidden.size > MOST_UNFOLDED ? (
        <p>
          <small>{c.m.firstListed(MOST_UNFOLDED)}</small>
        </p>
      ) : null}
      <p class="acts">
        <a href={withQuery(paths.hiddenWords, { hide: writeHiddenWords(c.hiding.words) })} rel="nofollow">
          <u>{hiding.change}</u>
        </a>
      </p>
    </details>
  )
}
