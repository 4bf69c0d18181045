import { isPartOfPage } from '../item/canonical-url.ts'
import { type Article, extractArticle } from '../item/extract-article.ts'
import { fingerprint } from '../item/fingerprint.ts'
import { NotAPageError } from '../item/not-a-page-error.ts'
import type { NewItem } from '../item/types.ts'
import type { CrawlPolicy } from '../source/crawl-policy.ts'
import { decodeBytes } from '../source/decode-bytes.ts'
import type { Fetcher } from '../source/fetcher.ts'
import { reservationIn, reservationInPage } from '../source/tdm-reservation.ts'

/** A text of fewer characters, about two paragraphs, is taken for the beginning of an article. */
const TEASER_LENGTH = 600
/** Minimum number of characters by which an article must be longer than the teaser to be used. */
const LEAST_GAIN = 200
/** Matches the end of a truncated text, in several languages. */
const CUT_OFF =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|read more|continue reading|閱讀全文|阅读全文|続きを読む|더 ?보기)\s*$/i

export interface FullTextOptions {
  readonly fetcher: Fetcher
  readonly policy: CrawlPolicy
}

/** Whether a feed gave only the beginning of an item that has a page of its own. */
export function isTeaser({ form, text, url }: Pick<NewItem, 'form' | 'text' | 'url'>): boolean {
  if (form !== 'article' || url === undefined || isPartOfPage(url)) return false
  return text.length < TEASER_LENGTH || CUT_OFF.test(text.slice(-40))
}

/**
 * Reads the article of an item from its page, if the site permits crawling. The item's hash stays that of the feed's own text, so that
 * the next poll, which brings only that text, changes nothing.
 *
 * @returns undefined if the page may not or cannot be read, or adds too little
 * @throws the signal's reason; anything else is a fault of ours, of which the poll must not fail (`DraftReader.withArticles`)
 */
export async function withFullText(
  item: NewItem,
  { fetcher, policy }: FullTextOptions,
  signal?: AbortSignal,
): Promise<NewItem | undefined> {
  if (item.url === undefined || !(await policy.mayReadPage(item.url, signal))) return undefined
  const headers = { accept: 'text/html, application/xhtml+xml;q=0.9' }
  const page = await fetcher.get(item.url, { headers, signal }).catch(() => undefined)
  if (signal?.aborted) throw signal.reason
  if (page?.status !== 200 || reservationIn(page.headers) !== undefined) return undefined
  const contentType = page.headers.get('content-type')
  if (reservationInPage(decodeBytes(page.bytes.subarray(0, 200_000), contentType)) !== undefined) return undefined
  const article = articleOf(page.bytes, { url: page.url, contentType })
  if (article === undefined || article.text.length < item.text.length + LEAST_GAIN) return undefined
  const { text, html } = article
  return { ...item, text, html, isFromPage: true, fingerprint: fingerprint(item.title, text) }
}

function articleOf(bytes: Uint8Array, context: Parameters<typeof extractArticle>[1]): Article | undefined {
  try {
    return extractArticle(bytes, context)
  } catch (error) {
    if (error instanceof NotAPageError) return undefined
    throw error
  }
}
