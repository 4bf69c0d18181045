import { clipText } from '../lib/clean-text.ts'
import { looksLikeHtml } from '../lib/looks-like-html.ts'
import { plainText } from '../lib/plain-text.ts'
import { resolveUrl } from './resolve-url.ts'
import { SOURCE_KINDS, type SourceKind } from './types.ts'
import { childElements, parseXml, textNamed, type XmlElement } from './xml-tree.ts'

/** Maximum length of a title. A longer one is an attack, and a list may hold 100,000. */
const MAX_TITLE_LENGTH = 200

/** A subscription as other readers export it; what a source needs beyond that, the operator adds. */
export interface Subscription {
  readonly feedUrl: string
  /** The feed's address where the list names none. */
  readonly title: string
  readonly homepage?: string
  readonly language?: string
  readonly kind: SourceKind
  /** Folders it lies in, outermost first. */
  readonly folders: readonly string[]
}

export interface SubscriptionList {
  readonly title?: string
  readonly subscriptions: readonly Subscription[]
  /** The list was cut off, damaged, or nested too deeply; what follows is missing. */
  readonly isSalvaged: boolean
  /** Values in place of a feed's address that are no http or https address. */
  readonly unread: readonly string[]
}

/** The text is no OPML list of feeds. */
export class NotOpmlError extends Error {
  override readonly name = 'NotOpmlError'

  constructor(readonly reason: string) {
    super(`This is no OPML list of feeds: ${reason}.`)
  }
}

/**
 * Reads OPML 1.0 and 2.0 as readers export it: nested folders, missing titles, any letter case of attributes.
 * An address that comes twice, however its host is written, is kept once; outlines without a feed are folders.
 *
 * @throws NotOpmlError where there is no `opml`, `body` or `outline` element, or it names no feed
 */
export function parseOpml(text: string): SubscriptionList {
  const document = parseXml(text.replace(/^[\s\ufeff]+/, ''))
  const root = childElements(document).find(({ name }) => name === 'opml' || name === 'body' || name === 'outline')
  if (!root) throw new NotOpmlError('it has no <opml> element')
  const found = new Map<string, Subscription>()
  const unread: string[] = []
  const visit = (element: XmlElement, folders: readonly string[]): void => {
    for (const outline of childElements(element)) {
      if (outline.name === 'body') visit(outline, folders)
      if (outline.name !== 'outline') continue
      const address = addressOf(outline)
      const subscription = subscriptionOf(outline, address, folders)
      if (address && !subscription) unread.push(address)
      const key = subscription && sameAddress(subscription.feedUrl)
      if (key !== undefined && !found.has(key)) found.set(key, subscription!)
      const title = titleOf(outline)
      visit(outline, subscription || !title ? folders : [...folders, title])
    }
  }
  visit(root.name === 'outline' ? document : root, [])
  const head = childElements(root).find(({ name }) => name === 'head')
  if (found.size === 0) throw new NotOpmlError('it has no <outline xmlUrl="…">, of which there is one for each feed')
  const isSalvaged = !document.isComplete || !root.isComplete
  return { title: head && textNamed(head, 'title'), subscriptions: [...found.values()], isSalvaged, unread }
}

/** Normalises a feed's address for comparison: the host in lower case, without a fragment. */
export function sameAddress(feedUrl: string): string {
  const url = new URL(feedUrl)
  url.hash = ''
  return url.href
}

function typeOf({ attributes }: XmlElement): string | undefined {
  return attributes.get('type')?.trim().toLowerCase()
}

/** @returns the feed's address as written; undefined for a folder, and for a link to a page */
function addressOf(outline: XmlElement): string | undefined {
  const { attributes } = outline
  const type = typeOf(outline)
  return (
    attributes.get('xmlurl') ??
    attributes.get('feedurl') ??
    (type === 'rss' || type === 'atom' ? attributes.get('url') : undefined)
  )
}

function subscriptionOf(
  outline: XmlElement,
  address: string | undefined,
  folders: readonly string[],
): Subscription | undefined {
  const { attributes } = outline
  const feedUrl = resolveUrl(
    address
      ?.trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'http://'),
  )
  if (!feedUrl) return undefined
  const kind = SOURCE_KINDS.find((known) => known === (attributes.get('auspex:kind') ?? typeOf(outline))) ?? 'rss'
  return {
    feedUrl,
    title: titleOf(outline) ?? feedUrl,
    homepage: resolveUrl(attributes.get('htmlurl') ?? attributes.get('siteurl')),
    language: attributes.get('language')?.trim() || undefined,
    kind,
    folders,
  }
}

function titleOf(outline: XmlElement): string | undefined {
  const title = outline.attributes.get('title')?.trim() || outline.attributes.get('text')?.trim()
  if (title === undefined) return undefined
  const written = title.slice(0, 10 * MAX_TITLE_LENGTH)
  // Some readers keep a title as its feed has it, markup and all.
  const words = looksLikeHtml(written) ? plainText(written) : written
  return clipText(words.replace(/\s+/g, ' '), MAX_TITLE_LENGTH) || undefined
}
