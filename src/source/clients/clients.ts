import type { SourceKind } from '../types.ts'
import { arxivClient } from './arxiv.ts'
import { blueskyClient } from './bluesky.ts'
import type { PolledFeed, SourceClient } from './client.ts'
import { feedClient } from './feed.ts'
import { hackerNewsClient } from './hacker-news.ts'
import { jetstreamClient } from './jetstream.ts'
import { mastodonClient } from './mastodon.ts'
import { sitemapClient } from './sitemap.ts'

interface ClientRule {
  readonly kind: SourceKind
  /** Matches the addresses of the API; all others of the kind are feeds. */
  readonly address: RegExp
  readonly client: SourceClient
}

const RULES: readonly ClientRule[] = [
  {
    kind: 'mastodon',
    address: /^https?:\/\/[^/]+\/(?:api\/v1\/(?:timelines|accounts)\/|tags\/[^/.]+$|@[^/.]+$)/,
    client: mastodonClient,
  },
  { kind: 'bluesky', address: /^wss?:\/\//, client: jetstreamClient },
  { kind: 'bluesky', address: /\/xrpc\/app\.bsky\./, client: blueskyClient },
  { kind: 'hackernews', address: /\/v0\/(?:top|new|best|ask|show|job)stories\.json/, client: hackerNewsClient },
  { kind: 'arxiv', address: /\/api\/query\?/, client: arxivClient },
  { kind: 'sitemap', address: /^https?:/, client: sitemapClient },
]

/** @returns the kinds whose clients may read an address, as far as its form shows; a sitemap may be at any */
export function kindsOfAddress(url: string): readonly SourceKind[] {
  return RULES.filter(({ address }) => address.test(url)).map(({ kind }) => kind)
}

/** @returns the client that a feed's kind and address call for */
export function clientOf(feed: Pick<PolledFeed, 'kind' | 'url'>): SourceClient {
  return RULES.find(({ kind, address }) => kind === feed.kind && address.test(feed.url))?.client ?? feedClient
}
