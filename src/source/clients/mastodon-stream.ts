import type { PolledFeed } from './client.ts'

/**
 * Where the server of a Mastodon timeline says at once that something is new, edited or gone
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

/** What an event of a stream wants: nothing, a poll, or a poll that looks a post up. */
export interface Wake {
  /** The post, as its server calls it, that was edited or deleted. */
  readonly suspect?: string
}

/** @returns undefined for events that say nothing of posts */
export function wakeOf({ type, data }: { readonly type: string; readonly data: string }): Wake | undefined {
  if (type === 'update') return {}
  if (type === 'delete') return postId(data.trim())
  // The post itself, as JSON: its own id comes first.
  return type === 'status.update' ? postId(/^\s*\{\s*"id"\s*:\s*"([^"]{1,100})"/.exec(data)?.[1]) : undefined
}

function postId(id: string | undefined): Wake {
  return id !== undefined && /^[\w-]{1,100}$/.test(id) ? { suspect: id } : {}
}
