import { clipText, oneLine } from '../lib/clean-text.ts'
import type { Instant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'
import { plainText } from '../lib/plain-text.ts'
import { decodeBytes } from '../source/decode-bytes.ts'
import { fileKind } from '../source/file-kind.ts'
import { articleBody } from './article-body.ts'
import { articleData } from './article-data.ts'
import { detectLanguage } from './language.ts'
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from './normalise-entry.ts'
import { NotAPageError } from './not-a-page-error.ts'
import { pageMetadata } from './page-metadata.ts'
import { shownHtml } from './shown-html.ts'
import { slimPage } from './slim-page.ts'

/** The article of a page. `html` is safe to show as it is; all other fields have to be escaped. */
export interface Article {
  /** One line of plain text. */
  readonly title?: string
  /** Authors as the page names them: `A. Lam, B. Ho`. */
  readonly byline?: string
  readonly siteName?: string
  /** As the page states it; not clamped, since only the caller knows when the page was fetched. */
  readonly publishedAt?: Instant
  /** BCP 47; `und` if it can't be determined. */
  readonly language: string
  /** Plain text of the article, paragraphs separated by blank lines; never empty. */
  readonly text: string
  /** Sanitised HTML of the same. */
  readonly html: string
  /** Canonical address that the page declares, if on its own host; else that of `url`. */
  readonly canonicalUrl?: string
}

export interface PageContext {
  /** Address after redirects; the base of relative addresses. */
  readonly url?: string
  /** The HTTP header; only its `charset` is used. */
  readonly contentType?: string
}

/** Larger pages are truncated; the largest of the bench has 2 MB. */
const MAX_PAGE_BYTES = 5_000_000

/**
 * Extracts the article of a page: title, byline, date, text and HTML, without menus, advertisements and comments.
 *
 * Pure and deterministic; uses neither network nor clock. Bounded for hostile pages: it reads at most 5 MB, 12,000
 * elements and 400,000 characters, and returns at most 100,000 characters of text.
 *
 * @throws NotAPageError for bytes that are not HTML or hold no text
 */
export function extractArticle(bytes: Uint8Array, context: PageContext = {}): Article {
  const kind = fileKind(bytes)
  if (kind !== undefined) throw new NotAPageError(`it is ${kind}; only the HTML of a page is read`, context.url)
  const written = decodeBytes(bytes.subarray(0, MAX_PAGE_BYTES), context.contentType)
  refuseOther(written, context.url)
  const page = slimPage(written)
  const data = articleData(page.dataBlocks)
  const metadata = pageMetadata(page, data, context.url)
  const html = shownHtml(
    articleBody(page, { description: metadata.description, body: data?.body }),
    baseOf(page.base, context.url),
  )
  const text = clipText(plainText(html), MAX_TEXT_LENGTH)
  if (text === '') throw new NotAPageError('no text was found in it', context.url)
  const title = metadata.title === undefined ? undefined : clipText(oneLine(metadata.title), MAX_TITLE_LENGTH)
  const { byline, siteName, canonicalUrl } = metadata
  const publishedAt = metadata.published === undefined ? undefined : parseInstant(metadata.published, metadata.language)
  const language = detectLanguage(`${title ?? ''}\n${text}`, metadata.language)
  return { title, byline, siteName, publishedAt, language, text, html, canonicalUrl }
}

function refuseOther(written: string, url: string | undefined): void {
  const start = written.slice(0, 2_000).trimStart()
  if (start === '') throw new NotAPageError('it is empty', url)
  if (/^[{[]/.test(start)) throw new NotAPageError('it is JSON or plain text', url)
  if (/^<\?xml[^>]*>\s*<(?:rss|feed|rdf:RDF)\b|^<(?:rss|feed|rdf:RDF)\b/i.test(start))
    throw new NotAPageError('it is a feed; "auspex parse" reads those', url)
  if (!/<(?:!doctype|html|head|body|meta|title|article|div|p|h1|main|section)\b/i.test(written.slice(0, 100_000)))
    throw new NotAPageError('it is no HTML', url)
}

function baseOf(written: string | undefined, url: string | undefined): string | undefined {
  if (written === undefined || !URL.canParse(written, url)) return url
  const base = new URL(written, url)
  return base.protocol === 'https:' || base.protocol === 'http:' ? base.href : url
}
