import { wholeCharacters } from '../../lib/clean-text.ts'
import { everySummary } from '../../summary/summaries-in.ts'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'
import { ActForm } from './act-form.tsx'
import type { OperatorStoryView } from './admin-views.ts'
import { ActNote, ReportRow } from './operator-notes.tsx'

/** One story and everything that can be done to it. */
export function OperatorStoryPage({ view, c }: { view: OperatorStoryView; c: PageContext }) {
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
      <ActNote act={view.act} csrf={csrf} c={c} />
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
              <textarea name="text" rows={4} cols={60} maxlength={1000} required>
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
