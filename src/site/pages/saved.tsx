import { ListAddress } from '../components/list-address.tsx'
import { StoryRow } from '../components/story-row.tsx'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import type { SavedChanges } from '../saved/saved-changes.ts'
import { writeList } from '../saved/saved-list.ts'
import type { SavedView } from '../saved/saved-routes.ts'
import { Layout } from './layout.tsx'

/** Renders the page of a reader's saved stories in their current state. */
export function SavedPage({ view, c }: { view: SavedView; c: PageContext }) {
  const { editing: e } = c.m
  const { stories, ids, changes, missing, isForeign } = view
  const list = writeList(ids.map((id) => ({ id })))
  const address = withQuery(paths.saved, { s: list })
  return (
    <Layout c={c} heading={e.savedHead} isIndexed={false}>
      <h1>{e.savedHead}</h1>
      <p class="prose">{e.savedMeans}</p>
      {isForeign ? <ListAct act="keep" list={list} text={e.savedKeep} /> : null}
      {changes.size > 0 ? <ListAct act="seen" text={e.savedSeen} /> : null}
      {stories.length === 0 ? <p class="q">{e.savedEmpty}</p> : null}
      <ul class="list">
        {stories.map((story) => (
          <StoryRow story={story} note={<Changes id={story.id} changes={changes.get(story.id)} c={c} />} c={c} />
        ))}
      </ul>
      {missing > 0 ? (
        <p>
          <small>{e.savedMissing(missing)}</small>
        </p>
      ) : null}
      {stories.length > 0 && !isForeign ? (
        <>
          <ListAddress address={address} c={c} />
          <ListAct act="empty" text={e.savedForget} />
        </>
      ) : null}
    </Layout>
  )
}

/** Renders a link to a story's unseen changes that says what they are. */
function Changes({ id, changes, c }: { id: number; changes: SavedChanges | undefined; c: PageContext }) {
  if (!changes) return null
  const sorts = [...changes.counts].map(([type, count]) =>
    count > 1 ? `${c.m.events[type]} × ${c.f.number(count)}` : c.m.events[type],
  )
  return (
    <p class="why">
      <a href={`${withQuery(paths.storyById(id), { since: changes.seq })}#since`}>
        {c.m.editing.savedChanged(c.f.list(sorts))}
      </a>
    </p>
  )
}

function ListAct({ act, list, text }: { act: 'keep' | 'seen' | 'empty'; list?: string; text: string }) {
  return (
    <form class="save" method="post" action={paths.saved}>
      {list === undefined ? null : <input type="hidden" name="list" value={list} />}
      <button type="submit" name="act" value={act}>
        {text}
      </button>
    </form>
  )
}
