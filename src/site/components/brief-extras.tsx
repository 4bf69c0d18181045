import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { BriefView } from '../view/brief.ts'
import { StoryRow } from './story-row.tsx'

/** Below an edition's stories: what grows, what was put right, what is other than yesterday. */
export function BriefExtras({ view, c }: { view: BriefView; c: PageContext }) {
  const { editing: e, events } = c.m
  const { toWatch, corrections } = view.brief
  return (
    <>
      {toWatch.length > 0 ? (
        <>
          <h2 class="h">{e.toWatch}</h2>
          <ul class="list">
            {toWatch.map(({ story, owners, hours }) => (
              <StoryRow story={story} c={c}>
                <span>{e.growing(c.f.number(owners), c.f.number(hours))}</span>
              </StoryRow>
            ))}
          </ul>
        </>
      ) : null}
      {corrections.length > 0 ? (
        <>
          <h2 class="h">{e.corrections}</h2>
          <ul class="prose">
            {corrections.map(({ storyId, headline, what, reason }) => (
              <li>
                {`${events[what]}: `}
                <a href={paths.storyById(storyId)}>{headline}</a>
                {reason ? ` — ${reason}` : ''}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Changes view={view} c={c} />
    </>
  )
}

function Changes({ view, c }: { view: BriefView; c: PageContext }) {
  const { editing: e } = c.m
  const { changes } = view.brief
  if (!changes) return null
  return (
    <>
      <h2 class="h">
        {e.sinceYesterday} <small>{changes.fresh > 0 ? e.freshInBrief(changes.fresh) : ''}</small>
      </h2>
      <ul class="prose">
        {changes.carried.map(({ id, headline, from, to }) => (
          <li>
            <a href={paths.storyById(id)}>{headline}</a> · {e.carried(c.f.number(from), c.f.number(to))}
          </li>
        ))}
        {changes.gone.map(({ id, headline }) => (
          <li>
            <a href={paths.storyById(id)}>{headline}</a> · {e.goneFromBrief}
          </li>
        ))}
      </ul>
    </>
  )
}
