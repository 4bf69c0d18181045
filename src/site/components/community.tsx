import type { CommunitySignal } from '../../story/community-signal.ts'
import type { PageContext } from '../page-context.ts'
import { safeHref } from '../safe-href.ts'
import type { StoryView } from '../view/story.ts'
import { SourceOfEntry } from './source-name.tsx'

/** Most discussions named; the coverage has all. */
const MOST_NAMED = 20

/** What communities made of a story: the sum, and each discussion with a link to it. */
export function CommunityNote({ view, c }: { view: StoryView; c: PageContext }) {
  const { community } = view
  if (community === undefined) return null
  const { m } = c
  const discussed = new Set(community.discussions.map(({ itemId }) => itemId))
  const reacted = view.coverage.map(({ item }) => item).filter(({ id }) => discussed.has(id))
  return (
    <section id="community">
      <h2 class="h">{m.community}</h2>
      <p>
        <Reactions
          points={reacted.some(({ points }) => points !== undefined) ? community.points : undefined}
          comments={reacted.some(({ comments }) => comments !== undefined) ? community.comments : undefined}
          c={c}
        />{' '}
        · {m.reactions.discussions(community.discussions.length)}
      </p>
      <ul class="meta">
        {community.discussions.slice(0, MOST_NAMED).map((discussion) => (
          <li>
            <DiscussionLink discussion={discussion} view={view} c={c} />
          </li>
        ))}
      </ul>
      <p>
        <small>{m.communityNote}</small>
      </p>
    </section>
  )
}

function DiscussionLink({
  discussion,
  view,
  c,
}: {
  discussion: CommunitySignal['discussions'][number]
  view: StoryView
  c: PageContext
}) {
  const entry = view.coverage.find(({ item }) => item.id === discussion.itemId)
  if (entry === undefined) return null
  const name = <SourceOfEntry entry={entry} c={c} />
  const href = safeHref(entry.item.url)
  return (
    <>
      {href ? <a href={href}>{name}</a> : <b>{name}</b>} <Reactions {...entry.item} c={c} />{' '}
      <a class="cite" href={`#r${entry.number}`}>{`[${entry.number}]`}</a>
    </>
  )
}

/** Points and replies, as far as a community reports them. */
export function Reactions({ points, comments, c }: { points?: number; comments?: number; c: PageContext }) {
  const { reactions } = c.m
  if (points === undefined && comments === undefined) return null
  return (
    <span>
      {[points === undefined ? '' : reactions.points(points), comments === undefined ? '' : reactions.replies(comments)]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}
