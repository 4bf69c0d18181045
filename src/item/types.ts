import type { Instant } from '../lib/instant.ts'
import type { RelatedLink } from '../source/types.ts'

export const ITEM_FORMS = ['article', 'post', 'submission', 'digest', 'paper', 'release'] as const
/**
 * What sort of thing an item is, by its source and shape:
 * `post` in a timeline, `submission` of a link to a community, `digest` naming several events,
 * `paper` (arXiv …), `release` (a repository's), else `article`.
 */
export type ItemForm = (typeof ITEM_FORMS)[number]

/** One published thing, normalised; not yet stored. */
export interface NewItem {
  readonly sourceId: string
  readonly feedUrl: string
  /** Identity within the source: the entry's id, else its canonical URL, else a hash of its title and date. */
  readonly key: string
  /** Canonical: absolute, tracking parameters gone. Undefined only where the entry has no address. */
  readonly url?: string
  /** Plain text, one line, never empty. */
  readonly title: string
  /** Plain text of the content or, failing that, of the summary; paragraphs parted by blank lines. */
  readonly text: string
  /** Sanitised HTML of the same. */
  readonly html: string
  /** The feed gave only the beginning; the text is the article of the item's page. */
  readonly isFromPage?: boolean
  readonly authors: readonly string[]
  /** BCP 47: `en`, `zh-Hant`, `zh-Hans`, `ja`, …; `und` where it can't be told. */
  readonly language: string
  /** Said by the source, clamped to `fetchedAt`; `fetchedAt` where it says nothing. */
  readonly publishedAt: Instant
  readonly updatedAt?: Instant
  readonly fetchedAt: Instant
  readonly form: ItemForm
  /** Without `#`, as written: `GreaterBayArea`. */
  readonly hashtags: readonly string[]
  /** Canonical addresses that the text links to, without the item's own; at most 50. */
  readonly links: readonly string[]
  /** Canonical address of what a post or submission is about. */
  readonly pointsTo?: string
  readonly categories: readonly string[]
  /** Documents and recordings that belong to it, at most 5: the PDF of a paper, its DOI, a transcript. */
  readonly related?: readonly RelatedLink[]
  readonly points?: number
  readonly comments?: number
  /** MinHash signature over word (CJK: character) shingles of title and text: near-identical texts agree in most places. */
  readonly fingerprint: readonly number[]
  /** SHA-256 (hex) over everything a reader would see: equal hash = nothing was edited. */
  readonly contentHash: string
}

/** An item as stored: its words, without markup. */
export interface Item extends Omit<NewItem, 'html'> {
  /** In order of arrival, from 1. */
  readonly id: number
  /** 1 when first seen; one more with each edit. */
  readonly revision: number
  readonly firstSeenAt: Instant
}
