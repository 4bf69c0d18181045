import { SaveButton } from '../components/save-button.tsx'
import { StoryRow } from '../components/story-row.tsx'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import { writeList } from '../saved/saved-list.ts'
import type { SavedView } from '../saved/saved-routes.ts'
import { Layout } from './layout.tsx'

/** The stories that a reader saved, as they are now. */
export function SavedPage({ view, c }: { view: SavedView; c: PageContext }) {
  const { editing: e } = c.m
  const { stories, ids, missing, isForeign } = view
  const list = writeList(ids)
  const address = withQuery(paths.saved, { s: list })
  return (
    <Layout c={c} heading={e.savedHead} isIndexed={false}>
      <h1>{e.savedHead}</h1>
      <p class="prose">{e.savedMeans}</p>
      {isForeign ? <ListAct act="keep" list={list} text={e.savedKeep} /> : null}
      {stories.length === 0 ? <p class="q">{e.savedEmpty}</p> : null}
      <ul class="list">
        {stories.map((story) => (
          <StoryRow story={story} c={c}>
            {isForeign ? null : <SaveButton id={story.id} isSaved isInList c={c} />}
          </StoryRow>
        ))}
      </ul>
      {missing > 0 ? (
        <p>
          <small>{e.savedMissing(missing)}</small>
        </p>
      ) : null}
      {stories.length > 0 && !isForeign ? (
        <>
          <p>
            <small>
              {e.savedAddress}{' '}
              <a href={address} rel="nofollow">
                {c.origin + address}
              </a>
            </small>
          </p>
          <ListAct act="empty" text={e.savedForget} />
        </>
      ) : null}
    </Layout>
  )
}

function ListAct({ act, list, text }: { act: 'keep' | 'empty'; list?: string; text: string }) {
  return (
    <form class="save" method="post" action={paths.saved}>
      {list === undefined ? null : <input type="hidden" name="list" value={list} />}
      <button type="submit" name="act" value={act}>
        {text}
      </button>
    </form>
  )
}
