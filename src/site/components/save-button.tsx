import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'

/** Puts a story on the reader's list, or takes it off; a form, so that it works without a script. */
export function SaveButton({
  id,
  isSaved,
  isInList = false,
  c,
}: {
  id: number
  isSaved: boolean
  /** It stands on the page of the list, and leads back there. */
  isInList?: boolean
  c: PageContext
}) {
  const { editing: e } = c.m
  return (
    <form class="save" method="post" action={paths.saved} id={isInList ? undefined : 'saved'}>
      <input type="hidden" name="story" value={String(id)} />
      {isInList ? <input type="hidden" name="from" value="list" /> : null}
      <button type="submit" name="act" value={isSaved ? 'remove' : 'save'}>
        {isSaved ? e.unsave : e.save}
      </button>
      {isSaved && !isInList ? (
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
