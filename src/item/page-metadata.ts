import { oneLine } from '../lib/clean-text.ts'
import { plainText } from '../lib/plain-text.ts'
import type { ArticleData } from './article-data.ts'
import { canonicalUrl } from './canonical-url.ts'
import type { PageMark, SlimPage } from './slim-page.ts'
import { isHostOf } from './tracking-parameters.ts'
import { visibleByline } from './visible-byline.ts'

/** Metadata of a page; fields that the page does not declare are absent. */
export interface PageMetadata {
  readonly title?: string
  readonly byline?: string
  readonly description?: string
  readonly siteName?: string
  /** Unparsed date. */
  readonly published?: string
  readonly language?: string
  /** Undefined if neither the page nor the caller gives a web address. */
  readonly canonicalUrl?: string
}

const TITLES = ['og:title', 'dc:title', 'dcterms:title', 'parsely-title', 'twitter:title', 'title']
const AUTHORS = [
  'author',
  'article:author',
  'dc:creator',
  'dcterms:creator',
  'dc:author',
  'parsely-author',
  'byl',
  'sailthru.author',
]
const SITES = ['og:site_name', 'application-name', 'dc:publisher', 'dcterms:publisher']
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc:date:issued',
  'dcterms:issued',
  'dcterms:date',
  'dc:date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
]

/**
 * Collects title, byline, description, site, date, language and address as the page declares them. Title, byline and date come from
 * schema.org data first, then from Open Graph, Dublin Core and plain `meta` names. The site's name comes from `meta` names first, the
 * language from the `lang` attribute first.
 *
 * @param url the URL the page was fetched from
 */
export function pageMetadata(page: SlimPage, data: ArticleData | undefined, url: string | undefined): PageMetadata {
  const metas = namedMetas(page.marks)
  const first = (names: readonly string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined)
  const siteName = first(SITES) ?? data?.publisher
  return {
    title: data?.headline ?? first(TITLES) ?? withoutSite(page.title, siteName),
    byline: byline(data, first(AUTHORS)) ?? visibleByline(page.body),
    description: first(['og:description', 'description', 'twitter:description']),
    siteName,
    published: data?.published ?? first(DATES),
    language: page.language ?? data?.language ?? first(['content-language', 'language', 'og:locale']),
    canonicalUrl: ownAddress(page, url),
  }
}

function namedMetas(marks: readonly PageMark[]): ReadonlyMap<string, string> {
  const metas = new Map<string, string>()
  for (const { element, attributes } of marks) {
    if (element !== 'meta') continue
    const content = oneLine(plainText(attributes.content ?? ''))
    // One `property` may hold several names (RDFa); `dc.title` and `dc:title` are the same name.
    const names = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'] ?? ''
    for (const name of names.toLowerCase().split(/\s+/)) {
      const key = name.replace(/^(dc|dcterms)\./, '$1:').replace('.issued', ':issued')
      if (key !== '' && content !== '' && !metas.has(key)) metas.set(key, content)
    }
  }
  return metas
}

function byline(data: ArticleData | undefined, inHead: string | undefined): string | undefined {
  const named = [...new Set(data?.authors)].join(', ')
  if (named !== '') return named
  // Facebook's `article:author` is often the address of a profile.
  return inHead === undefined || /^(?:https?:\/\/|www\.)/i.test(inHead) ? undefined : inHead
}

/** Turns `Title - Site` into `Title` if the part after the separator is the site's name, or if more than three words remain. */
function withoutSite(written: string, siteName: string | undefined): string | undefined {
  const title = oneLine(written)
  if (title === '') return undefined
  const parts = /^(.+?)\s+[|\-–—»·:]\s+([^|»]{1,60})$/u.exec(title)
  const last = /^(.+)\s+[|–—»·-]\s+(.{1,60})$/u.exec(title)
  const [, rest = '', end = ''] = last ?? parts ?? []
  const isSite = siteName !== undefined && end.toLowerCase() === siteName.toLowerCase()
  return rest !== '' && (isSite || rest.split(' ').length > 3) ? rest : title
}

/** Returns the canonical address the page declares, trusted on its own host only: a page must not pass for another publisher's. */
function ownAddress({ marks, base }: SlimPage, url: string | undefined): string | undefined {
  const fetched = url === undefined ? undefined : canonicalUrl(url)
  const link = marks.find(({ element, attributes }) => element === 'link' && /^canonical$/i.test(attributes.rel ?? ''))
  const property = marks.find(({ attributes }) => attributes.property === 'og:url')
  for (const written of [link?.attributes.href, property?.attributes.content]) {
    const said = written === undefined ? undefined : canonicalUrl(written, fetched ?? base)
    if (said === undefined) continue
    if (fetched === undefined) return said
    if (isSameSite(new URL(said), new URL(fetched))) return said
  }
  return fetched
}

/** Whether one host equals the other or is below it. A declared front page is refused: careless templates declare it on every page. */
function isSameSite(said: URL, fetched: URL): boolean {
  const [a, b] = [said, fetched].map(({ hostname }) => hostname.replace(/^(?:www|m|amp|mobile)\./, '')) as [
    string,
    string,
  ]
  return (isHostOf(a, b) || isHostOf(b, a)) && (said.pathname !== '/' || said.search !== '' || fetched.pathname === '/')
}
