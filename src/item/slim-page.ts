import { Parser } from 'htmlparser2'
import { boundedMarkup } from '../lib/bounded-markup.ts'
import { escapeHtml } from '../lib/escape-html.ts'

/** Real pages stay below 40; with each level the extractor reads the text inside once more. */
const MAX_DEPTH = 80
/** The largest page of the bench has 5,900. */
const MAX_ELEMENTS = 12_000
/** Most children of one element: document trees count siblings repeatedly, so that 12,000 would cost seconds. */
const MAX_CHILDREN = 2_000
/** About 60,000 words: longer than any report; the longest page of the bench has 340,000 characters, markup included. */
const MAX_TEXT_LENGTH = 400_000
/** A longer address or list of classes is of no use. */
const MAX_ATTRIBUTE_LENGTH = 2_000
/** Most JSON-LD blocks; pages of the bench have up to 9. */
const MAX_DATA_BLOCKS = 30
const MAX_DATA_LENGTH = 500_000

/** Elements that readers do not see or that are not part of a text. */
const DROPPED = new Set(
  'style noscript template svg iframe object embed applet canvas audio video map select option textarea button input dialog'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col hr img input link meta source track wbr'.split(' '))
const HEAD_ONLY = new Set(['base', 'link', 'meta', 'title'])
/** Attributes by which structure and metadata are recognised. */
const KEPT_ATTRIBUTES = new Set(
  'class id role href rel datetime itemprop itemtype colspan rowspan lang dir hidden aria-hidden'.split(' '),
)

/**
 * Private-use characters that replace `&`, `<` and `>` in the text of the body, so that the next parser reads a million `&lt;` as one piece of
 * text and not as a million. The page's own occurrences, which mean nothing, are dropped. A no-break space, which would be serialised as a
 * reference too, becomes a plain space.
 */
const STAND_IN: Readonly<Record<string, string>> = { '&': '\ue000', '<': '\ue001', '>': '\ue002', '\u00a0': ' ' }
const MARKUP = /[&<>\u00a0\ue000-\ue002]/g

/** Turns the stand-in characters in HTML made from a slim body into references. */
export function restoreText(html: string): string {
  return html.replaceAll('\ue000', '&amp;').replaceAll('\ue001', '&lt;').replaceAll('\ue002', '&gt;')
}

/** A `meta` or `link` element of a page, as written; long attributes are cut. */
export interface PageMark {
  readonly element: string
  readonly attributes: Readonly<Record<string, string>>
}

/** A page reduced to text, structure and metadata, small enough for a document tree. */
export interface SlimPage {
  /** Well-formed HTML of the body: balanced, at most 80 levels deep, without scripts, styles, form controls and image addresses. */
  readonly body: string
  readonly title: string
  readonly language?: string
  /** Base of relative addresses, as written in the `base` element. */
  readonly base?: string
  readonly marks: readonly PageMark[]
  /** Contents of `script type="application/ld+json"` elements, unparsed. */
  readonly dataBlocks: readonly string[]
  /** Number of elements in the body; 0 if the bytes were not a page. */
  readonly elements: number
}

/**
 * Reads a page in one pass and keeps text, structure and metadata. Depth, elements, text, attributes and metadata are each limited;
 * what exceeds a limit is left out. Linear.
 */
export function slimPage(html: string): SlimPage {
  const reader = new SlimReader()
  const parser = new Parser(reader, { decodeEntities: true, recognizeSelfClosing: false })
  parser.end(boundedMarkup(html))
  return reader.page()
}

class SlimReader {
  private readonly pieces: string[] = []
  private readonly marks: PageMark[] = []
  private readonly dataBlocks: string[] = []
  /** Stack of open elements; false for one that is not written. */
  private readonly open: boolean[] = []
  /** Number of children so far of the body and of each open element that is written. */
  private readonly children: number[] = [0]
  private dropping = 0
  private elements = 0
  private textLength = 0
  private title = ''
  private language: string | undefined
  private base: string | undefined
  private inside: 'title' | 'data' | undefined

  onopentag(name: string, attributes: Record<string, string>): void {
    if (name === 'html' || name === 'body') this.language ??= attributes.lang || attributes['xml:lang'] || undefined
    if (HEAD_ONLY.has(name)) this.mark(name, attributes)
    const isScript = name === 'script'
    if (isScript && /^application\/ld\+json/i.test(attributes.type ?? '') && this.dataBlocks.length < MAX_DATA_BLOCKS) {
      this.inside = 'data'
      this.dataBlocks.push('')
    }
    const isDropped = isScript || DROPPED.has(name) || HEAD_ONLY.has(name) || isHidden(attributes)
    if (VOID.has(name)) {
      if (!isDropped && this.dropping === 0 && this.hasRoom()) this.write(name, attributes)
      this.open.push(false)
      return
    }
    if (isDropped || this.dropping > 0) this.dropping++
    const isWritten = this.dropping === 0 && !STRUCTURAL.has(name) && this.hasRoom()
    if (isWritten) {
      this.write(name, attributes)
      this.children.push(0)
    }
    this.open.push(isWritten)
  }

  onclosetag(name: string): void {
    const isWritten = this.open.pop()
    if (VOID.has(name)) return
    this.inside = undefined
    if (this.dropping > 0) this.dropping--
    else if (isWritten) {
      this.pieces.push(`</${name}>`)
      this.children.pop()
    }
  }

  ontext(text: string): void {
    if (this.inside === 'title') this.title = `${this.title}${text}`.slice(0, MAX_ATTRIBUTE_LENGTH)
    else if (this.inside === 'data') {
      const block = `${this.dataBlocks.at(-1)}${text}`
      this.dataBlocks[this.dataBlocks.length - 1] = block.slice(0, MAX_DATA_LENGTH)
    } else if (this.dropping === 0 && this.textLength < MAX_TEXT_LENGTH) {
      const kept = text.slice(0, MAX_TEXT_LENGTH - this.textLength)
      this.textLength += kept.length
      this.pieces.push(kept.replace(MARKUP, (character) => STAND_IN[character] ?? ''))
    }
  }

  page(): SlimPage {
    const { title, language, base, marks, dataBlocks, elements } = this
    return { body: this.pieces.join(''), title, language, base, marks, dataBlocks, elements }
  }

  private hasRoom(): boolean {
    const depth = this.children.length
    return this.elements < MAX_ELEMENTS && depth <= MAX_DEPTH && this.children[depth - 1]! < MAX_CHILDREN
  }

  private mark(name: string, attributes: Record<string, string>): void {
    if (name === 'title') {
      if (this.title === '' && this.dropping === 0) this.inside = 'title'
    } else if (name === 'base') this.base ??= attributes.href
    else if (this.marks.length < 500) this.marks.push({ element: name, attributes: shortAttributes(attributes) })
  }

  private write(name: string, attributes: Record<string, string>): void {
    this.elements++
    this.children[this.children.length - 1]!++
    const kept = Object.entries(attributes)
      .filter(([key, value]) => KEPT_ATTRIBUTES.has(key) && value.length <= MAX_ATTRIBUTE_LENGTH)
      .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    this.pieces.push(`<${name}${kept.join('')}>`)
  }
}

/** Not written: the extractor puts its own around the body. */
const STRUCTURAL = new Set(['html', 'head', 'body'])

function isHidden(attributes: Record<string, string>): boolean {
  return (
    attributes.hidden !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '')
  )
}

function shortAttributes(attributes: Record<string, string>): Readonly<Record<string, string>> {
  const short: Record<string, string> = {}
  for (const key of ['name', 'property', 'itemprop', 'content', 'rel', 'href', 'charset', 'http-equiv']) {
    const value = attributes[key]
    if (value !== undefined) short[key] = value.slice(0, MAX_ATTRIBUTE_LENGTH)
  }
  return short
}
