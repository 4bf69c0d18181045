import type { Child } from 'hono/jsx'
import { wholeCharacters } from '../../lib/clean-text.ts'
import type { ActType, StoredAct, StoredReport } from '../../store/operator-types.ts'
import { everySummary } from '../../summary/summaries-in.ts'
import { Moment } from '../components/marks.tsx'
import { StateNote } from '../components/state.tsx'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'
import { type ActOutcome, type DeskStoryView, type DeskView, INCOMPLETE, type SignInView } from './admin-views.ts'

export function SignInPage({ view, c }: { view: SignInView; c: PageContext }) {
  const { editing: e } = c.m
  if (view.state === 'noPassword') {
    return (
      <Layout c={c} heading={e.admin} isIndexed={false}>
        <StateNote label={e.admin} heading={e.noPassword} level={1}>
          <p>{e.noPasswordText}</p>
        </StateNote>
      </Layout>
    )
  }
  const fault =
    view.state === 'wrong'
      ? e.wrongPassword
      : view.state === 'locked'
        ? e.lockedOut(String(view.waitMinutes))
        : undefined
  return (
    <Layout c={c} heading={e.admin} isIndexed={false}>
      <h1>{e.admin}</h1>
      {fault ? (
        <p class="note" role="alert">
          {fault}
        </p>
      ) : null}
      <form class="form" method="post" action={paths.adminSignIn}>
        <label>
          {e.password}
          <input type="password" name="password" required autocomplete="current-password" maxlength={1000} size={32} />
        </label>
        <p>
          <button type="submit">{e.signIn}</button>
        </p>
      </form>
    </Layout>
  )
}

interface ActFormProps {
  readonly c: PageContext
  readonly csrf: string
  /** Hidden fields besides the token. */
  readonly fields?: Readonly<Record<string, string | number>>
  /** Buttons, each with the act that it asks for. */
  readonly acts: readonly (readonly [ActType, string])[]
  /** Where to come back to. */
  readonly back: string
  readonly children?: Child
}

/** A form that asks for an act; the reason is always asked for. */
function ActForm({ c, csrf, fields = {}, acts, back, children }: ActFormProps) {
  return (
    <form class="form" method="post" action={paths.adminAct}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="back" value={back} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {children}
      <label>
        {c.m.editing.reason}
        <input type="text" name="reason" required maxlength={1000} size={40} />
      </label>
      <p class="acts">
        {acts.map(([act, text]) => (
          <button type="submit" name="act" value={act}>
            {text}
          </button>
        ))}
      </p>
    </form>
  )
}

function SmallForm({
  csrf,
  action,
  fields,
  text,
}: {
  csrf: string
  action: string
  fields: Readonly<Record<string, string | number>>
  text: string
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <button type="submit">{text}</button>
    </form>
  )
}

/** What became of the act just asked for. */
function ActNote({ act, c }: { act?: ActOutcome; c: PageContext }) {
  const { editing: e } = c.m
  if (!act) return null
  if (act === INCOMPLETE) {
    return (
      <p class="note" role="status">
        {e.actIncomplete}
      </p>
    )
  }
  return (
    <p class="note" role="status">
      <b>{`${e.acts[act.act.type]}: ${e.actStates[act.state]}`}</b>{' '}
      {act.state === 'waiting' ? (
        e.waitingText
      ) : act.answer && !/^\d+$/.test(act.answer) ? (
        <span lang="en">{act.answer}</span>
      ) : null}
      {/^\d+$/.test(act.answer) ? <a href={paths.adminStory(Number(act.answer))}>{e.story(act.answer)}</a> : null}
    </p>
  )
}

/** What an act is about, as links. */
function Subject({ of: act, c }: { of: StoredAct['act']; c: PageContext }) {
  const { editing: e } = c.m
  if ('sourceId' in act) return <a href={paths.source(act.sourceId)}>{act.sourceId}</a>
  const ids = [...('storyId' in act ? [act.storyId] : []), ...('into' in act ? [act.into] : [])]
  return ids.map((id, index) => (
    <>
      {index > 0 ? ' → ' : ''}
      <a href={paths.adminStory(id)}>{e.story(String(id))}</a>
    </>
  ))
}

function ReportRow({ report, csrf, c }: { report: StoredReport; csrf: string; c: PageContext }) {
  const { editing: e } = c.m
  const { id, storyId, sentence, note, language, at } = report
  return (
    <li class="row">
      <p class="meta">
        <a href={paths.adminStory(storyId)}>{e.story(String(storyId))}</a> <Moment at={at}>{c.f.moment(at)}</Moment>
      </p>
      {sentence ? (
        <p>
          <del>{sentence}</del>
        </p>
      ) : null}
      <p lang={language === c.language ? undefined : language}>{note}</p>
      <SmallForm csrf={csrf} action={paths.adminCloseReport} fields={{ id }} text={e.closeReport} />
    </li>
  )
}

/** Everything that waits for the operator. */
export function DeskPage({ view, c }: { view: DeskView; c: PageContext }) {
  const { editing: e } = c.m
  const { csrf, reports, acts, dead, deliveries, subscribers } = view
  const { f } = c
  return (
    <Layout c={c} heading={e.admin} isIndexed={false}>
      <h1>{e.admin}</h1>
      <ActNote act={view.act} c={c} />
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
      <h2 class="h">{e.sourceHead}</h2>
      <SourceForms view={view} c={c} />
      <h2 class="h" id="acts">
        {e.recentActs} <small>{f.number(acts.length)}</small>
      </h2>
      {acts.length === 0 ? <p class="q">{e.noActs}</p> : null}
      <ol class="log">
        {acts.map((act) => (
          <li>
            <small>
              #{act.id} · <Moment at={act.at}>{f.moment(act.at)}</Moment> · {e.actStates[act.state]}
            </small>
            <br />
            {e.acts[act.act.type]} (<Subject of={act.act} c={c} />
            ): {act.reason} {act.state === 'refused' ? <span lang="en">{act.answer}</span> : null}
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
            <p>{`${subject} → ${target}`}</p>
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
            <p class="meta">
              <Moment at={createdAt}>{f.moment(createdAt)}</Moment> {e.alertsSent(f.number(alerts))}
            </p>
            <SmallForm csrf={csrf} action={paths.adminForgetDecision} fields={{ name }} text={e.forgetDecision} />
          </li>
        ))}
      </ul>
      <SmallForm csrf={csrf} action={paths.adminSignOut} fields={{}} text={e.signOut} />
    </Layout>
  )
}

function SourceForms({ view, c }: { view: DeskView; c: PageContext }) {
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

/** One story and everything that can be done to it. */
export function DeskStoryPage({ view, c }: { view: DeskStoryView; c: PageContext }) {
  const { editing: e } = c.m
  const { story, csrf, coverage, reports } = view
  const { rulings = {} } = story
  const fields = { story: story.id }
  const back = paths.adminStory(story.id)
  const common = { c, csrf, back, fields }
  const summaries = everySummary(story.summary)
  const texts = summaries.flatMap(({ sentences }) => sentences.map(({ text }) => text))
  const impacts = summaries.flatMap(({ impact }) => impact?.text ?? [])
  return (
    <Layout c={c} heading={story.headline.text} isIndexed={false}>
      <p class="acts">
        <a href={paths.admin}>
          <u>{e.admin}</u>
        </a>{' '}
        <a href={paths.storyById(story.id)}>
          <u>{e.viewStory}</u>
        </a>
      </p>
      <h1>{`${story.id}. ${story.headline.text}`}</h1>
      <ActNote act={view.act} c={c} />
      {reports.length > 0 ? (
        <ul class="list">
          {reports.map((report) => (
            <ReportRow report={report} csrf={csrf} c={c} />
          ))}
        </ul>
      ) : null}
      <h2 class="h">{e.headlineLabel}</h2>
      <ActForm {...common} acts={[['headline', e.correct]]}>
        <label>
          {e.headlineLabel}
          <input type="text" name="text" value={story.headline.text} required maxlength={1000} size={60} />
        </label>
      </ActForm>
      {rulings.headline === undefined ? null : <ActForm {...common} acts={[['headline', e.liftCorrection]]} />}
      {texts.map((text, index) => (
        <>
          <h2 class="h">{e.sentenceLabel(String(index + 1))}</h2>
          <ActForm {...common} fields={{ ...fields, sentence: text }} acts={[['sentence', e.correct]]}>
            <label>
              {e.sentenceLabel(String(index + 1))}
              <textarea name="text" rows={3} maxlength={1000} required>
                {text}
              </textarea>
            </label>
          </ActForm>
          <ActForm {...common} fields={{ ...fields, sentence: text }} acts={[['sentence', e.strike]]} />
        </>
      ))}
      {impacts.map((text) => (
        <>
          <h2 class="h">{c.m.impact}</h2>
          <p>{text}</p>
          <ActForm {...common} fields={{ ...fields, sentence: text }} acts={[['sentence', e.strike]]} />
        </>
      ))}
      <h2 class="h">{e.editStory}</h2>
      <ActForm
        {...common}
        acts={[
          rulings.retracted === undefined ? ['retract', e.retract] : ['reinstate', e.reinstate],
          rulings.pinned === undefined ? ['pin', e.pin] : ['unpin', e.unpin],
        ]}
      />
      <ActForm {...common} acts={[['merge', e.merge]]}>
        <label>
          {e.mergeInto}
          <input type="text" name="into" required inputmode="numeric" maxlength={200} size={12} />
        </label>
      </ActForm>
      <h2 class="h">{e.splitHead}</h2>
      <ActForm
        {...common}
        acts={[
          ['split', e.splitOff],
          ['move', e.move],
        ]}
      >
        {coverage.map(({ item, source, role }) => (
          <label class="choice">
            <input type="checkbox" name="item" value={String(item.id)} />{' '}
            <span>{`${item.id} · ${source?.name ?? item.sourceId} · ${c.m.roles[role]} · ${wholeCharacters(item.title, 200)}`}</span>
          </label>
        ))}
        <label>
          {e.moveTo}
          <input type="text" name="into" inputmode="numeric" maxlength={200} size={12} />
        </label>
      </ActForm>
    </Layout>
  )
}
