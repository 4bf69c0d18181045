import { countAt, isRecord, listAt, mapReadable, recordAt, textAt, valueAt } from './json-value.ts'
import { plainText, plainTextAsHtml } from './plain-text.ts'
import { resolveHtmlUrls, resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed } from './types.ts'

/** Whether a value is a JSON Feed 1.0 or 1.1 (jsonfeed.org): by its `version`, else by `items` beside a title. */
export function isJsonFeed(value: unknown): boolean {
  if (!isRecord(value)) return false
  const version = valueAt(value, 'version')
  if (typeof version === 'string' && version.toLowerCase().includes('jsonfeed.org')) return true
  return Array.isArray(valueAt(value, 'items')) && typeof valueAt(value, 'title') === 'string'
}

/** @param documentUrl where the feed was fetched from; the base of relative addresses */
export function parseJsonFeed(feed: unknown, documentUrl?: string): ParsedFeed {
  const homepage = resolveUrl(textAt(feed, 'home_page_url'), documentUrl)
  const base = homepage ?? documentUrl ?? textAt(feed, 'feed_url')
  const authors = authorsOf(feed)
  const language = textAt(feed, 'language')
  return {
    id: textAt(feed, 'feed_url'),
    title: plainText(textAt(feed, 'title')),
    link: homepage,
    summary: plainText(textAt(feed, 'description')),
    authors,
    language,
    entries: mapReadable(listAt(feed, 'items'), (item) => jsonEntry(item, { base, authors, language })),
    isSalvaged: false,
  }
}

function jsonEntry(
  item: unknown,
  feed: { base: string | undefined; authors: readonly string[]; language: string | undefined },
): Entry | undefined {
  const id = textAt(item, 'id')
  const link = resolveUrl(textAt(item, 'url'), feed.base) ?? resolveUrl(id)
  const external = resolveUrl(textAt(item, 'external_url'), feed.base)
  const html = textAt(item, 'content_html')
  const content = html ? resolveHtmlUrls(html, link ?? feed.base) : plainTextAsHtml(textAt(item, 'content_text'))
  const title = plainText(textAt(item, 'title'))
  if (!id && !link && !title && !content) return undefined
  const authors = authorsOf(item)
  return {
    id,
    link: link ?? external,
    title,
    summary: plainText(textAt(item, 'summary')),
    content,
    authors: authors.length > 0 ? authors : feed.authors,
    published: textAt(item, 'date_published'),
    updated: textAt(item, 'date_modified'),
    language: textAt(item, 'language') ?? feed.language,
    categories: listAt(item, 'tags').filter((tag): tag is string => typeof tag === 'string' && tag.trim() !== ''),
    enclosures: mapReadable(listAt(item, 'attachments'), (attachment) => {
      const url = resolveUrl(textAt(attachment, 'url'), feed.base)
      return url && { url, type: textAt(attachment, 'mime_type'), lengthBytes: countAt(attachment, 'size_in_bytes') }
    }) as Entry['enclosures'],
    // A link post: `url` is its own page, `external_url` the page it talks about (JSON Feed 1.1, items).
    pointsTo: link && external !== link ? external : undefined,
    // Without a title it is a post of a microblog (JSON Feed 1.1, "title").
    isPost: title === undefined ? true : undefined,
  }
}

/** Reads `authors` of 1.1, a list, or `author` of 1.0, an object; against the rules, a person may be a string. */
function authorsOf(value: unknown): string[] {
  const list = listAt(value, 'authors')
  const single = recordAt(value, 'author') ?? textAt(value, 'author')
  const people = list.length > 0 ? list : single === undefined ? [] : [single]
  const names = people.map((person) => (typeof person === 'string' ? person.trim() : textAt(person, 'name', 'url')))
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[]
}
