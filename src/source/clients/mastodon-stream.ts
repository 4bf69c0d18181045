import type { PolledFeed } from './client.ts'

/**
 * Returns the address of the stream that reports new, edited and deleted posts of a Mastodon timeline
 * (docs.joinmastodon.org/methods/streaming).
 *
 * @returns undefined for what has no stream: accounts, lists, and all that is no timeline
 */
export function streamAddress({ kind, url }: Pick<PolledFeed, 'kind' | 'url'>): string | undefined {
  if (kind !== 'mastodon' || !/^https?:/.test(url) || !URL.canParse(url)) return undefined
  const { pathname, searchParams } = new URL(url)
  const isLocal = searchParams.get('local') === 'true'
  const tag = /^\/(?:tags|api\/v1\/timelines\/tag)\/([^/.]+)$/.exec(pathname)?.[1]
  if (tag) return new URL(`/api/v1/streaming/hashtag${isLocal ? '/local' : ''}?tag=${tag}`, url).href
  if (pathname !== '/api/v1/timelines/public') return undefined
  const part = isLocal ? '/local' : searchParams.get('remote') === 'true' ? '/remote' : ''
  return new URL(`/api/v1/streaming/public${part}`, url).href
}

/** What an event of a stream calls for: a poll, which may have to look a post up. */
export interface Wake {
  /** The server's id of the post that was edited or deleted. */
  readonly suspect?: string
}

/** @returns undefined for events that are not about posts */
export function wakeOf({ type, data }: { readonly type: string; readonly data: string }): Wake | undefined {
  if (type === 'update') return {}
  if (type === 'delete') return postId(data.trim())
  // The data is the post as JSON, in which its own id comes first.
  return type === 'status.update' ? postId(/^\s*\{\s*"id"\s*:\s*"([^"]{1,100})"/.exec(data)?.[1]) : undefined
}

function postId(id: string | undefined): Wake {
  return id !== undefined && /^[\w-]{1,100}$/.test(id) ? { suspect: id } : {}
}
