import { escapeHtml } from '../lib/escape-html.ts'
import { countAt, isRecord, listAt, mapReadable, recordAt, textAt, valueAt } from './json-value.ts'
import { resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed } from './types.ts'

/** Whether a value is a timeline of the Mastodon API: a list of statuses (docs.joinmastodon.org/entities/Status). */
export function isMastodonTimeline(value: unknown): boolean {
  return Array.isArray(value) && value.some(isStatus)
}

/**
 * Reads hashtag, account, list and public timelines. A deleted status is simply no longer in them.
 * A boost becomes the original status, so that one toot boosted by ten people is one entry.
 */
export function parseMastodon(timeline: unknown): ParsedFeed {
  const statuses = mapReadable(Array.isArray(timeline) ? timeline : [], mastodonEntry)
  const byId = new Map(statuses.map((entry) => [entry.id, entry]))
  return { authors: [], entries: [...byId.values()], isSalvaged: false }
}

function isStatus(value: unknown): boolean {
  return isRecord(value) && typeof value.content === 'string' && isRecord(value.account) && 'created_at' in value
}

function mastodonEntry(outer: unknown): Entry | undefined {
  const boosted = recordAt(outer, 'reblog')
  const status = boosted ?? outer
  if (!isStatus(status)) return undefined
  const account = recordAt(status, 'account')
  const link = resolveUrl(textAt(status, 'url')) ?? resolveUrl(textAt(status, 'uri'))
  const warning = textAt(status, 'spoiler_text')
  const content = textAt(status, 'content') ?? ''
  return {
    // `uri` is the same on every server that shows the toot; `id` is this server's own number.
    id: textAt(status, 'uri', 'id'),
    link,
    content: warning ? `<p>${escapeHtml(warning)}</p>${content}` : content,
    authors: [authorName(account)].filter((name) => name !== undefined),
    published: textAt(status, 'created_at'),
    updated: textAt(status, 'edited_at'),
    language: textAt(status, 'language'),
    categories: listAt(status, 'tags').flatMap((tag) => textAt(tag, 'name') ?? []),
    enclosures: mapReadable(listAt(status, 'media_attachments'), (media) => {
      const url = resolveUrl(textAt(media, 'url') ?? textAt(media, 'remote_url'))
      return url && { url, type: mediaType(textAt(media, 'type')) }
    }) as Entry['enclosures'],
    pointsTo: resolveUrl(textAt(recordAt(status, 'card'), 'url')) ?? quotedUrl(status),
    isPost: true,
    points: sum(countAt(status, 'favourites_count'), countAt(status, 'reblogs_count')),
    comments: countAt(status, 'replies_count'),
  }
}

/** `@user` on its own server, `@user@host` elsewhere: `acct` says which. */
function authorName(account: unknown): string | undefined {
  const handle = textAt(account, 'acct', 'username')
  const shown = textAt(account, 'display_name')
  if (!handle) return shown
  return shown && shown !== handle ? `${shown} (@${handle})` : `@${handle}`
}

/** A quote post (Mastodon 4.5) is about the post it quotes. */
function quotedUrl(status: unknown): string | undefined {
  const quote = valueAt(status, 'quote')
  return resolveUrl(textAt(recordAt(quote, 'quoted_status'), 'url'))
}

function mediaType(type: string | undefined): string | undefined {
  if (type === 'gifv') return 'video/mp4'
  return type === 'image' || type === 'video' || type === 'audio' ? `${type}/*` : undefined
}

function sum(...counts: readonly (number | undefined)[]): number | undefined {
  return counts.some((count) => count !== undefined)
    ? counts.reduce<number>((total, count) => total + (count ?? 0), 0)
    : undefined
}
