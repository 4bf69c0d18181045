import type { Instant } from '../lib/instant.ts'
import type { RelatedLink } from '../source/types.ts'

export const ITEM_FORMS = ['article', 'post', 'submission', 'digest', 'paper', 'release'] as const
/**
 * The form of an item, by its source and shape: `post` in a timeline, `submission` of a link to a community, `digest` of several
 * events, `paper` (arXiv …), `release` of a repository, else `article`.
 */
export type ItemForm = (typeof ITEM_FORMS)[number]

/** One published thing, normalised; not yet stored. */
export interface NewItem {
  readonly sourceId: string
  readonly feedUrl: string
  /** Identity within the source: the entry's id, else its canonical URL, else a hash of its title and date. */
  readonly key: string
  /** Canonical URL: absolute, without tracking parameters. Undefined only if the entry has no web address. */
  readonly url?: string
  /** Plain text, one line, never empty. */
  readonly title: string
  /** Plain text of the content or, failing that, of the summary; paragraphs separated by blank lines. */
  readonly text: string
  /** Sanitised HTML of the same. */
  readonly html: string
  /** Whether the text was extracted from the item's page, because the feed gave only its beginning. */
  readonly isFromPage?: boolean
  readonly authors: readonly string[]
  /** BCP 47: `en`, `zh-Hant`, `zh-Hans`, `ja`, …; `und` if it can't be determined. */
  readonly language: string
  /** As stated by the source, clamped to `fetchedAt`; `fetchedAt` if the source states none. */
  readonly publishedAt: Instant
  readonly updatedAt?: Instant
  readonly fetchedAt: Instant
  readonly form: ItemForm
  /** Without `#`, as written: `GreaterBayArea`. */
  readonly hashtags: readonly string[]
  /** Canonical addresses that the text links to, except the item's own; at most 50. */
  readonly links: readonly string[]
  /** Canonical address of what a post or submission is about. */
  readonly pointsTo?: string
  readonly categories: readonly string[]
  /** Related documents and recordings, at most 5: the PDF of a paper, its DOI, a transcript. */
  readonly related?: readonly RelatedLink[]
  readonly points?: number
  readonly comments?: number
  /** MinHash signature of title and text (see `fingerprint`): near-identical texts agree in most values. */
  readonly fingerprint: readonly number[]
  /** SHA-256 (hex) of title, text, addresses and authors; an equal hash means that nothing was edited. */
  readonly contentHash: string
}

/** An item as stored, without markup. */
export interface Item extends Omit<NewItem, 'html'> {
  /** Number in order of arrival, from 1. */
  readonly id: number
  /** 1 when first seen; incremented by each edit. */
  readonly revision: number
  readonly firstSeenAt: Instant
}
