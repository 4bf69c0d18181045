import { Parser } from 'htmlparser2'
import { MAX_OPEN_ELEMENTS } from '../lib/bounded-markup.ts'
import type { Instant } from '../lib/instant.ts'
import { clientOf, kindsOfAddress } from './clients/clients.ts'
import { decodeBytes } from './decode-bytes.ts'
import { type FetchOutcome, fetchFeed } from './fetch-feed.ts'
import type { Fetcher } from './fetcher.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseFeed } from './parse-feed.ts'
import { resolveUrl } from './resolve-url.ts'
import type { ParsedFeed, SourceKind } from './types.ts'

/** A feed that was read. */
export interface FoundFeed {
  readonly url: string
  readonly kind: SourceKind
  readonly title?: string
  readonly homepage?: string
  readonly language?: string
  readonly entries: number
  /** The first entry's title, to see whether it is the right feed. */
  readonly newestTitle?: string
  /** As written in the feed. */
  readonly newestPublished?: string
  /** From title or host: kebab case. */
  readonly suggestedId: string
  readonly isSalvaged: boolean
}

export interface SourceCheck {
  readonly url: string
  /** Empty where nothing could be read. */
  readonly feeds: readonly FoundFeed[]
  /** What went wrong, for the operator; where feeds were found, what is wrong with the others. */
  readonly problems: readonly string[]
}

/** Feeds tried of those that a page names. */
const MAX_DISCOVERED = 8

/**
 * Finds the feeds at an address: a feed, an API or stream that one of our clients reads, or a page that names its feeds
 * (`<link rel="alternate">`). Every failure is a problem in words.
 *
 * @throws only the signal's reason
 */
export async function checkSource(
  url: string,
  fetcher: Fetcher,
  now: () => Instant,
  signal?: AbortSignal,
): Promise<SourceCheck> {
  const first = await readAddress(url, fetcher, now, signal)
  if (!('feed' in first)) {
    const feed = await readApi(url, fetcher, now, signal)
    if (feed) return { url, feeds: [feed], problems: [] }
  }
  if ('feed' in first) return { url, feeds: [first.feed], problems: [] }
  if (first.discovered.length === 0) return { url, feeds: [], problems: [first.problem] }
  const feeds: FoundFeed[] = []
  const problems: string[] = []
  for (const address of first.discovered.slice(0, MAX_DISCOVERED)) {
    const found = await readAddress(address, fetcher, now, signal)
    if ('feed' in found) feeds.push(found.feed)
    else problems.push(found.problem)
  }
  return { url, feeds, problems }
}

/** Reads what only its own client can: a list of ids, a stream, a page of a server with an API, a sitemap. */
async function readApi(
  url: string,
  fetcher: Fetcher,
  now: () => Instant,
  signal: AbortSignal | undefined,
): Promise<FoundFeed | undefined> {
  for (const kind of kindsOfAddress(url)) {
    const outcome = await clientOf({ kind, url }).poll({ url, kind, sourceId: '' }, { fetcher, now, signal })
    const feed = feedIn(outcome, kind)
    if (feed) return describeFeed(feed, url, kind)
  }
  return undefined
}

function feedIn(outcome: FetchOutcome, kind: SourceKind): ParsedFeed | undefined {
  if (outcome.type === 'read') return outcome.feed
  if (outcome.type !== 'changed') return undefined
  try {
    return parseFeed(outcome.bytes, { contentType: outcome.contentType, url: outcome.finalUrl, kind })
  } catch (error) {
    if (error instanceof NotAFeedError) return undefined
    throw error
  }
}

type Reading = { readonly feed: FoundFeed } | { readonly problem: string; readonly discovered: readonly string[] }

async function readAddress(
  url: string,
  fetcher: Fetcher,
  now: () => Instant,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const outcome = await fetchFeed({ url, kind: 'rss' }, undefined, fetcher, now, signal)
  if (outcome.type === 'failed') return { problem: `${url}: ${outcome.error}`, discovered: [] }
  if (outcome.type === 'unchanged')
    return { problem: `${url}: the server answered 304 to a plain request`, discovered: [] }
  try {
    const feed = parseFeed(outcome.bytes, { contentType: outcome.contentType, url: outcome.finalUrl })
    return { feed: describeFeed(feed, outcome.movedTo ?? url, kindOf(outcome.bytes, outcome.finalUrl)) }
  } catch (error) {
    if (!(error instanceof NotAFeedError)) throw error
    const discovered = discoverFeeds(decodeBytes(outcome.bytes, outcome.contentType), outcome.finalUrl)
    return { problem: `${url}: ${error.looksLike}`, discovered: discovered.filter((address) => address !== url) }
  }
}

/**
 * Finds the feeds that an HTML page names. Stops where a page nests deeper than any real one: 300,000 nested elements took the parser
 * 4 seconds.
 *
 * @returns absolute addresses in document order, each once
 */
export function discoverFeeds(html: string, pageUrl: string): string[] {
  const found = new Set<string>()
  let base = pageUrl
  let open = 0
  const parser = new Parser({
    onclosetag: () => open--,
    onopentag: (name, attributes) => {
      if (++open > MAX_OPEN_ELEMENTS) parser.pause()
      if (name === 'base') base = resolveUrl(attributes.href, pageUrl) ?? base
      if (name !== 'link' && name !== 'a') return
      const isFeed = /^application\/(?:(?:rss|atom|feed)\+(?:xml|json)|rdf\+xml)\b/i.test(
        (attributes.type ?? '').trim(),
      )
      const isAlternate = /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(attributes.rel ?? '')
      const address = isFeed && isAlternate ? resolveUrl(attributes.href, base) : undefined
      if (address) found.add(address)
    },
  })
  parser.write(html)
  parser.end()
  return [...found]
}

function describeFeed(feed: ParsedFeed, url: string, kind: SourceKind): FoundFeed {
  const newest = feed.entries[0]
  return {
    url,
    kind,
    title: feed.title,
    homepage: feed.link,
    language: feed.language ?? newest?.language,
    entries: feed.entries.length,
    newestTitle: newest?.title,
    newestPublished: newest?.published ?? newest?.updated,
    suggestedId: suggestId(feed.title, url),
    isSalvaged: feed.isSalvaged,
  }
}

/** @returns an id in kebab case, from the title if that gives at least three characters, else from the host; never empty */
export function suggestId(title: string | undefined, url: string): string {
  const fromTitle = kebab(title ?? '')
  if (fromTitle.length >= 3) return fromTitle
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|feeds?|rss|blog)\./, '') : ''
  return kebab(host.replace(/\.(?:com|org|net|io|ai|co|dev)$/, '')) || 'source'
}

function kebab(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .slice(0, 200)
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '')
}

const KIND_BY_HOST: readonly (readonly [RegExp, SourceKind])[] = [
  [/(?:^|\.)arxiv\.org$/, 'arxiv'],
  [/(?:^|\.)reddit\.com$/, 'reddit'],
  [/(?:^|\.)youtube\.com$/, 'youtube'],
  [/(?:^|\.)github\.com$/, 'github'],
  [/^(?:hn\.algolia\.com|hnrss\.org|news\.ycombinator\.com)$/, 'hackernews'],
  [/(?:^|\.)(?:bsky\.app|bsky\.social)$/, 'bluesky'],
]

function kindOf(bytes: Uint8Array, url: string): SourceKind {
  const { hostname, pathname } = new URL(url)
  const byHost = KIND_BY_HOST.find(([host]) => host.test(hostname))?.[1]
  if (byHost) return byHost
  if (/^\/api\/v1\/timelines\/|^\/api\/v1\/accounts\/\d+\/statuses|^\/tags\/[^/]+\.rss$/.test(pathname))
    return 'mastodon'
  const head = new TextDecoder().decode(bytes.subarray(0, 2_000)).trimStart()
  if (head.startsWith('{') || head.startsWith('[')) return 'json'
  return /<(?:\w+:)?feed[\s>]/.test(head) ? 'atom' : 'rss'
}
