import { SIGNAL_GROUPS } from '../../rank/rank.ts'
import { sayPhrase } from '../../rank/reason-messages.ts'
import { DEFAULT_WEIGHTS } from '../../rank/weights.ts'
import { frontPath } from '../front-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { FrontView } from '../view/front.ts'
import { TierMark } from './marks.tsx'
import { ScoreStick } from './score.tsx'
import { TallyPicture } from './tally.tsx'

/** Beside the brief: the day in numbers, hubs, names, how to read a line. */
export function FrontBeside({ view, c }: { view: FrontView; c: PageContext }) {
  const { m, f } = c
  const { counts } = view
  const entities = view.entities.filter(({ entityId }) => !c.hiding.hidesEntity(entityId))
  return (
    <aside class="side" aria-label={m.beside}>
      <h2 class="h">{m.dayInNumbers}</h2>
      <dl class="facts">
        <dt>{m.itemsKept}</dt>
        <dd>{f.number(counts.items)}</dd>
        <dt>{m.storiesWord}</dt>
        <dd>{f.number(counts.stories)}</dd>
        {counts.held > 0 ? (
          <>
            <dt>{m.heldBack}</dt>
            <dd>
              <a href={`${paths.status}#held`}>{m.heldCount(counts.held)}</a>
            </dd>
          </>
        ) : null}
        {counts.backlog > 0 ? (
          <>
            <dt>{m.backlog}</dt>
            <dd>{m.items(counts.backlog)}</dd>
          </>
        ) : null}
        <dt>{m.sources}</dt>
        <dd>
          <a href={paths.sources}>{m.answering(f.number(counts.feedsAnswering), f.number(counts.feeds))}</a>
        </dd>
      </dl>
      {view.hubs.length > 0 ? (
        <>
          <h2 class="h">{m.hubsInNews}</h2>
          <table>
            <tbody>
              {view.hubs.map(({ hub, stories }) => (
                <tr>
                  <td>
                    <a href={frontPath(view.query, { hub })}>{c.names.hub(hub)}</a>
                  </td>
                  <td class="n">{m.stories(stories)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      {entities.length > 0 ? (
        <>
          <h2 class="h">{m.entitiesInNews}</h2>
          <ul class="chips">
            {entities.map(({ entityId, stories }) => (
              <li>
                <a href={paths.entity(entityId)}>{`${c.names.entity(entityId)} ${f.number(stories)}`}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Legend c={c} />
    </aside>
  )
}

function Legend({ c }: { c: PageContext }) {
  const { m } = c
  const groups = SIGNAL_GROUPS.map((group) => ({
    id: group.id,
    value: group.signals.reduce((sum, signal) => sum + DEFAULT_WEIGHTS[signal.id], 0),
  }))
  const whole = {
    id: 'score',
    value: 100,
    max: 100,
    reason: { key: 'score', params: {} },
    parts: groups.map((group) => ({ ...group, max: group.value, reason: { key: '', params: {} }, parts: [] })),
  }
  const names = groups.map(({ id }) => sayPhrase({ key: `group-${id}`, params: {} }, c.language))
  return (
    <>
      <h2 class="h">{m.legend}</h2>
      <dl class="facts">
        <dt>
          <TallyPicture independent={1} echoes={0} copies={0} />
        </dt>
        <dd>{m.legendIndependent}</dd>
        <dt>
          <TallyPicture independent={0} echoes={0} copies={1} />
        </dt>
        <dd>{m.legendCopy}</dd>
        <dt>
          <TallyPicture independent={0} echoes={3} copies={0} />
        </dt>
        <dd>{m.legendEcho}</dd>
        <dt>
          <TierMark tier={1} c={c} bare /> <TierMark tier={2} c={c} bare />
        </dt>
        <dd>{m.legendTiers[0]}</dd>
        <dt>
          <TierMark tier={3} c={c} bare /> <TierMark tier={4} c={c} bare />
        </dt>
        <dd>{m.legendTiers[1]}</dd>
        <dt>
          <ScoreStick explanation={whole} />
        </dt>
        <dd>{m.legendScore(c.f.list(names))}</dd>
      </dl>
    </>
  )
}
