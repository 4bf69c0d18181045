import { headlineIn } from '../../summary/headline.ts'
import { feedPage } from '../language-path.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { StoryView } from '../view/story.ts'

/** The entities that the story names. */
export function About({ story, c }: { story: StoryView['story']; c: PageContext }) {
  if (story.entityIds.length === 0) return null
  return (
    <>
      <h2 class="h">{c.m.about}</h2>
      <ul class="chips">
        {story.entityIds.map((id) => (
          <li>
            <a href={paths.entity(id)}>{c.names.entity(id)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The permanent address, the data, and a text to cite. */
export function ShareCite({ view, c }: { view: StoryView; c: PageContext }) {
  const { m, f } = c
  const { story } = view
  const permalink = paths.storyById(story.id)
  return (
    <section>
      <h2 class="h">{m.shareCite}</h2>
      <dl class="facts">
        <dt>{m.permalink}</dt>
        <dd>
          <a href={permalink}>{permalink}</a> <small>{m.permanent}</small>
        </dd>
        <dt>{m.dataWord}</dt>
        <dd>
          <a href={paths.storyJson(story.id)}>JSON</a> · <a href={paths.atom(feedPage(permalink, c))}>Atom</a>
        </dd>
      </dl>
      <details>
        <summary>{m.citationText}</summary>
        <p>
          <code>
            {m.citation(
              headlineIn(story.headline, c.language).text,
              String(story.id),
              f.number(story.revision),
              f.date(c.now),
              c.origin + permalink,
            )}
          </code>
        </p>
      </details>
    </section>
  )
}
