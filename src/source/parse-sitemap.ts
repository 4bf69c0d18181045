import { compareText } from '../lib/compare-text.ts'
import { decodeBytes } from './decode-bytes.ts'
import { MAX_ENTRIES } from './max-entries.ts'
import { resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed } from './types.ts'
import { childNamed, childrenNamed, parseXml, textNamed, type XmlElement } from './xml-tree.ts'

export interface Sitemap {
  readonly isSitemap: boolean
  /** Pages with a news title; a plain sitemap has none. */
  readonly entries: readonly Entry[]
  /** Sitemaps named in an index that are on its own host, the last changed first. */
  readonly parts: readonly string[]
}

/** Reads a sitemap or an index of sitemaps (sitemaps.org); never throws. */
export function readSitemap(bytes: Uint8Array, contentType: string | undefined, url: string): Sitemap {
  const document = parseXml(decodeBytes(bytes, contentType).replace(/^[\s\ufeff\0]+/, ''), url)
  const index = childNamed(document, 'sitemapindex')
  const set = childNamed(document, 'urlset')
  return {
    isSitemap: index !== undefined || set !== undefined,
    entries: set === undefined ? [] : entriesOf(set, url),
    parts: index === undefined ? [] : partsOf(index, url),
  }
}

/** @returns the news of a `urlset` as a feed */
export function parseSitemap(set: XmlElement, url: string | undefined): ParsedFeed {
  return { authors: [], entries: entriesOf(set, url), isSalvaged: !set.isComplete }
}

function entriesOf(set: XmlElement, base: string | undefined): readonly Entry[] {
  const pages = childrenNamed(set, 'url').filter((page) => page.isComplete)
  return pages.slice(0, MAX_ENTRIES).flatMap((page) => newsEntry(page, base) ?? [])
}

function newsEntry(page: XmlElement, base: string | undefined): Entry | undefined {
  const link = resolveUrl(textNamed(page, 'loc'), base)
  const news = childNamed(page, 'news:news')
  const title = news && textNamed(news, 'news:title')
  if (!link || !news || !title) return undefined
  const publication = childNamed(news, 'news:publication')
  const keywords = textNamed(news, 'news:keywords', 'news:genres')?.split(',') ?? []
  return {
    id: link,
    link,
    title,
    authors: [],
    published: textNamed(news, 'news:publication_date'),
    language: publication && textNamed(publication, 'news:language'),
    categories: keywords.map((word) => word.trim()).filter((word) => word !== ''),
    enclosures: [],
  }
}

/** Lists the sitemaps on the index's own host; those on other hosts would need proof that these agree (sitemaps.org). */
function partsOf(index: XmlElement, url: string): readonly string[] {
  const parts = childrenNamed(index, 'sitemap').flatMap((part) => {
    const address = resolveUrl(textNamed(part, 'loc'), url)
    const isOwn = address !== undefined && new URL(address).hostname === new URL(url).hostname
    return isOwn ? [{ address, changed: textNamed(part, 'lastmod') ?? '' }] : []
  })
  return parts.sort((a, b) => compareText(b.changed, a.changed)).map(({ address }) => address)
}
