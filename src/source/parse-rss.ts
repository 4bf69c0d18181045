import { MAX_ENTRIES } from './max-entries.ts'
import { resolveHtmlUrls, resolveLink, resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed, RelatedLink } from './types.ts'
import { wholeNumber } from './whole-number.ts'
import { childElements, childNamed, childrenNamed, innerHtml, textNamed, textOf, type XmlElement } from './xml-tree.ts'

const TITLE = ['title', 'dc:title', 'media:title', 'itunes:title', 'atom:title'] as const
const SUMMARY = [
  'description',
  'dc:description',
  'atom:summary',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
  'summary',
  'abstract',
] as const
const CONTENT = ['content:encoded', 'xhtml:body', 'xhtml:div', 'fullitem', 'atom:content', 'body', 'content'] as const
const PUBLISHED = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:published',
  'atom:issued',
  'published',
  'prism:publicationdate',
] as const
const UPDATED = [
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'dcterms:updated',
  'lastbuilddate',
  'updated',
] as const
const AUTHOR = [
  'author',
  'dc:creator',
  'itunes:author',
  'atom:author',
  'dc:author',
  'managingeditor',
  'dc:contributor',
  'webmaster',
] as const

/** Minutes in `sy:updatePeriod` (RSS 1.0 syndication module). */
const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
])

/**
 * Reads RSS 0.9x and 2.0, and RSS 0.90, 1.0 and 1.1 in RDF, where items may stand beside the channel.
 *
 * @param root the `rss`, `rdf:RDF` or `channel` element
 * @param documentUrl where the feed was fetched from
 */
export function parseRss(root: XmlElement, documentUrl?: string): ParsedFeed {
  const channel = root.name === 'channel' ? root : (childNamed(root, 'channel') ?? root)
  const containers = [channel, ...childrenNamed(channel, 'items', 'rdf:items'), ...(channel === root ? [] : [root])]
  const items = containers
    .flatMap(itemsIn)
    .filter((item) => item.isComplete)
    .slice(0, MAX_ENTRIES)
  const link = linkOf(channel, documentUrl)
  const base = channel.base ?? root.base ?? documentUrl ?? link
  const language = textNamed(channel, 'language', 'dc:language') ?? (channel.language || undefined)
  return {
    id: textNamed(channel, 'guid', 'atom:id', 'id', 'dc:identifier') ?? channel.attributes.get('rdf:about'),
    title: textNamed(channel, ...TITLE),
    link,
    summary: htmlNamed(channel, SUMMARY, base),
    authors: authorsOf(channel),
    language,
    published: textNamed(channel, ...PUBLISHED),
    updated: textNamed(channel, 'lastbuilddate', ...UPDATED),
    ttlMinutes: ttlMinutes(channel),
    categories: categoriesOf(channel),
    entries: items.map((item) => rssEntry(item, { documentUrl, link, language })),
    isSalvaged: !root.isComplete,
  }
}

/** Collects items; one that was never closed contains those after it. */
function itemsIn(container: XmlElement): XmlElement[] {
  return childrenNamed(container, 'item', 'entry').flatMap((item) => [item, ...itemsIn(item)])
}

interface Surroundings {
  readonly documentUrl: string | undefined
  readonly link: string | undefined
  readonly language: string | undefined
}

function rssEntry(item: XmlElement, { documentUrl, link: feedLink, language }: Surroundings): Entry {
  const link = linkOf(item, documentUrl ?? feedLink)
  const base = item.base ?? link ?? feedLink ?? documentUrl
  const content = htmlNamed(item, CONTENT, base)
  return {
    id: textNamed(item, 'guid', 'atom:id', 'id', 'dc:identifier') ?? item.attributes.get('rdf:about')?.trim(),
    link,
    title: htmlNamed(item, TITLE, base) ?? mediaText(item, 'media:title', base),
    summary: htmlNamed(item, SUMMARY, base) ?? mediaText(item, 'media:description', base),
    content,
    authors: authorsOf(item),
    published: textNamed(item, ...PUBLISHED) ?? item.attributes.get('lastmod'),
    updated: textNamed(item, ...UPDATED),
    language: languageOf(item) ?? language,
    categories: categoriesOf(item),
    enclosures: enclosuresOf(item, base),
    related: relatedOf(item, base),
    comments: wholeNumber(textNamed(item, 'slash:comments', 'thr:total')),
  }
}

/** Returns the title or description of an item's media, for an item that has none itself (Media RSS, "Optional Elements"). */
function mediaText(item: XmlElement, name: string, base: string | undefined): string | undefined {
  const groups = childrenNamed(item, 'media:group')
  const holders = [...groups, ...[item, ...groups].flatMap((holder) => childrenNamed(holder, 'media:content'))]
  for (const holder of holders) {
    const text = htmlNamed(holder, [name], base)
    if (text) return text
  }
  return undefined
}

/** The text or markup of the first named child that has any. */
function htmlNamed(element: XmlElement, names: readonly string[], base: string | undefined): string | undefined {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const hasMarkup = child.nodes.some((node) => typeof node !== 'string')
      const html = (hasMarkup ? innerHtml(child) : textOf(child))?.trim()
      if (html) return resolveHtmlUrls(html, child.base ?? base)
    }
  }
  return undefined
}

function linkOf(element: XmlElement, base: string | undefined): string | undefined {
  // Of several links the last, as other readers do (feedparser and gofeed test for it).
  for (const link of childrenNamed(element, 'link').reverse()) {
    const url = resolveLink(
      textOf(link) ?? link.attributes.get('href') ?? link.attributes.get('rdf:resource'),
      link.base ?? base,
    )
    if (url) return url
  }
  for (const link of childrenNamed(element, 'atom:link')) {
    if (!/^(?:alternate)?$/i.test(link.attributes.get('rel') ?? '')) continue
    const url = resolveLink(link.attributes.get('href'), link.base ?? base)
    if (url) return url
  }
  const original = resolveUrl(textNamed(element, 'feedburner:origlink', 'dc:relation'))
  if (original) return original
  for (const guid of childrenNamed(element, 'guid')) {
    const isPermaLink = guid.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false'
    // Without a base on purpose: a guid that looks relative is an opaque number.
    const url = isPermaLink ? resolveUrl(textOf(guid)) : undefined
    if (url) return url
  }
  // Channel Definition Format has its addresses in attributes.
  const written = element.attributes.get('href')
  return (
    resolveUrl(element.attributes.get('rdf:about')) ?? (written === undefined ? undefined : resolveLink(written, base))
  )
}

function authorsOf(element: XmlElement): string[] {
  for (const name of AUTHOR) {
    const people = childrenNamed(element, name).map(
      (person) => textNamed(person, 'name', 'atom:name', 'itunes:name', 'email', 'atom:email') ?? textOf(person),
    )
    const named = people.filter((person) => person !== undefined)
    if (named.length > 0) return [...new Set(named)]
  }
  const owner = childNamed(element, 'itunes:owner')
  const ownerName = owner && textNamed(owner, 'itunes:name', 'itunes:email')
  return ownerName ? [ownerName] : []
}

function categoriesOf(element: XmlElement): string[] {
  const named = childrenNamed(element, 'category', 'dc:subject', 'atom:category', 'media:category').map(
    (category) => textOf(category) ?? category.attributes.get('label') ?? category.attributes.get('term'),
  )
  const podcast = childrenNamed(element, 'itunes:category').map((category) => category.attributes.get('text'))
  const keywords = childrenNamed(element, 'itunes:keywords', 'media:keywords').flatMap((list) =>
    textOf(list)?.split(','),
  )
  const trimmed = [...named, ...podcast, ...keywords].map((name) => name?.trim())
  return [...new Set(trimmed.filter((name) => name !== undefined && name !== ''))] as string[]
}

function enclosuresOf(item: XmlElement, base: string | undefined): Entry['enclosures'] {
  const found = new Map<string, Entry['enclosures'][number]>()
  const groups = childrenNamed(item, 'media:group')
  const media = [item, ...groups].flatMap((holder) => childrenNamed(holder, 'media:content'))
  for (const element of [...childrenNamed(item, 'enclosure'), ...media]) {
    const { attributes } = element
    const url = resolveUrl(attributes.get('url') ?? attributes.get('href'), element.base ?? base)
    if (!url || found.has(url)) continue
    found.set(url, {
      url,
      type: attributes.get('type'),
      lengthBytes: wholeNumber(attributes.get('length') ?? attributes.get('filesize')),
    })
  }
  for (const link of childrenNamed(item, 'atom:link')) {
    if (link.attributes.get('rel')?.toLowerCase() !== 'enclosure') continue
    const url = resolveUrl(link.attributes.get('href'), link.base ?? base)
    if (url && !found.has(url))
      found.set(url, {
        url,
        type: link.attributes.get('type'),
        lengthBytes: wholeNumber(link.attributes.get('length')),
      })
  }
  return [...found.values()]
}

/** Finds a podcast's transcript (podcastindex.org), preferably as a page, and its recording. */
function relatedOf(item: XmlElement, base: string | undefined): readonly RelatedLink[] | undefined {
  const transcripts = childrenNamed(item, 'podcast:transcript').flatMap((element) => {
    const url = resolveUrl(element.attributes.get('url'), element.base ?? base)
    return url ? [{ url, isPage: /html/i.test(element.attributes.get('type') ?? '') }] : []
  })
  const transcript = transcripts.find(({ isPage }) => isPage) ?? transcripts[0]
  const recordings = childrenNamed(item, 'enclosure').flatMap((element): RelatedLink[] => {
    const url = resolveUrl(element.attributes.get('url'), element.base ?? base)
    const kind = /^(audio|video)\//i.exec(element.attributes.get('type') ?? '')?.[1]?.toLowerCase()
    return url && (kind === 'audio' || kind === 'video') ? [{ kind, url }] : []
  })
  const related: RelatedLink[] = [
    ...(transcript === undefined ? [] : [{ kind: 'transcript' as const, url: transcript.url }]),
    ...recordings.slice(0, 1),
  ]
  return related.length > 0 ? related : undefined
}

/** Returns the language of the item or its text; undefined where they name none, so that the channel's applies. */
function languageOf(item: XmlElement): string | undefined {
  const own = textNamed(item, 'dc:language', 'language')
  if (own) return own
  const text = childElements(item).find((child) => child.attributes.has('xml:lang'))
  return (text?.language ?? item.language) || undefined
}

function ttlMinutes(channel: XmlElement): number | undefined {
  const ttl = wholeNumber(textNamed(channel, 'ttl'))
  if (ttl !== undefined && ttl > 0) return ttl
  const period = PERIOD_MINUTES.get(textNamed(channel, 'sy:updateperiod')?.toLowerCase() ?? '')
  if (period === undefined) return undefined
  return period / (wholeNumber(textNamed(channel, 'sy:updatefrequency')) || 1)
}
