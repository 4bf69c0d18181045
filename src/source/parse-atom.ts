import { MAX_ENTRIES } from './max-entries.ts'
import { plainText } from './plain-text.ts'
import { resolveHtmlUrls, resolveLink, resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed, RelatedLink } from './types.ts'
import { wholeNumber } from './whole-number.ts'
import { childElements, innerHtml, textOf, type XmlElement } from './xml-tree.ts'

/**
 * Reads an Atom feed (RFC 4287, and Atom 0.3 as its older names).
 *
 * @param root the `feed` element, or an `entry` alone
 * @param documentUrl where the feed was fetched from: the base where it gives none
 */
export function parseAtom(root: XmlElement, documentUrl?: string): ParsedFeed {
  const isLoneEntry = local(root) === 'entry'
  const entryElements = isLoneEntry
    ? [root]
    : all(root, 'entry')
        .filter((entry) => entry.isComplete)
        .slice(0, MAX_ENTRIES)
  const authors = isLoneEntry ? [] : authorsOf(root)
  return {
    id: isLoneEntry ? undefined : idOf(root),
    title: isLoneEntry ? undefined : textConstruct(one(root, 'title'), documentUrl),
    link: isLoneEntry ? undefined : alternateLink(root, documentUrl),
    summary: isLoneEntry ? undefined : textConstruct(one(root, 'subtitle', 'tagline', 'summary', 'info'), documentUrl),
    authors,
    language: feedLanguage(root),
    published: isLoneEntry ? undefined : textOf(one(root, 'published', 'created')),
    updated: isLoneEntry ? undefined : textOf(one(root, 'updated', 'modified')),
    categories: isLoneEntry ? undefined : categoriesOf(root),
    entries: entryElements.map((entry) => atomEntry(entry, authors, documentUrl)),
    isSalvaged: !root.isComplete,
  }
}

function atomEntry(entry: XmlElement, feedAuthors: readonly string[], documentUrl: string | undefined): Entry {
  const source = one(entry, 'source')
  const ownAuthors = authorsOf(entry)
  const sourceAuthors = source ? authorsOf(source) : []
  const content = one(entry, 'content')
  const group = childElements(entry).find((child) => child.name === 'media:group')
  const mediaText = [group, entry].map((from) => from && mediaDescription(from)).find((text) => text)
  return {
    id: idOf(entry),
    link: alternateLink(entry, documentUrl) ?? resolveUrl(content?.attributes.get('src'), content?.base ?? documentUrl),
    title: textConstruct(one(entry, 'title') ?? byName(entry, 'dc:title', 'media:title'), documentUrl),
    summary: textConstruct(one(entry, 'summary'), documentUrl) ?? mediaText,
    content: textConstruct(content, documentUrl),
    authors: ownAuthors.length > 0 ? ownAuthors : sourceAuthors.length > 0 ? sourceAuthors : feedAuthors,
    published: textOf(one(entry, 'published', 'issued', 'created') ?? byName(entry, 'dc:date', 'dcterms:issued')),
    updated: textOf(one(entry, 'updated', 'modified') ?? byName(entry, 'dcterms:modified')),
    language: languageOf(entry),
    categories: categoriesOf(entry),
    enclosures: enclosuresOf(entry, documentUrl),
    related: relatedOf(entry, documentUrl),
    comments: wholeNumber(textOf(byName(entry, 'thr:total', 'slash:comments'))),
  }
}

/** Returns the id as written, a relative one resolved on `xml:base`; never on the document's address, which may change while the id must not. */
function idOf(element: XmlElement): string | undefined {
  const id = one(element, 'id')
  const written = textOf(id)
  if (!written || !id?.base || /^[a-z][a-z0-9+.-]*:/i.test(written)) return written
  return resolveUrl(written, id.base) ?? written
}

/** Reads an Atom 1.0 text construct, or an Atom 0.3 content construct, as HTML or plain text. */
function textConstruct(element: XmlElement | undefined, documentUrl: string | undefined): string | undefined {
  if (!element) return undefined
  const type = (element.attributes.get('type') ?? 'text').trim().toLowerCase()
  if (type === 'multipart/alternative') return textConstruct(bestAlternative(element), documentUrl)
  const mode = element.attributes.get('mode')?.toLowerCase()
  const hasMarkup = element.nodes.some((node) => typeof node !== 'string')
  const base = innermostBase(element) ?? documentUrl
  // Any other media type is Base64 (RFC 4287, 4.1.3.3): sometimes it holds text; a picture is left out.
  if (mode === 'base64' || isPacked(type)) {
    const unpacked = markup(decodeBase64(textOf(element)), base)
    return unpacked ?? (local(element) === 'content' ? undefined : plainText(textOf(element)))
  }
  if (type === 'xhtml' || (hasMarkup && mode !== 'escaped')) return markup(innerHtml(withoutWrapper(element)), base)
  if (type === 'html' || type === 'text/html' || type === 'application/xhtml+xml') return markup(textOf(element), base)
  // Atom 0.3 and careless 1.0 feeds put escaped HTML into text constructs; 1.0's own plain text must stay plain.
  return mode === 'escaped' ? markup(textOf(element), base) : plainText(textOf(element))
}

/** Chooses among several forms of the same content (Atom 0.3, 4.13.10.1.2) the one with markup, else the first. */
function bestAlternative(element: XmlElement): XmlElement | undefined {
  const forms = all(element, 'content').filter((form) => form.attributes.get('type') !== 'multipart/alternative')
  return forms.find((form) => /html/i.test(form.attributes.get('type') ?? '')) ?? forms[0]
}

/** Whether a media type is neither text nor XML: `application/octet-stream`, `video/mp4` … */
function isPacked(type: string): boolean {
  return /^(?!text\/)[\w.+-]+\/[\w.+-]+$/.test(type) && !/[+/](?:xml|json)$/.test(type)
}

/** The `div` that XHTML content must be wrapped in is not part of the content. */
function withoutWrapper(element: XmlElement): XmlElement {
  const elements = childElements(element)
  const isWrapped = elements.length === 1 && /^(?:\w+:)?div$/.test(elements[0]!.name)
  return isWrapped && element.nodes.every((node) => typeof node !== 'string' || !node.trim()) ? elements[0]! : element
}

function innermostBase(element: XmlElement): string | undefined {
  return withoutWrapper(element).base ?? element.base
}

function markup(html: string | undefined, base: string | undefined): string | undefined {
  return html?.trim() ? resolveHtmlUrls(html.trim(), base) : undefined
}

function decodeBase64(text: string | undefined): string | undefined {
  const packed = text?.replace(/\s+/g, '')
  if (!packed) return undefined
  // Characters or a length that Base64 cannot have: the text was never encoded.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(packed) || packed.length % 4 !== 0) return plainText(text)
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64'))
    return /\0/.test(decoded) ? undefined : decoded.trim() || undefined
  } catch {
    return undefined
  }
}

/** Returns the `alternate` link, preferably to HTML; a link without `rel` is one. */
function alternateLink(element: XmlElement, documentUrl: string | undefined): string | undefined {
  const links = all(element, 'link').filter((link) => /^(?:alternate)?$/.test(relationOf(link)))
  const page = links.find((link) => /html/i.test(link.attributes.get('type') ?? '')) ?? links[0]
  if (!page) return undefined
  return resolveLink(page.attributes.get('href') ?? textOf(page), page.base ?? documentUrl)
}

/** Returns the relation in lower case; a registered one may be written as its address in the registry (RFC 4287, 4.2.7.2). */
function relationOf(link: XmlElement): string {
  const written = (link.attributes.get('rel') ?? '').trim().toLowerCase()
  return written.replace(/^https?:\/\/www\.iana\.org\/assignments\/(?:link-relations\/|relation\/)?/, '')
}

function authorsOf(element: XmlElement): string[] {
  const people = all(element, 'author').map(
    (author) => textOf(one(author, 'name')) ?? textOf(one(author, 'email')) ?? bareText(author),
  )
  const names = people.filter((name) => name !== undefined)
  const creators = childElements(element).filter((child) => child.name === 'dc:creator')
  return [...new Set(names.length > 0 ? names : creators.map(textOf).filter((name) => name !== undefined))]
}

function bareText(element: XmlElement): string | undefined {
  return childElements(element).length === 0 ? textOf(element) : undefined
}

function categoriesOf(entry: XmlElement): string[] {
  const named = all(entry, 'category').map(
    (category) =>
      category.attributes.get('label')?.trim() || category.attributes.get('term')?.trim() || textOf(category),
  )
  const subjects = childElements(entry).filter((child) => child.name === 'dc:subject')
  return [
    ...new Set([...named, ...subjects.map(textOf)].filter((name) => name !== undefined && name !== '')),
  ] as string[]
}

function enclosuresOf(entry: XmlElement, documentUrl: string | undefined): Entry['enclosures'] {
  return all(entry, 'link').flatMap((link) => {
    if (relationOf(link) !== 'enclosure') return []
    const url = resolveUrl(link.attributes.get('href'), link.base ?? documentUrl)
    const lengthBytes = wholeNumber(link.attributes.get('length'))
    return url ? [{ url, type: link.attributes.get('type'), lengthBytes }] : []
  })
}

/** Finds a paper's PDF, and its DOI (arXiv's own element, or a link to the resolver). */
function relatedOf(entry: XmlElement, documentUrl: string | undefined): readonly RelatedLink[] | undefined {
  const links = all(entry, 'link').flatMap((link): RelatedLink[] => {
    if (relationOf(link) !== 'related') return []
    const url = resolveUrl(link.attributes.get('href'), link.base ?? documentUrl)
    if (url && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url)) return [{ kind: 'doi', url }]
    return url && link.attributes.get('type') === 'application/pdf' ? [{ kind: 'pdf', url }] : []
  })
  const doi = textOf(byName(entry, 'arxiv:doi'))
  const isNamed = doi === undefined || links.some(({ kind }) => kind === 'doi')
  const resolved = isNamed ? undefined : resolveUrl(`https://doi.org/${doi}`)
  const related = resolved === undefined ? links : [...links, { kind: 'doi' as const, url: resolved }]
  return related.length > 0 ? related : undefined
}

function mediaDescription(element: XmlElement): string | undefined {
  const description = byName(element, 'media:description')
  const text = textOf(description)
  return description?.attributes.get('type') === 'html' ? text : plainText(text)
}

/** Returns the language of the feed's title, or of its subtitle if it has no title: it may differ from what entries inherit. */
function feedLanguage(root: XmlElement): string | undefined {
  return one(root, 'title', 'subtitle', 'tagline', 'info')?.language || root.language || undefined
}

/** Returns the language of the content, else of the title, the summary or the entry. */
function languageOf(entry: XmlElement): string | undefined {
  const texts = ['content', 'title', 'summary'].map((name) => one(entry, name)?.language)
  return texts.find((language) => language) ?? (entry.language || undefined)
}

function local(element: XmlElement): string {
  return element.name.startsWith('atom:') ? element.name.slice(5) : element.name
}

function all(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).filter((child) => local(child) === name)
}

function one(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = all(element, name)[0]
    if (found) return found
  }
  return undefined
}

function byName(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return names.map((name) => childElements(element).find((child) => child.name === name)).find((child) => child)
}
