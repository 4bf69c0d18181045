import type { Instant } from '../lib/instant.ts'
import type { HubLinks } from './web-sub/hub-links.ts'

/** Standing of a source: 1 primary, 2 reporting, 3 commentary and aggregation, 4 open community. */
export type Tier = 1 | 2 | 3 | 4

export const SOURCE_KINDS = [
  'rss',
  'atom',
  'json',
  'mastodon',
  'bluesky',
  'hackernews',
  'arxiv',
  'reddit',
  'github',
  'youtube',
  'lobsters',
  'podcast',
  'sitemap',
  'mail',
] as const
/** How a source's feeds are read. */
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const SOURCE_TYPES = [
  'lab',
  'research',
  'government',
  'wire',
  'press',
  'trade',
  'newsletter',
  'blog',
  'community',
  'aggregator',
] as const
/** What a source is. */
export type SourceType = (typeof SOURCE_TYPES)[number]

/** A publisher we follow. */
export interface Source {
  /** Kebab case, never reused. */
  readonly id: string
  readonly name: string
  readonly homepage: string
  readonly kind: SourceKind
  readonly feeds: readonly { readonly url: string }[]
  /** BCP 47; `mul` for a mixed timeline. */
  readonly language: string
  /** ISO 3166-1 alpha-2, or `EU`; `INT`: of no single country; `ZZ`: unknown. */
  readonly country: string
  /** The owner. Sources of one family are one voice. */
  readonly family: string
  readonly type: SourceType
  readonly tier: Tier
  readonly tierReason: string
  readonly topics: readonly string[]
  /** Hub ids that the source covers regularly. */
  readonly hubs: readonly string[]
  readonly isEnabled: boolean
  /** The feed is made by somebody else from the publisher's pages. */
  readonly isMirror: boolean
  /** False for link posts, digests and press-release carriers: they never corroborate. */
  readonly countsAsIndependent: boolean
  /** Its terms allow us to read whole articles from its pages where the feed gives only the beginning. */
  readonly allowsFullText?: boolean
  /** The licence of what it publishes: an identifier of the SPDX list, or an address. Undefined: its own terms, whatever they are. */
  readonly licence?: string
  readonly note?: string
}

export const RELATED_KINDS = ['pdf', 'doi', 'transcript', 'audio', 'video'] as const
/** A document or recording that belongs to an entry. */
export interface RelatedLink {
  readonly kind: (typeof RELATED_KINDS)[number]
  /** Absolute. */
  readonly url: string
}

/** One entry of a feed, as published: only character encoding, XML and relative addresses are resolved. */
export interface Entry {
  /** The feed's own id for the entry; undefined where it gives none. */
  readonly id?: string
  /** Address of the entry's page: absolute wherever the feed's own address is known. */
  readonly link?: string
  /** HTML or plain text, as published. */
  readonly title?: string
  /** HTML or plain text. */
  readonly summary?: string
  /** HTML or plain text. */
  readonly content?: string
  readonly authors: readonly string[]
  /** As written in the feed, not yet parsed. */
  readonly published?: string
  /** As written in the feed, not yet parsed. */
  readonly updated?: string
  /** BCP 47 as declared on the entry or inherited from the feed. */
  readonly language?: string
  readonly categories: readonly string[]
  readonly enclosures: readonly { readonly url: string; readonly type?: string; readonly lengthBytes?: number }[]
  /** Address of what a post or submission is about (a toot's card, an HN link). */
  readonly pointsTo?: string
  /** A post in a timeline: its title is made from its text. */
  readonly isPost?: boolean
  /** What belongs to the entry beside its page: the paper as PDF, its DOI, a podcast's transcript. */
  readonly related?: readonly RelatedLink[]
  /** Community signal where the format carries it. */
  readonly points?: number
  readonly comments?: number
}

/** A whole feed as published. */
export interface ParsedFeed {
  readonly id?: string
  readonly title?: string
  readonly link?: string
  readonly summary?: string
  readonly authors: readonly string[]
  readonly language?: string
  readonly published?: string
  readonly updated?: string
  /** Minutes the publisher asks readers to wait (`ttl`, `sy:update…`). */
  readonly ttlMinutes?: number
  readonly categories?: readonly string[]
  readonly entries: readonly Entry[]
  /** Where updates can be subscribed to (WebSub). */
  readonly hubLinks?: HubLinks
  /** The bytes were cut off or damaged; every complete entry was kept. */
  readonly isSalvaged: boolean
}

/** What a publisher permits programs, in robots.txt, headers and well-known files. */
export interface Permission {
  /** `own`: a group of robots.txt names us and forbids the feed; `pages`: one for all programs does; `unknown`: it could not be fetched. */
  readonly robots: 'allowed' | 'pages' | 'own' | 'unknown'
  readonly reserved?: Reservation
}

/** Text and data mining is reserved (W3C TDM Reservation Protocol), or use by AI is refused (`noai`). */
export type Reservation = 'tdm' | 'noai'

/** What we remember of one feed between polls. */
export interface FeedState {
  readonly feedUrl: string
  readonly sourceId: string
  readonly etag?: string
  readonly lastModified?: string
  /** The cursor of the feed's client for the next poll, in a format of its own. */
  readonly cursor?: string
  /** Where permanent redirects lead; fetched in place of `feedUrl`. */
  readonly movedTo?: string
  readonly nextPollAt: Instant
  /** Current interval of the adaptive schedule. */
  readonly intervalMs: number
  readonly lastAttemptAt?: Instant
  readonly lastSuccessAt?: Instant
  readonly lastChangeAt?: Instant
  /** The failure in words, for readers; undefined after a success. */
  readonly error?: string
  readonly failuresInARow: number
  /** When the failures in a row began. */
  readonly firstFailureAt?: Instant
  /** Polls so far. */
  readonly polls?: number
  /** Entries in the last answer that was read, and how many of them were dated in the future. */
  readonly entries?: number
  readonly futureEntries?: number
  /** How many of them had the id of an earlier one. */
  readonly repeatedIds?: number
  /** What could not be read while the rest was, in words: one mailbox of several, say. */
  readonly unread?: string
  /** The last answer was cut off or damaged. */
  readonly isSalvaged?: boolean
  /** What the publisher permits programs, as last known. */
  readonly permission?: Permission
  readonly lastStatus?: number
  readonly latencyMs?: number
  readonly bodyBytes?: number
}
