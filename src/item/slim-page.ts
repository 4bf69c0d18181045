import { Parser } from 'htmlparser2'
import { boundedMarkup } from '../lib/bounded-markup.ts'
import { escapeHtml } from '../lib/escape-html.ts'

/** Real pages stay below 40; each level more costs the extractor another look at the text inside. */
const MAX_DEPTH = 80
/** The largest page of the bench has 5,900. */
const MAX_ELEMENTS = 12_000
/** Of one element: document trees count siblings again and again, so that 12,000 of them would cost seconds. */
const MAX_CHILDREN = 2_000
/** About 60,000 words: longer than any report; the longest page of the bench has 340,000 characters, markup included. */
const MAX_TEXT_LENGTH = 400_000
/** An address or a list of classes that is longer tells nothing. */
const MAX_ATTRIBUTE_LENGTH = 2_000
/** Blocks of metadata; pages of the bench have up to 9. */
const MAX_DATA_BLOCKS = 30
const MAX_DATA_LENGTH = 500_000

/** Never read by anybody, or not part of a text. */
const DROPPED = new Set(
  'style noscript template svg iframe object embed applet canvas audio video map select option textarea button input dialog'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col hr img input link meta source track wbr'.split(' '))
const HEAD_ONLY = new Set(['base', 'link', 'meta', 'title'])
/** What structure and metadata are told by. */
const KEPT_ATTRIBUTES = new Set(
  'class id role href rel datetime itemprop itemtype colspan rowspan lang dir hidden aria-hidden'.split(' '),
)

/**
 * Stand for `&`, `<` and `>` in the text of the body, so that a page of a million `&lt;` is one piece of text to the next parser and
 * not a million; a space that keeps words together is written as a reference too, and is a space to readers of text. Private-use characters mean nothing on the web; the page's own are dropped.
 */
const STAND_IN: Readonly<Record<string, string>> = { '&': '\ue000', '<': '\ue001', '>': '\ue002', '\u00a0': ' ' }
const MARKUP = /[&<>\u00a0\ue000-\ue002]/g

/** HTML made from a slim body, with the characters of its text as references again. */
export function restoreText(html: string): string {
  return html.replaceAll('\ue000', '&amp;').replaceAll('\ue001', '&lt;').replaceAll('\ue002', '&gt;')
}

/** One `meta`, `link` or `time` of a page that says something about it, as written. */
export interface PageMark {
  readonly element: string
  readonly attributes: Readonly<Record<string, string>>
}

/** A page without what nobody reads, small enough for a document tree. */
export interface SlimPage {
  /** Well-formed HTML of the body: balanced, at most 80 deep, without scripts, styles, forms and images' addresses. */
  readonly body: string
  readonly title: string
  readonly language?: string
  /** Address that relative ones are relative to, as written in `base`. */
  readonly base?: string
  readonly marks: readonly PageMark[]
  /** Contents of `script type="application/ld+json"`, not yet read. */
  readonly dataBlocks: readonly string[]
  /** Elements of the body: none means that the bytes were no page. */
  readonly elements: number
}

/**
 * Reads a page once, keeping text, structure and what it says of itself. Bounded whatever the page is: depth, elements, text,
 * attributes and metadata each have a limit, and what lies beyond is left out. Linear.
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
  /** Open elements; false for one that is not written. */
  private readonly open: boolean[] = []
  /** Children so far of each open element that is written, and of the body. */
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

/** Written once around the whole, not where they stand. */
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
