import { isRecord, listAt, textAt } from '../json-value.ts'

/** A post that a timeline showed: the entry's id, and the server's own. */
export interface WatchedPost {
  readonly entryId: string
  readonly nativeId: string
}

/** Maximum number of posts watched: two pages of Mastodon. Older ones have left the page that would show that they are gone. */
const MAX_WATCHED = 80

/** Maximum length of an id. Mastodon's have 18 digits, addresses of posts some hundred characters; longer ones would only fill the feed's state. */
const MAX_ID_LENGTH = 500

/** @returns the id, unless it is longer than any server's */
export function nativeIdOf(post: unknown): string | undefined {
  const id = textAt(post, 'id')
  return id !== undefined && id.length <= MAX_ID_LENGTH ? id : undefined
}

/** What a client of a timeline remembers between polls, as text in the feed's state. */
export interface TimelineCursor {
  /** The server's id of the newest post seen. */
  readonly newestId?: string
  /** Newest first. */
  readonly watched: readonly WatchedPost[]
}

/** @returns an empty cursor for text that cannot be parsed: another version of the program may have written it */
export function readTimelineCursor(written: string | undefined): TimelineCursor {
  try {
    const value: unknown = JSON.parse(written ?? '{}')
    const watched = listAt(value, 'watched').flatMap((post): WatchedPost[] => {
      const [entryId, nativeId] = Array.isArray(post) ? post : []
      return typeof entryId === 'string' && typeof nativeId === 'string' ? [{ entryId, nativeId }] : []
    })
    return { newestId: isRecord(value) ? textAt(value, 'newest') : undefined, watched: watched.slice(0, MAX_WATCHED) }
  } catch {
    return { watched: [] }
  }
}

export function writeTimelineCursor({ newestId, watched }: TimelineCursor): string {
  return JSON.stringify({
    newest: newestId,
    watched: watched.slice(0, MAX_WATCHED).map(({ entryId, nativeId }) => [entryId, nativeId]),
  })
}

/** Merges the posts of a page with those watched before, each once, those of the page first; without those whose ids are too long. */
export function watchAlso(page: readonly WatchedPost[], before: readonly WatchedPost[]): readonly WatchedPost[] {
  const byId = new Map<string, WatchedPost>()
  for (const post of [...page, ...before]) {
    const isLong = post.nativeId.length > MAX_ID_LENGTH || post.entryId.length > MAX_ID_LENGTH
    if (!isLong && !byId.has(post.nativeId)) byId.set(post.nativeId, post)
  }
  return [...byId.values()].slice(0, MAX_WATCHED)
}
