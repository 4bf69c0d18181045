import { resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed, SourceKind } from './types.ts'

/**
 * Extracts what communities and preprint servers put into the text of their RSS and Atom: the page a submission points
 * to, its points and comments, an abstract, a list of authors in one field. Entries of other sources stay as they are.
 */
export function readCommunityEntries(
  feed: ParsedFeed,
  options: { readonly kind?: SourceKind; readonly generator?: string },
): ParsedFeed {
  const isTimeline =
    options.kind === 'mastodon' || options.kind === 'bluesky' || /^mastodon\b/i.test(options.generator ?? '')
  // arXiv's API answers a bad query with an entry that says so.
  const entries = feed.entries.filter(({ id }) => !/^https?:\/\/arxiv\.org\/api\/errors/.test(id ?? ''))
  return { ...feed, entries: entries.map((entry) => readCommunityEntry(entry, isTimeline, options.kind)) }
}

function readCommunityEntry(entry: Entry, isTimeline: boolean, kind: SourceKind | undefined): Entry {
  const host = hostOf(entry.id) ?? hostOf(entry.link)
  const page = hostOf(entry.link)
  if (isTimeline || (page === 'bsky.app' && entry.title === undefined)) return { ...entry, isPost: true }
  if (page === 'reddit.com' || page?.endsWith('.reddit.com')) return redditEntry(entry)
  if (kind === 'hackernews' || isHackerNews(entry, host)) return hackerNewsEntry(entry)
  if (host === 'lobste.rs') return lobstersEntry(entry)
  if (page === 'arxiv.org' || page?.endsWith('.arxiv.org')) return arxivEntry(entry)
  return entry
}

/** Reddit's Atom ends each entry with `[link]` and `[comments]`; in a text post both lead to the post itself. */
function redditEntry(entry: Entry): Entry {
  const target = addressBefore(entry.content ?? entry.summary, '[link]')
  const isOwn = target === undefined || /(?:^|\.)(?:reddit\.com|redd\.it)$/.test(hostOf(target) ?? '')
  return { ...entry, pointsTo: isOwn ? undefined : target }
}

/** Whether an entry is a submission: its discussion is named in the id (hnrss.org) or first in the text (the official feed). */
function isHackerNews(entry: Entry, host: string | undefined): boolean {
  const text = entry.summary ?? entry.content ?? ''
  return host === 'news.ycombinator.com' || text.startsWith('<a href="https://news.ycombinator.com/item?id=')
}

/** hnrss.org: "Article URL: … Comments URL: … Points: 12 # Comments: 3"; the official feed has only a comments link. */
function hackerNewsEntry(entry: Entry): Entry {
  const text = entry.summary ?? entry.content ?? ''
  const discussion =
    addressBefore(text, 'Comments') ?? firstAddress(text, 'https://news.ycombinator.com/item?id=') ?? entry.id
  const target = entry.link
  const isOwn = hostOf(target) === 'news.ycombinator.com'
  const onHackerNews = hostOf(discussion) === 'news.ycombinator.com' ? discussion : undefined
  return {
    ...entry,
    link: isOwn ? target : (onHackerNews ?? target),
    pointsTo: isOwn ? entry.pointsTo : target,
    points: numberAfter(text, 'Points:'),
    comments: entry.comments ?? numberAfter(text, '# Comments:'),
  }
}

/** Lobsters: `link` is the page submitted, `guid` the discussion. */
function lobstersEntry(entry: Entry): Entry {
  const discussion = resolveUrl(entry.id)
  const isOwn = hostOf(entry.link) === 'lobste.rs'
  return { ...entry, link: isOwn ? entry.link : (discussion ?? entry.link), pointsTo: isOwn ? undefined : entry.link }
}

/** arXiv's RSS names all authors in one `dc:creator` and puts a header before the abstract. */
function arxivEntry(entry: Entry): Entry {
  const names = entry.authors.length === 1 ? namesIn(entry.authors[0]!) : entry.authors
  const abstract = /^arXiv:\S+\s+Announce Type:\s*\S+\s+(?:Abstract:\s*)?/i
  return {
    ...entry,
    id: paperOf(entry.id),
    link: paperOf(entry.link),
    title: entry.title?.replace(/\s+/g, ' '),
    authors: names.map((name) => name.trim()).filter((name) => name !== ''),
    summary: entry.summary?.replace(abstract, ''),
  }
}

/** Returns the paper's address without its version, for `arxiv.org/abs/2611.00001v2` and `oai:arXiv.org:2611.00001v2` alike. */
function paperOf(address: string | undefined): string | undefined {
  const paper = /^(?:https?:\/\/(?:\w+\.)?arxiv\.org\/abs\/|oai:arXiv\.org:)([\w.-]+(?:\/\d+)?)$/i.exec(
    address ?? '',
  )?.[1]
  return paper === undefined ? address : `https://arxiv.org/abs/${paper.replace(/v\d{1,3}$/, '')}`
}

/** Splits at commas outside brackets: "A. Lam, B. Ho (HKU, Hong Kong)" are two. */
function namesIn(list: string): string[] {
  const names: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < list.length; at++) {
    if (list[at] === '(') depth++
    else if (list[at] === ')') depth--
    else if (list[at] === ',' && depth <= 0) {
      names.push(list.slice(start, at))
      start = at + 1
    }
  }
  return [...names, list.slice(start)]
}

/** The address of the link whose text is exactly `label`. */
function addressBefore(html: string | undefined, label: string): string | undefined {
  const end = html?.indexOf(`>${label}</a>`) ?? -1
  if (html === undefined || end < 0) return undefined
  const tag = html.slice(Math.max(0, html.lastIndexOf('<a ', end)), end)
  const address = /\shref="([^"]*)"/.exec(tag)?.[1]
  return resolveUrl(address?.replaceAll('&amp;', '&'))
}

function firstAddress(html: string, prefix: string): string | undefined {
  const start = html.indexOf(prefix)
  return start < 0 ? undefined : resolveUrl(/^[^"'<>\s]+/.exec(html.slice(start, start + 200))?.[0])
}

function numberAfter(text: string, label: string): number | undefined {
  const start = text.indexOf(label)
  const digits =
    start < 0 ? undefined : /^\s*(\d{1,9})/.exec(text.slice(start + label.length, start + label.length + 20))?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function hostOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  return new URL(address).hostname.replace(/^(?:www|old|export|rss)\./, '')
}
