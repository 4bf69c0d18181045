import { isRecord, recordAt, textAt } from '../json-value.ts'
import { isMastodonTimeline, parseMastodon } from '../parse-mastodon.ts'
import type { ParsedFeed } from '../types.ts'
import { type Conversation, conversation, readJson, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'
import { nativeIdOf, readTimelineCursor, type WatchedPost, watchAlso, writeTimelineCursor } from './watched-posts.ts'

/** The most that the API gives at once (docs.joinmastodon.org/methods/timelines). */
const PAGE_SIZE = 40
/** Maximum number of pages read to catch up with what came since the last poll; the rest comes with the next one. */
const MAX_CATCH_UP_PAGES = 5
/** Posts missing on the page that one poll looks up, one by one; a moderator's sweep is spread over polls. */
const MAX_LOOKED_UP = 8
/** Posts named by a stream that one poll looks up; a server that names more is not believed. */
const MAX_SUSPECTS = 20

/**
 * Client for hashtag, account, list and public timelines of the Mastodon API, and of other servers that implement it.
 *
 * The newest page brings edits and counts. What came between the last poll and that page is fetched with `min_id`, so that a
 * busy hour loses nothing. A post that the page should show and does not is looked up. It is withdrawn only if its server says
 * that it is gone (404, 410), as it may merely have lost its hashtag. A post that a stream named is looked up too, even where
 * it has left the page: what the stream says of it is not trusted.
 */
export const mastodonClient: SourceClient = {
  poll: (feed, context) =>
    conversation(context, async (talk) => {
      const cursor = readTimelineCursor(feed.state?.cursor)
      const timelineUrl = await apiAddress(talk, feed.url)
      const newest = await readPage(talk, pageUrl(timelineUrl, {}))
      const caughtUp = await catchUp(talk, timelineUrl, newest, cursor.newestId)
      const shown = new Set(newest.flatMap((status) => nativeIdOf(status) ?? []))
      const missing = missingPosts(newest, cursor.watched, shown)
      const suspects = suspectPosts(newest, cursor.watched, context.suspects ?? new Set())
      const { gone: withdrawn, found } = await lookUp(talk, feed.url, [...new Set([...suspects, ...missing])])
      const edited = found.filter((status) => suspects.some(({ nativeId }) => nativeId === nativeIdOf(status)))
      const page = [...newest, ...caughtUp.statuses, ...edited]
      const seen = page.flatMap(watchedPost)
      const isGone = new Set(withdrawn.map(({ nativeId }) => nativeId))
      const watched = watchAlso(seen, cursor.watched).filter(({ nativeId }) => !isGone.has(nativeId))
      return talk.read(timeline(page), {
        withdrawn: withdrawn.map(({ entryId }) => entryId),
        cursor: writeTimelineCursor({ newestId: caughtUp.newestId, watched }),
      })
    }),
}

function timeline(statuses: readonly unknown[]): ParsedFeed {
  return statuses.length === 0 ? { authors: [], entries: [], isSalvaged: false } : parseMastodon(statuses)
}

async function readPage(talk: Conversation, url: string): Promise<readonly unknown[]> {
  const response = await talk.get(url, [], { accept: 'application/json' })
  const value = readJson(response)
  if (Array.isArray(value) && (value.length === 0 || isMastodonTimeline(value))) return value
  const said = isRecord(value) ? textAt(value, 'error') : undefined
  throw new UnexpectedAnswerError(
    `the server answered, but not with a timeline${said ? `: "${said.slice(0, 200)}"` : ''}`,
  )
}

/** Reads what lies between the last post seen and the newest page, oldest first; a feed never polled has nothing to catch up with. */
async function catchUp(
  talk: Conversation,
  feedUrl: string,
  newest: readonly unknown[],
  lastSeen: string | undefined,
): Promise<{ statuses: readonly unknown[]; newestId?: string }> {
  const ids = newest.flatMap((status) => nativeIdOf(status) ?? [])
  const pageNewest = ids.reduce<string | undefined>((most, id) => (most && isNewer(most, id) ? most : id), lastSeen)
  const pageOldest = ids.reduce<string | undefined>(
    (least, id) => (least && isNewer(id, least) ? least : id),
    undefined,
  )
  const isGap = lastSeen !== undefined && pageOldest !== undefined && isNewer(pageOldest, lastSeen)
  if (!isGap) return { statuses: [], newestId: pageNewest }
  const statuses: unknown[] = []
  let minId = lastSeen
  for (let page = 0; page < MAX_CATCH_UP_PAGES; page++) {
    const next = await readPage(talk, pageUrl(feedUrl, { min_id: minId }))
    const nextIds = next.flatMap((status) => nativeIdOf(status) ?? [])
    const furthest = nextIds.reduce((most, id) => (isNewer(id, most) ? id : most), minId)
    statuses.push(...next)
    // A server that ignores `min_id` shows its newest page again; the gap cannot be closed any further.
    if (furthest === minId || !isNewer(pageOldest, furthest)) return { statuses, newestId: pageNewest }
    minId = furthest
  }
  // Not all was read: the next poll continues here.
  return { statuses, newestId: minId }
}

function watchedPost(status: unknown): WatchedPost[] {
  // A boost is watched as the original post; the boost's own id orders the page.
  const post = recordAt(status, 'reblog') ?? status
  const nativeId = nativeIdOf(post)
  const entryId = textAt(post, 'uri', 'id')
  return nativeId && entryId ? [{ nativeId, entryId }] : []
}

/** Returns watched posts that should be on the page, by their ids, and are not. */
function missingPosts(
  page: readonly unknown[],
  watched: readonly WatchedPost[],
  shown: ReadonlySet<string>,
): readonly WatchedPost[] {
  const onPage = new Set([...shown, ...page.flatMap((status) => nativeIdOf(recordAt(status, 'reblog')) ?? [])])
  const oldest = [...shown].reduce<string | undefined>(
    (least, id) => (least && isNewer(id, least) ? least : id),
    undefined,
  )
  // An empty page may mean that all of them are gone.
  const isWithin = ({ nativeId }: WatchedPost) => oldest === undefined || !isNewer(oldest, nativeId)
  return watched.filter((post) => !onPage.has(post.nativeId) && isWithin(post)).slice(0, MAX_LOOKED_UP)
}

/** Returns watched posts that a stream named and that the page does not show anyway. */
function suspectPosts(
  page: readonly unknown[],
  watched: readonly WatchedPost[],
  named: ReadonlySet<string>,
): readonly WatchedPost[] {
  if (named.size === 0) return []
  const onPage = new Set(
    page.flatMap((status) => [status, recordAt(status, 'reblog')].flatMap((post) => nativeIdOf(post) ?? [])),
  )
  return watched.filter(({ nativeId }) => named.has(nativeId) && !onPage.has(nativeId)).slice(0, MAX_SUSPECTS)
}

async function lookUp(
  talk: Conversation,
  feedUrl: string,
  missing: readonly WatchedPost[],
): Promise<{ readonly gone: readonly WatchedPost[]; readonly found: readonly unknown[] }> {
  const gone: WatchedPost[] = []
  const found: unknown[] = []
  for (const post of missing) {
    const response = await talk.get(new URL(`/api/v1/statuses/${encodeURIComponent(post.nativeId)}`, feedUrl).href, [
      ...[404, 410, 401, 403, 429, 500, 502, 503],
    ])
    if (response.status === 404 || response.status === 410) gone.push(post)
    else if (response.status === 429) break
    else if (response.status === 200) {
      const value = readJson(response)
      if (isMastodonTimeline([value])) found.push(value)
    }
  }
  return { gone, found }
}

/** @returns whether id `a` is newer than `b`, for Mastodon's numbers and the sortable ids of GoToSocial and Pleroma alike */
export function isNewer(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length
}

/** Returns the API's address of a timeline whose page is `/tags/AI` or `/@name`; other addresses are timelines already. */
async function apiAddress(talk: Conversation, feedUrl: string): Promise<string> {
  const { pathname } = new URL(feedUrl)
  const tag = /^\/tags\/([^/]+)$/.exec(pathname)?.[1]
  if (tag) return new URL(`/api/v1/timelines/tag/${tag}`, feedUrl).href
  const name = /^\/@([^/]+)$/.exec(pathname)?.[1]
  if (!name) return feedUrl
  const account = textAt(await talk.json(new URL(`/api/v1/accounts/lookup?acct=${name}`, feedUrl).href), 'id')
  if (!account) throw new UnexpectedAnswerError(`the server knows no account @${name}`)
  return new URL(`/api/v1/accounts/${encodeURIComponent(account)}/statuses?exclude_replies=true`, feedUrl).href
}

function pageUrl(feedUrl: string, more: Readonly<Record<string, string>>): string {
  const url = new URL(feedUrl)
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', String(PAGE_SIZE))
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
  return url.href
}
