import { isoInstant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'
import { plainText } from '../lib/plain-text.ts'
import { sanitiseHtml } from '../lib/sanitise-html.ts'
import { resolveUrl } from '../source/resolve-url.ts'
import type { Entry, ParsedFeed } from '../source/types.ts'

/** Those of a feed stand for each of its entries: 20,000 of them would be written 10,000 times. */
const MAX_AUTHORS = 50

/**
 * A parsed feed as `auspex parse` prints it: texts without markup as text, all others as safe HTML; instants in ISO 8601
 * UTC, absent values left out.
 *
 * @param url where the feed came from: makes absolute what is shown of a relative id
 */
export function feedJson(feed: ParsedFeed, url?: string) {
  return {
    feed: {
      id: shownId(feed.id, url),
      title: shownTitle(feed.title, baseOf(feed.link)),
      link: feed.link,
      summary: shownText(feed.summary, baseOf(feed.link)),
      author: shownAuthors(feed.authors),
      language: feed.language,
      published: writtenInstant(feed.published),
      updated: writtenInstant(feed.updated),
      categories: feed.categories,
    },
    items: feed.entries.map((entry) => entryJson(entry, url)),
    ...(feed.isSalvaged ? { salvaged: true } : {}),
  }
}

function entryJson(entry: Entry, url: string | undefined) {
  const base = baseOf(entry.link)
  return {
    id: shownId(entry.id, url),
    title: shownTitle(entry.title, base),
    link: entry.link,
    published: writtenInstant(entry.published),
    updated: writtenInstant(entry.updated),
    author: shownAuthors(entry.authors),
    summary: shownText(entry.summary, base),
    content: shownText(entry.content, base),
    language: entry.language,
    categories: entry.categories,
    enclosures: entry.enclosures.map(({ url, type, lengthBytes }) => ({ url, type, length: lengthBytes })),
  }
}

/** An address of any length makes links absolute, but each of them costs its length. */
function baseOf(link: string | undefined): string | undefined {
  return link !== undefined && link.length <= 4_000 ? link : undefined
}

/**
 * RFC 4287 (4.2.6) wants an absolute IRI; what is shown of `/post/1` is one. What an item is known by stays as written, for
 * a feed that moves would else bring all of them again.
 */
function shownId(id: string | undefined, url: string | undefined): string | undefined {
  return id?.startsWith('/') ? (resolveUrl(id, url) ?? id) : id
}

function shownTitle(written: string | undefined, baseUrl: string | undefined): string | undefined {
  const shown = shownText(written, baseUrl)?.replace(/^<p>([^<]*)<\/p>$/, '$1')
  if (shown === undefined || shown.includes('<')) return shown
  const text = plainText(shown)
  return /<[a-z/!?]/i.test(text) ? shown : text
}

/** Text without markup stays as it is. */
function shownText(written: string | undefined, baseUrl: string | undefined): string | undefined {
  return written !== undefined && /[<&]/.test(written)
    ? sanitiseHtml(written, baseUrl, { keepsRelativeLinks: true })
    : written
}

function shownAuthors(authors: readonly string[]): string | undefined {
  return authors.length === 0 ? undefined : authors.slice(0, MAX_AUTHORS).map(plainText).join(', ')
}

function writtenInstant(written: string | undefined): string | undefined {
  return written === undefined ? undefined : isoInstant(parseInstant(written))
}
