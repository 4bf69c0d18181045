import { readCommunityEntries } from './community-entry.ts'
import { decodeBytes } from './decode-bytes.ts'
import { fileKind } from './file-kind.ts'
import { isRecord } from './json-value.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseAtom } from './parse-atom.ts'
import { isBlueskyFeed, parseBluesky } from './parse-bluesky.ts'
import { isGitHubReleases, parseGitHubReleases } from './parse-github.ts'
import { isHackerNews, parseHackerNews } from './parse-hacker-news.ts'
import { isHuggingFace, parseHuggingFace } from './parse-hugging-face.ts'
import { isJsonFeed, parseJsonFeed } from './parse-json-feed.ts'
import { isLobsters, parseLobsters } from './parse-lobsters.ts'
import { isMastodonTimeline, parseMastodon } from './parse-mastodon.ts'
import { parseRss } from './parse-rss.ts'
import { parseSitemap } from './parse-sitemap.ts'
import { parseJsonLeniently } from './salvage-json.ts'
import type { ParsedFeed, SourceKind } from './types.ts'
import { type HubLinks, hubLinksInJson, hubLinksInXml } from './web-sub/hub-links.ts'
import { childElements, childNamed, parseXml, textNamed, type XmlElement } from './xml-tree.ts'

export interface ParseOptions {
  /** HTTP header; only its `charset` is used. */
  readonly contentType?: string
  /** HTTP header: the language of a feed that names none. */
  readonly contentLanguage?: string
  /** Where the bytes came from (`Content-Location`, else the last address of the redirects). */
  readonly url?: string
  /** The kind in the catalogue, as a hint; the content decides. */
  readonly kind?: SourceKind
}

/**
 * Reads a feed in any format we know: RSS 0.9x–2.0, RDF, Atom, JSON Feed, and the timelines and lists of Mastodon,
 * Bluesky, Hacker News, Lobsters, GitHub and Hugging Face. The content decides which, but a sitemap needs its kind.
 *
 * Damaged feeds are read as far as they go; an entry that cannot be read is left out, the others stay.
 *
 * @throws NotAFeedError saying what the bytes look like
 */
export function parseFeed(bytes: Uint8Array, options: ParseOptions = {}): ParsedFeed {
  const text = decodeBytes(bytes, options.contentType).replace(/^[\s\ufeff\0]+/, '')
  if (text === '') throw new NotAFeedError('it is empty', options.url)
  const isJson = text[0] === '{' || text[0] === '['
  if (!isJson && !beginsLikeMarkup(text)) throw new NotAFeedError(neitherLooksLike(text, bytes), options.url)
  const feed = isJson ? parseJson(text, options) : parseMarkup(text, options)
  return feed.language === undefined ? inLanguage(feed, options.contentLanguage) : feed
}

/** Applies the header's language to the feed and to entries that name none of their own. */
function inLanguage(feed: ParsedFeed, contentLanguage: string | undefined): ParsedFeed {
  const language = /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\s*(?:,|$)/i.exec(contentLanguage ?? '')?.[1]
  if (!language) return feed
  return {
    ...feed,
    language,
    entries: feed.entries.map((entry) => ({ ...entry, language: entry.language ?? language })),
  }
}

function parseJson(text: string, { url, kind }: ParseOptions): ParsedFeed {
  let value: unknown
  let isSalvaged = false
  try {
    const parsed = parseJsonLeniently(text)
    value = parsed.value
    isSalvaged = parsed.isSalvaged
  } catch (error) {
    throw new NotAFeedError(`it begins like JSON but is broken or cut off (${(error as Error).message})`, url)
  }
  const feed = parseJsonValue(value, url) ?? (isEmptyTimeline(value, kind) ? NO_ENTRIES : undefined)
  if (!feed) throw new NotAFeedError(jsonLooksLike(value), url)
  return { ...feed, isSalvaged }
}

const NO_ENTRIES: ParsedFeed = { authors: [], entries: [], isSalvaged: false }

function parseJsonValue(value: unknown, url: string | undefined): ParsedFeed | undefined {
  if (isMastodonTimeline(value)) return parseMastodon(value)
  if (isHackerNews(value)) return parseHackerNews(value)
  if (isLobsters(value)) return parseLobsters(value)
  if (isGitHubReleases(value)) return parseGitHubReleases(value)
  if (isHuggingFace(value)) return parseHuggingFace(value)
  if (isBlueskyFeed(value)) return parseBluesky(value)
  return isJsonFeed(value) ? { ...parseJsonFeed(value, url), ...withHub(hubLinksInJson(value, url)) } : undefined
}

function withHub(hubLinks: HubLinks | undefined): Pick<ParsedFeed, 'hubLinks'> {
  return hubLinks === undefined ? {} : { hubLinks }
}

/** Kinds whose address may answer with an empty list. */
const EMPTY_LISTS: ReadonlySet<SourceKind | undefined> = new Set([
  'mastodon',
  'json',
  'hackernews',
  'lobsters',
  'github',
])

/** Whether the answer is empty without being wrong: a hashtag nobody used, a search without hits. */
function isEmptyTimeline(value: unknown, kind: SourceKind | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0 && EMPTY_LISTS.has(kind)
  return isRecord(value) && Array.isArray(value.hits) && value.hits.length === 0
}

function jsonLooksLike(value: unknown): string {
  if (Array.isArray(value)) return `it is a JSON list of ${value.length} values, none of a kind we read`
  const message = isRecord(value) ? (value.error ?? value.message) : undefined
  if (typeof message === 'string') return `it is a JSON error message: "${message.slice(0, 200)}"`
  return 'it is JSON without items'
}

/** Some servers write a warning before the feed. */
function beginsLikeMarkup(text: string): boolean {
  return text[0] === '<' || /<(?:\?xml|rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 4_096))
}

function neitherLooksLike(text: string, bytes: Uint8Array): string {
  const kind = fileKind(bytes)
  if (kind !== undefined) return `it is ${kind}`
  return `it is neither XML nor JSON; it begins with "${text.slice(0, 40).replace(/\s+/g, ' ')}"`
}

function parseMarkup(text: string, options: ParseOptions): ParsedFeed {
  const document = parseXml(text, options.url)
  const tops = childElements(document)
  for (const root of [...tops, ...tops.flatMap(childElements)]) {
    const feed = parseRoot(root, options)
    if (feed) return { ...feed, isSalvaged: feed.isSalvaged || !document.isComplete }
  }
  throw new NotAFeedError(markupLooksLike(tops, text), options.url)
}

function parseRoot(root: XmlElement, { url, kind }: ParseOptions): ParsedFeed | undefined {
  const name = root.name.slice(root.name.indexOf(':') + 1)
  if (name === 'feed' || root.name === 'entry' || root.name === 'atom:entry') {
    return { ...readCommunityEntries(parseAtom(root, url), { kind }), ...withHub(hubLinksInXml(root, url)) }
  }
  if (name === 'urlset' && kind === 'sitemap') return parseSitemap(root, url)
  if (name !== 'rss' && name !== 'rdf' && name !== 'channel' && name !== 'redef') return undefined
  const channel = childNamed(root, 'channel') ?? root
  const feed = readCommunityEntries(parseRss(root, url), { kind, generator: textNamed(channel, 'generator') })
  return { ...feed, ...withHub(hubLinksInXml(channel, url)) }
}

function markupLooksLike(tops: readonly XmlElement[], text: string): string {
  const name = tops[0]?.name ?? ''
  if (/(?:^|:)html$/.test(name) || /^<!doctype html/i.test(text)) {
    return 'it is an HTML page; look there for the address of its feed'
  }
  if (name === 'opml') return 'it is an OPML list of feeds; import it'
  if (name === 'urlset' || name === 'sitemapindex') return 'it is a sitemap'
  return name ? `it is XML whose root is <${name.slice(0, 40)}>` : 'it has no element that is complete'
}
