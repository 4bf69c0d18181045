import { escapeHtml } from '../lib/escape-html.ts'
import { isoInstant } from '../lib/instant.ts'
import { accountOf, addressOf, identityOf, pointedAt, statusId, statusNumber } from './entry-address.ts'
import { publishedInstant, updatedInstant } from './entry-instant.ts'
import type { FeedPage } from './render-feed.ts'
import type { DemoWorld, StandingEntry } from './world.ts'

const HASHTAG = /#([\p{L}\p{N}_]+)/gu
const LINK_OR_TAG = /\[\[([^\]|]+)\]\]|https:\/\/[^\s]+|#([\p{L}\p{N}_]+)/gu

/** Renders a feed as a timeline in the REST API of Mastodon 4 (docs.joinmastodon.org/entities/Status). */
export function renderMastodon(page: FeedPage): string {
  return JSON.stringify(
    page.entries.map((entry) => status(page, entry)),
    null,
    1,
  )
}

function status({ world, publisher, startAt }: FeedPage, entry: StandingEntry) {
  const host = new URL(publisher.homepage).host
  const account = accountOf(entry)
  const id = statusId(entry)
  const tags = [...new Set([...entry.text.matchAll(HASHTAG)].map((match) => match[1]!.toLowerCase()))]
  return {
    id,
    created_at: isoInstant(publishedInstant(entry, startAt)),
    edited_at: entry.editedMinute === undefined ? null : isoInstant(updatedInstant(entry, startAt)),
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: publisher.language === 'mul' ? null : publisher.language,
    uri: identityOf(world, entry),
    url: addressOf(world, entry),
    replies_count: entry.comments ?? 0,
    reblogs_count: Math.floor((entry.points ?? 0) / 2),
    favourites_count: entry.points ?? 0,
    content: content(world, entry, host),
    reblog: null,
    account: {
      id: statusNumber(account),
      username: account,
      acct: account,
      display_name: entry.author?.split(' ').slice(1).join(' ') || account,
      bot: account.endsWith('bot'),
      url: `https://${host}/@${account}`,
    },
    media_attachments: [],
    mentions: [],
    tags: tags.map((name) => ({ name, url: `https://${host}/tags/${name}` })),
    emojis: [],
    card: card(world, entry),
    poll: null,
  }
}

/** Renders the text as HTML. Links are shortened as Mastodon does it: scheme and tail are in invisible spans. */
function content(world: DemoWorld, entry: StandingEntry, host: string): string {
  const text = entry.text.trim()
  const pieces: string[] = []
  let end = 0
  for (const match of text.matchAll(LINK_OR_TAG)) {
    const [written, key, tag] = match
    pieces.push(escapeHtml(text.slice(end, match.index)))
    if (tag !== undefined) pieces.push(tagAnchor(tag, host))
    else pieces.push(anchor(key === undefined ? written : addressOf(world, world.entry(key)!)))
    end = match.index + written.length
  }
  pieces.push(escapeHtml(text.slice(end)))
  const paragraphs = pieces.join('').split(/\n\s*\n/)
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join('')
}

function tagAnchor(tag: string, host: string): string {
  return `<a href="https://${host}/tags/${tag}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`
}

function anchor(address: string): string {
  const rest = address.replace(/^https:\/\//, '')
  const shown = rest.slice(0, 30)
  const hidden = rest.slice(30)
  return (
    `<a href="${escapeHtml(address)}" target="_blank" rel="nofollow noopener noreferrer" translate="no">` +
    `<span class="invisible">https://</span><span class="${hidden && 'ellipsis'}">${escapeHtml(shown)}</span>` +
    `<span class="invisible">${escapeHtml(hidden)}</span></a>`
  )
}

function card(world: DemoWorld, entry: StandingEntry) {
  const url = pointedAt(world, entry)
  if (url === undefined) return null
  const target = world.entry(entry.pointsTo!)
  const title = target?.title ?? new URL(url).host
  const provider = target ? world.publisher(target.feedId).name : ''
  return { url, title, description: '', type: 'link', author_name: '', provider_name: provider, image: null }
}
