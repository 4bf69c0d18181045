import { headlineIn } from '../../summary/headline.ts'
import { feedPage } from '../language-path.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { HubView } from '../view/hub.ts'
import { otherNames } from '../view/other-names.ts'
import { languageMarks } from './language-marks.ts'
import { LawFacts } from './law-facts.tsx'
import { Moment } from './marks.tsx'

/** A hub's names, place and law, and its newest stories. */
export function HubAside({ view, c, name }: { view: HubView; c: PageContext; name: string }) {
  const h = hubMessagesIn(c.language)
  const hub = c.atlas.hub(view.hub)!
  const others = otherNames(hub.names, name)
  const rival = hub.id === 'tokyo' ? 'hong-kong' : 'tokyo'
  return (
    <aside class="side" aria-label={c.m.atAGlance}>
      <h2 class="h">{c.m.atAGlance}</h2>
      <dl class="facts">
        <dt>{h.names}</dt>
        <dd>
          {others.slice(0, 10).map(({ language, name: each }, index) => (
            <>
              {index > 0 ? ' · ' : ''}
              <span {...languageMarks(language)}>{each}</span>
            </>
          ))}
        </dd>
        {hub.jurisdiction ? (
          <>
            <dt>{h.jurisdiction}</dt>
            <dd>{c.placeName(hub.jurisdiction)}</dd>
            <dt>{h.lawHead}</dt>
            <dd>
              <LawFacts hub={hub} c={c} />
            </dd>
            <dt>{h.gridZone}</dt>
            <dd>{hub.gridZone ?? '–'}</dd>
          </>
        ) : null}
        {hub.members.length > 0 ? (
          <>
            <dt>{h.members}</dt>
            <dd>
              {hub.members.map((id) => (
                <>
                  <a href={paths.hubPage(id)}>{c.names.hub(id)}</a>{' '}
                </>
              ))}
            </dd>
          </>
        ) : null}
        {Object.keys(hub.clouds).length > 0 ? (
          <>
            <dt>{h.clouds}</dt>
            <dd>
              {Object.entries(hub.clouds)
                .map(([cloud, code]) => `${cloud} ${code}`)
                .join(' · ')}
            </dd>
          </>
        ) : null}
        <dt>{c.m.dataWord}</dt>
        <dd>
          <a href={`${paths.hubPage(hub.id)}.json`}>JSON</a> ·{' '}
          <a href={paths.atom(feedPage(paths.hub(hub.id), c))}>Atom</a>
        </dd>
      </dl>
      {hub.isRegion ? null : (
        <p class="acts">
          <a href={paths.compare([hub.id, rival])}>
            <u>{h.compareWith(c.names.hub(rival))}</u>
          </a>{' '}
          <a href={paths.decide}>
            <u>{h.decide}</u>
          </a>
        </p>
      )}
      <h2 class="h">{h.newestStories}</h2>
      {view.stories.length === 0 ? <p class="q">{h.noStories}</p> : null}
      <ul class="list">
        {view.stories.map((story) => (
          <li class="row" id={`s${story.id}`}>
            <h3>
              <a href={paths.story(story)} {...languageMarks(headlineIn(story.headline, c.language).language)}>
                {headlineIn(story.headline, c.language).text}
              </a>
            </h3>
            <p class="meta">
              <span class="kind">{c.m.kinds[story.kind]}</span>{' '}
              <Moment at={story.updatedAt}>{c.f.ago(story.updatedAt, c.now)}</Moment>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <small>
          <a href={paths.hub(hub.id)}>{h.allStories}</a>
        </small>
      </p>
    </aside>
  )
}
