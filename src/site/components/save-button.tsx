import type { Headline } from '../../summary/types.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'

/** Id of the form that `SaveMark` belongs to. */
const LIST_FORM = 'save'

/** On a story's page: adds it to the reader's list or removes it; a form, so that it works without a script. */
export function SaveButton({ id, c }: { id: number; c: PageContext }) {
  const { editing: e } = c.m
  const isSaved = c.saved.has(id)
  return (
    <form class="save" method="post" action={paths.saved} id="saved">
      <button type="submit" name={isSaved ? 'remove' : 'save'} value={String(id)}>
        {isSaved ? e.unsave : e.save}
      </button>
      {isSaved ? (
        <>
          {' '}
          <a href={paths.saved}>
            <u>{e.savedHead}</u>
          </a>
        </>
      ) : null}
    </form>
  )
}

/** The same button in a row of a list, to which it leads back; the page must have a `SaveForm`. */
export function SaveMark({
  id,
  headline,
  c,
}: {
  id: number
  headline: Pick<Headline, 'text' | 'language'>
  c: PageContext
}) {
  const { editing: e } = c.m
  const isSaved = c.saved.has(id)
  return (
    <button type="submit" form={LIST_FORM} name={isSaved ? 'remove' : 'save'} value={String(id)}>
      {isSaved ? e.unsaveShort : e.saveShort}
      <span class="vh">
        {': '}
        <span {...languageMarks(foreign(headline.language, c))}>{headline.text}</span>
      </span>
    </button>
  )
}

/** One form for all rows of a page. */
export function SaveForm({ c }: { c: PageContext }) {
  return (
    <form id={LIST_FORM} method="post" action={paths.saved}>
      <input type="hidden" name="from" value={c.path} />
    </form>
  )
}
