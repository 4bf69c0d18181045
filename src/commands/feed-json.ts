import { isoInstant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'
import { plainText } from '../lib/plain-text.ts'
import { sanitiseHtml } from '../lib/sanitise-html.ts'
import { resolveUrl } from '../source/resolve-url.ts'
import type { Entry, ParsedFeed } from '../source/types.ts'

/** Maximum number of authors shown. Entries inherit the feed's authors: 20,000 of them would be written 10,000 times. */
const MAX_AUTHORS = 50

/**
 * Converts a parsed feed to the JSON of `auspex parse`: texts without markup as plain text, all others as sanitised HTML; instants in
 * ISO 8601 UTC; absent values omitted.
 *
 * @param url address of the feed, to make relative ids absolute
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

/** Returns the base URL of an entry's links; undefined if it is very long, as each resolved link would repeat it. */
function baseOf(link: string | undefined): string | undefined {
  return link !== undefined && link.length <= 4_000 ? link : undefined
}

/**
 * Returns an id as an absolute IRI (RFC 4287, 4.2.6), also for `/post/1`. Only the output is changed: items are identified by the id as
 * written, for otherwise a feed that moves would deliver all of them again.
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

/** Sanitises HTML; text without markup is returned unchanged. */
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
