import { chatName } from '../../delivery/chat/chat-address.ts'
import { Moment } from '../components/marks.tsx'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'
import { ActForm, SmallForm } from './act-form.tsx'
import type { OperatorView } from './admin-views.ts'
import { ActNote, ReportRow, Subject, UndoForm } from './operator-notes.tsx'

/** Everything that waits for the operator. */
export function OperatorPage({ view, c }: { view: OperatorView; c: PageContext }) {
  const { editing: e } = c.m
  const { csrf, reports, acts, dead, deliveries, subscribers } = view
  const { f } = c
  return (
    <Layout c={c} heading={e.admin} isIndexed={false}>
      <h1>{e.admin}</h1>
      <ActNote act={view.act} csrf={csrf} c={c} />
      <h2 class="h" id="reports">
        {e.openReports} <small>{f.number(reports.length)}</small>
      </h2>
      {reports.length === 0 ? <p class="q">{e.noReports}</p> : null}
      <ul class="list">
        {reports.map((report) => (
          <ReportRow report={report} csrf={csrf} c={c} />
        ))}
      </ul>
      <h2 class="h">{e.editStory}</h2>
      <form class="form" method="get" action={paths.admin}>
        <label>
          {e.storyNumberLabel}
          <input type="text" name="story" required inputmode="numeric" maxlength={200} size={20} />
        </label>
        <p>
          <button type="submit">{e.openIt}</button>
        </p>
      </form>
      <p>
        <a href={paths.adminPairs}>{e.pairs}</a>
      </p>
      <p>
        <a href={paths.adminSources}>{c.m.opml.head}</a>
      </p>
      <h2 class="h">{e.sourceHead}</h2>
      <p>
        <a href={paths.sources}>{c.m.allSources}</a>
      </p>
      <SourceForms view={view} c={c} />
      <h2 class="h" id="acts">
        {e.recentActs} <small>{f.number(acts.length)}</small>
      </h2>
      {acts.length === 0 ? <p class="q">{e.noActs}</p> : null}
      <ol class="log">
        {acts.map((act) => (
          <li id={`act-${act.id}`}>
            <small>
              #{act.id} · <Moment at={act.at}>{f.moment(act.at, c.now)}</Moment> · {e.actStates[act.state]}
            </small>
            <br />
            {e.acts[act.act.type]} (<Subject of={act.act} c={c} />
            ): {act.reason} {act.state === 'refused' ? <span lang="en">{act.answer}</span> : null}
            {act.undoneBy === undefined ? null : (
              <p>
                <a href={`#act-${act.undoneBy}`}>{e.undoneByAct(String(act.undoneBy))}</a>
              </p>
            )}
            <UndoForm act={act} csrf={csrf} c={c} />
          </li>
        ))}
      </ol>
      <h2 class="h" id="deliveries">
        {e.deliveries}{' '}
        <small>
          {e.deliveryCounts(f.number(deliveries.waiting), f.number(deliveries.sent), f.number(deliveries.dead))}
        </small>
      </h2>
      <p>{e.subscriberCounts(f.number(subscribers.confirmed), f.number(subscribers.waiting))}</p>
      <ul class="list">
        {dead.map(({ id, target, subject, lastError }) => (
          <li class="row">
            <p>{`${subject} → ${chatName(target)}`}</p>
            <p class="meta">
              <span lang="en">{lastError}</span>
            </p>
            <SmallForm csrf={csrf} action={paths.adminRevive} fields={{ id }} text={e.tryDelivery} />
          </li>
        ))}
      </ul>
      <h2 class="h" id="decisions">
        {e.savedDecisions} <small>{f.number(view.decisions.length)}</small>
      </h2>
      {view.decisions.length === 0 ? <p class="q">{e.noSavedDecisions}</p> : null}
      <ul class="list">
        {view.decisions.map(({ name, target, alerts, createdAt, address }) => (
          <li class="row">
            <p>
              {address ? <a href={address}>{name}</a> : name} {`→ ${target}`}
            </p>
            {address ? null : <p class="meta">{e.decisionUnreadable}</p>}
            <p class="meta">
              <Moment at={createdAt}>{f.moment(createdAt, c.now)}</Moment> {e.alertsSent(f.number(alerts))}
            </p>
            <SmallForm csrf={csrf} action={paths.adminForgetDecision} fields={{ name }} text={e.forgetDecision} />
          </li>
        ))}
      </ul>
      <h2 class="h" id="searches">
        {e.savedSearches} <small>{f.number(view.searches.length)}</small>
      </h2>
      {view.searches.length === 0 ? <p class="q">{e.noSavedSearches}</p> : null}
      <ul class="list">
        {view.searches.map(({ name, needs, target, alerts, createdAt, problem }) => (
          <li class="row">
            <p>{`${name} → ${chatName(target)}`}</p>
            {problem === undefined ? null : (
              <p class="meta">
                {e.searchUnreadable} <span lang="en">{problem}</span>
              </p>
            )}
            <p class="meta">
              <code>{needs}</code> <Moment at={createdAt}>{f.moment(createdAt, c.now)}</Moment>{' '}
              {e.alertsSent(f.number(alerts))}
            </p>
            <SmallForm csrf={csrf} action={paths.adminForgetSearch} fields={{ name }} text={e.forgetDecision} />
          </li>
        ))}
      </ul>
      <SmallForm csrf={csrf} action={paths.adminSignOut} fields={{}} text={e.signOut} />
    </Layout>
  )
}

function SourceForms({ view, c }: { view: OperatorView; c: PageContext }) {
  const { editing: e } = c.m
  return (
    <>
      <datalist id="sources">
        {view.sourceIds.map((id) => (
          <option value={id} />
        ))}
      </datalist>
      <ActForm
        c={c}
        csrf={view.csrf}
        back={paths.admin}
        acts={[
          ['block', e.block],
          ['unblock', e.unblock],
          ['tier', e.setTier],
        ]}
      >
        <label>
          {e.sourceId}
          <input type="text" name="source" list="sources" required maxlength={100} size={24} />
        </label>
        <label>
          {c.m.tier}
          <select name="tier">
            {c.m.tierWords.map((word, index) => (
              <option value={String(index + 1)}>{`${index + 1} ${word}`}</option>
            ))}
          </select>
        </label>
      </ActForm>
    </>
  )
}
