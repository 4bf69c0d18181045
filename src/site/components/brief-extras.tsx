import type { EditionCorrection } from '../../brief/edition.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { BriefView } from '../view/brief.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'
import { Moment } from './marks.tsx'
import { StoryRow } from './story-row.tsx'

/** Amendments to a story since its edition was kept; nothing for most stories. */
export function Amended({ view, storyId, c }: { view: BriefView; storyId: number; c: PageContext }) {
  const own = (view.brief.amendments ?? []).filter((each) => each.storyId === storyId)
  if (own.length === 0) return null
  return (
    <p class="note">
      <b>{c.m.editing.sinceEdition}</b>{' '}
      {own.map((each) => (
        <>
          <b>{c.m.events[each.what]}</b> <Moment at={each.at}>{c.f.moment(each.at, c.now)}</Moment>
          <Because correction={each} c={c} />{' '}
        </>
      ))}
    </p>
  )
}

/** The withdrawn sentence, the reason of a correction, and the story it led to. */
function Because({
  correction: { reason, sentence, sentenceLanguage, into },
  c,
}: {
  correction: EditionCorrection
  c: PageContext
}) {
  return (
    <>
      {sentence ? (
        <>
          {' — '}
          <del {...languageMarks(foreign(sentenceLanguage ?? 'und', c))}>{sentence}</del>
        </>
      ) : null}
      {reason ? ` — ${reason}` : ''}
      {into === undefined ? null : (
        <>
          {' → '}
          <a href={paths.storyById(into)}>{c.m.editing.story(String(into))}</a>
        </>
      )}
    </>
  )
}

/** Shown below an edition's stories, from an edition without the hidden ones: growing stories, corrections, changes since yesterday. */
export function BriefExtras({ view, c }: { view: BriefView; c: PageContext }) {
  const { editing: e, events } = c.m
  const { corrections, toWatch } = view.brief
  return (
    <>
      {toWatch.length > 0 ? (
        <>
          <h2 class="h">{e.toWatch}</h2>
          <ul class="list">
            {toWatch.map(({ story, owners, hours }) => (
              <StoryRow story={story} isRepeated c={c}>
                <span>{e.growing(c.f.number(owners), c.f.number(hours))}</span>
                <Amended view={view} storyId={story.id} c={c} />
              </StoryRow>
            ))}
          </ul>
        </>
      ) : null}
      {corrections.length > 0 ? (
        <>
          <h2 class="h">{e.corrections}</h2>
          <ul class="prose">
            {corrections.map((each) => (
              <li>
                {`${events[each.what]}: `}
                <a href={paths.storyById(each.storyId)} {...languageMarks(foreign(each.headlineLanguage ?? 'und', c))}>
                  {each.headline}
                </a>
                <Because correction={each} c={c} />
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
