import { escapeHtml } from '../lib/escape-html.ts'
import { countAt, isRecord, listAt, mapReadable, recordAt, textAt } from './json-value.ts'
import { plainTextAsHtml } from './plain-text.ts'
import { resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed } from './types.ts'

/** Whether a value is an answer of the public AppView: `app.bsky.feed.getAuthorFeed` (`feed`) or `searchPosts` (`posts`). */
export function isBlueskyFeed(value: unknown): boolean {
  const posts = postsOf(value)
  if (posts.length > 0) return posts.some((post) => textAt(post, 'uri')?.startsWith('at://') ?? false)
  return isRecord(value) && Object.hasOwn(value, 'cursor') && (Array.isArray(value.feed) || Array.isArray(value.posts))
}

/** Reads an answer of the AppView. A repost becomes the original post, which is one entry however often it is reposted. */
export function parseBluesky(value: unknown): ParsedFeed {
  const entries = mapReadable(postsOf(value), blueskyEntry)
  return { authors: [], entries: [...new Map(entries.map((entry) => [entry.id, entry])).values()], isSalvaged: false }
}

function postsOf(value: unknown): readonly unknown[] {
  const feed = listAt(value, 'feed').map((view) => recordAt(view, 'post'))
  return feed.length > 0 ? feed : listAt(value, 'posts')
}

function blueskyEntry(post: unknown): Entry | undefined {
  const uri = textAt(post, 'uri')
  const record = recordAt(post, 'record')
  const author = recordAt(post, 'author')
  if (!uri || !record) return undefined
  const handle = textAt(author, 'handle')
  const shown = textAt(author, 'displayName')
  const recordKey = /^at:\/\/[^/]+\/app\.bsky\.feed\.post\/([\w.~:-]+)$/.exec(uri)?.[1]
  const profile = textAt(author, 'did') ?? handle
  const text = textAt(record, 'text') ?? ''
  return {
    id: uri,
    link: recordKey && profile ? `https://bsky.app/profile/${handle ?? profile}/post/${recordKey}` : undefined,
    content: richText(text, listAt(record, 'facets')) ?? '',
    authors: handle ? [shown && shown !== handle ? `${shown} (@${handle})` : `@${handle}`] : [],
    published: textAt(record, 'createdAt') ?? textAt(post, 'indexedAt'),
    language: listAt(record, 'langs').find((language): language is string => typeof language === 'string'),
    categories: tagsOf(record),
    enclosures: [],
    pointsTo: embeddedUrl(recordAt(record, 'embed')) ?? embeddedUrl(recordAt(post, 'embed')) ?? linkOf(record),
    isPost: true,
    points:
      countAt(post, 'likeCount') === undefined
        ? undefined
        : (countAt(post, 'likeCount') ?? 0) + (countAt(post, 'repostCount') ?? 0),
    comments: countAt(post, 'replyCount'),
  }
}

interface Facet {
  readonly start: number
  readonly end: number
  readonly url: string
}

/** Converts a text with its links to HTML. Facets count bytes of UTF-8 (app.bsky.richtext.facet). */
function richText(text: string, facets: readonly unknown[]): string | undefined {
  const bytes = Buffer.from(text)
  const links = facets.flatMap((facet) => linkFacet(facet, bytes.length)).sort((a, b) => a.start - b.start)
  if (links.length === 0) return plainTextAsHtml(text)
  let html = ''
  let at = 0
  for (const { start, end, url } of links) {
    if (start < at) continue
    html += `${escapeHtml(bytes.toString('utf8', at, start))}<a href="${escapeHtml(url)}">${escapeHtml(bytes.toString('utf8', start, end))}</a>`
    at = end
  }
  return `<p>${(html + escapeHtml(bytes.toString('utf8', at))).replaceAll('\n', '<br>')}</p>`
}

function linkFacet(facet: unknown, length: number): Facet[] {
  const index = recordAt(facet, 'index')
  const start = countAt(index, 'byteStart')
  const end = countAt(index, 'byteEnd')
  const url = listAt(facet, 'features')
    .map((feature) => resolveUrl(textAt(feature, 'uri')))
    .find((found) => found)
  if (start === undefined || end === undefined || !url || start >= end || end > length) return []
  return [{ start, end, url }]
}

function linkOf(record: unknown): string | undefined {
  return listAt(record, 'facets').flatMap((facet) => linkFacet(facet, Number.MAX_SAFE_INTEGER))[0]?.url
}

function embeddedUrl(embed: unknown): string | undefined {
  const external = recordAt(embed, 'external') ?? recordAt(recordAt(embed, 'media'), 'external')
  return resolveUrl(textAt(external, 'uri'))
}

function tagsOf(record: unknown): string[] {
  const features = listAt(record, 'facets').flatMap((facet) => listAt(facet, 'features'))
  const tags = [...features.map((feature) => textAt(feature, 'tag')), ...listAt(record, 'tags')]
  return [...new Set(tags.filter((tag): tag is string => typeof tag === 'string' && tag !== ''))]
}
