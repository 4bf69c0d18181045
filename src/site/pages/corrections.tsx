import { foreign } from '../components/entry.tsx'
import { languageMarks } from '../components/language-marks.ts'
import { Moment } from '../components/marks.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { Correction, CorrectionsView } from '../view/corrections.ts'
import { Layout } from './layout.tsx'

/** Renders the page of corrections, with their reasons. */
export function CorrectionsPage({ view, c }: { view: CorrectionsView; c: PageContext }) {
  const { editing: e } = c.m
  return (
    <Layout c={c} heading={e.corrections} description={e.correctionsText} feed={paths.corrections}>
      <h1>{e.corrections}</h1>
      <p class="prose">{e.correctionsText}</p>
      {view.corrections.length === 0 ? <p class="q">{e.noCorrections}</p> : null}
      <ol class="log">
        {view.corrections.map((each) => (
          <CorrectionRow correction={each} c={c} />
        ))}
      </ol>
    </Layout>
  )
}

function CorrectionRow({ correction, c }: { correction: Correction; c: PageContext }) {
  const { editing: e } = c.m
  const { id, at, storyId, sourceId, sourceName, headline, headlineLanguage, reason, sentence, sentenceLanguage } =
    correction
  const { undoes, undoneBy, sources } = correction
  return (
    <li class="key" id={id}>
      <small>
        <Moment at={at}>{c.f.moment(at, c.now)}</Moment> · {id.startsWith('act') ? e.byOperator : e.bySource}
      </small>
      <br />
      <b>{whatWasDone(correction, c)}</b>
      {storyId === undefined ? null : (
        <>
          {': '}
          <a href={paths.storyById(storyId)} {...languageMarks(foreign(headlineLanguage ?? 'und', c))}>
            {headline ?? e.story(String(storyId))}
          </a>
        </>
      )}
      {sourceId === undefined ? null : (
        <>
          {': '}
          <a href={paths.source(sourceId)}>{sourceName ?? sourceId}</a>
        </>
      )}
      {sources === undefined ? null : (
        <>
          {': '}
          {sources.named.map(({ id: source, name }, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <a href={paths.source(source)}>
                <bdi>{name}</bdi>
              </a>
            </>
          ))}
          {e.sourcesNamed('', sources.more)}
        </>
      )}
      {sentence ? (
        <p>
          <del {...languageMarks(foreign(sentenceLanguage ?? 'und', c))}>{sentence}</del>
        </p>
      ) : null}
      {reason ? <p>{e.becauseReason(reason)}</p> : null}
      {undoes ? (
        <p>
          <a href={`#${undoes.id}`}>{e.undoesAct(undoes.id.replace('act-', ''))}</a>
        </p>
      ) : null}
      {undoneBy ? (
        <p>
          <a href={`#${undoneBy}`}>{e.undoneByAct(undoneBy.replace('act-', ''))}</a>
        </p>
      ) : null}
    </li>
  )
}

/** @returns `Story retracted`, `Corrected` … in the reader's language */
export function whatWasDone({ what, undoes }: Correction, c: Pick<PageContext, 'm'>): string {
  const { events, editing } = c.m
  if (undoes) return `${editing.acts.undo}: ${editing.acts[undoes.what]}`
  return what === 'corrected' || what === 'retracted' || what === 'reinstated' ? events[what] : editing.acts[what]
}
