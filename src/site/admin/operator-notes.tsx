import type { StoredAct, StoredReport } from '../../store/operator-types.ts'
import { languageMarks } from '../components/language-marks.ts'
import { Moment } from '../components/marks.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { MOST_SOURCES_NAMED } from '../view/corrections.ts'
import { ActForm, SmallForm } from './act-form.tsx'
import type { ActOutcome } from './admin-views.ts'
import { INCOMPLETE } from './admin-views.ts'

/** Outcome of the act just asked for. */
export function ActNote({ act, csrf, c }: { act?: ActOutcome; csrf: string; c: PageContext }) {
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
    <div class="note" role="status">
      <b>{`${e.acts[act.act.type]}: ${e.actStates[act.state]}`}</b>{' '}
      {act.state === 'waiting' ? (
        e.waitingText
      ) : act.answer && !/^\d+$/.test(act.answer) ? (
        <span lang="en">{act.answer}</span>
      ) : null}
      {/^\d+$/.test(act.answer) ? <a href={paths.adminStory(Number(act.answer))}>{e.story(act.answer)}</a> : null}
      <UndoForm act={act} csrf={csrf} c={c} />
    </div>
  )
}

/** The form that undoes an act, if it can be undone. */
export function UndoForm({ act, csrf, c }: { act: StoredAct; csrf: string; c: PageContext }) {
  if (act.undo === undefined || act.undoneBy !== undefined) return null
  const { editing: e } = c.m
  return (
    <details>
      <summary>{e.undoAct(String(act.id))}</summary>
      <ActForm c={c} csrf={csrf} back={paths.admin} fields={{ undo: act.id }} acts={[['undo', e.undo]]} />
    </details>
  )
}

/** What an act is about, as links. */
export function Subject({ of: act, c }: { of: StoredAct['act']; c: PageContext }) {
  const { editing: e } = c.m
  if (act.type === 'undo') return <a href={`#act-${act.act}`}>{`#${act.act}`}</a>
  if ('sourceId' in act) return <a href={paths.source(act.sourceId)}>{act.sourceId}</a>
  if (act.type === 'import') {
    const named = act.sourceIds.slice(0, MOST_SOURCES_NAMED)
    return e.sourcesNamed(named.join(', '), act.sourceIds.length - named.length)
  }
  const ids = [...('storyId' in act ? [act.storyId] : []), ...('into' in act ? [act.into] : [])]
  return ids.map((id, index) => (
    <>
      {index > 0 ? ' → ' : ''}
      <a href={paths.adminStory(id)}>{e.story(String(id))}</a>
    </>
  ))
}

/** What a reader reported, with the button that closes it. */
export function ReportRow({ report, csrf, c }: { report: StoredReport; csrf: string; c: PageContext }) {
  const { editing: e } = c.m
  const { id, storyId, sentence, note, language, at } = report
  return (
    <li class="row">
      <p class="meta">
        <a href={paths.adminStory(storyId)}>{e.story(String(storyId))}</a>{' '}
        <Moment at={at}>{c.f.moment(at, c.now)}</Moment>
      </p>
      {sentence ? (
        <p>
          <del>{sentence}</del>
        </p>
      ) : null}
      <p {...languageMarks(language === c.language ? undefined : language)}>{note}</p>
      <SmallForm csrf={csrf} action={paths.adminCloseReport} fields={{ id }} text={e.closeReport} />
    </li>
  )
}
