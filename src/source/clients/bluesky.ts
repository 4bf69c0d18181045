import { isRecord, listAt, recordAt, textAt } from '../json-value.ts'
import { isBlueskyFeed, parseBluesky } from '../parse-bluesky.ts'
import { type Conversation, conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'
import { readTimelineCursor, type WatchedPost, watchAlso, writeTimelineCursor } from './watched-posts.ts'

const PAGE_SIZE = 50
/** Maximum number of pages read to reach the last post seen. */
const MAX_PAGES = 4
/** The most that `app.bsky.feed.getPosts` takes. */
const MAX_LOOKED_UP = 25

/**
 * Client for author feeds, lists and searches of Bluesky's public AppView (`getAuthorFeed`, `searchPosts`, `getFeed`,
 * `getListFeed`). Reads pages back to the last post seen. Watched posts that no longer appear are looked up with
 * `getPosts`, which omits deleted ones: those are withdrawn.
 */
export const blueskyClient: SourceClient = {
  poll: (feed, context) =>
    conversation(context, async (talk) => {
      const cursor = readTimelineCursor(feed.state?.cursor)
      const known = new Set(cursor.watched.map(({ nativeId }) => nativeId))
      const posts = await readBack(talk, feed.url, known)
      const seen = posts.own.map((uri): WatchedPost => ({ entryId: uri, nativeId: uri }))
      const shown = new Set([...posts.own, ...posts.passedOn])
      const missing = cursor.watched.filter(({ nativeId }) => !shown.has(nativeId)).slice(0, MAX_LOOKED_UP)
      const gone = await gonePosts(talk, feed.url, missing)
      const isGone = new Set(gone)
      const watched = watchAlso(seen, cursor.watched).filter(({ nativeId }) => !isGone.has(nativeId))
      const parsed = parseBluesky(posts.pages)
      return talk.read(parsed, { withdrawn: gone, cursor: writeTimelineCursor({ watched }) })
    }),
}

interface Posts {
  /** In the shape of one answer of the API. */
  readonly pages: { readonly feed?: readonly unknown[]; readonly posts?: readonly unknown[] }
  /** Addresses (`at://`) of the posts, newest first. */
  readonly own: readonly string[]
  /** Addresses of the posts that were reposted. */
  readonly passedOn: readonly string[]
}

async function readBack(talk: Conversation, feedUrl: string, known: ReadonlySet<string>): Promise<Posts> {
  const feed: unknown[] = []
  const posts: unknown[] = []
  let after: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await talk.json(pageUrl(feedUrl, after))
    if (!isBlueskyFeed(answer) && !isEmptyPage(answer)) throw new UnexpectedAnswerError(refusalIn(answer))
    const views = listAt(answer, 'feed')
    feed.push(...views)
    posts.push(...listAt(answer, 'posts'))
    const uris = [...views.map((view) => recordAt(view, 'post')), ...listAt(answer, 'posts')].flatMap(uriOf)
    after = textAt(answer, 'cursor')
    if (after === undefined || uris.length === 0 || known.size === 0 || uris.some((uri) => known.has(uri))) break
  }
  const isRepost = (view: unknown) => recordAt(view, 'reason') !== undefined
  return {
    pages: feed.length > 0 ? { feed } : { posts },
    own: [...feed.filter((view) => !isRepost(view)).map((view) => recordAt(view, 'post')), ...posts].flatMap(uriOf),
    passedOn: feed.filter(isRepost).flatMap((view) => uriOf(recordAt(view, 'post'))),
  }
}

/** @returns those of the posts that the AppView no longer has */
async function gonePosts(
  talk: Conversation,
  feedUrl: string,
  missing: readonly WatchedPost[],
): Promise<readonly string[]> {
  if (missing.length === 0) return []
  const url = new URL('/xrpc/app.bsky.feed.getPosts', feedUrl)
  for (const { nativeId } of missing) url.searchParams.append('uris', nativeId)
  const answer = await talk.json(url.href)
  // Only an answer of the right shape proves that the posts missing in it are gone.
  if (!isRecord(answer) || !Array.isArray(answer.posts)) return []
  const standing = new Set(answer.posts.flatMap(uriOf))
  return missing.map(({ nativeId }) => nativeId).filter((uri) => !standing.has(uri))
}

function uriOf(post: unknown): string[] {
  const uri = textAt(post, 'uri')
  return uri?.startsWith('at://') ? [uri] : []
}

function isEmptyPage(answer: unknown): boolean {
  return isRecord(answer) && [answer.feed, answer.posts].some((list) => Array.isArray(list) && list.length === 0)
}

function refusalIn(answer: unknown): string {
  const said = textAt(answer, 'message', 'error')
  return `the server answered, but not with posts${said ? `: "${said.slice(0, 200)}"` : ''}`
}

function pageUrl(feedUrl: string, after: string | undefined): string {
  const url = new URL(feedUrl)
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', String(PAGE_SIZE))
  if (url.pathname.endsWith('searchPosts') && !url.searchParams.has('sort')) url.searchParams.set('sort', 'latest')
  if (after !== undefined) url.searchParams.set('cursor', after)
  return url.href
}
