import { Parser } from 'htmlparser2'
import { escapeHtml } from '../lib/escape-html.ts'
import { MAX_ENTRIES } from './max-entries.ts'
import { declaredEntities, decodeReferences } from './named-entity.ts'
import { resolveUrl } from './resolve-url.ts'
import { type NamespaceScope, scopeOf, usualName } from './xml-namespaces.ts'

/** An element of a feed, with everything inherited already resolved. */
export interface XmlElement {
  /**
   * Lower case, with the usual prefix of its namespace whatever prefix the feed chose: `title`, `dc:creator`,
   * `media:content`. Elements of the feed's own vocabulary have none.
   */
  readonly name: string
  /** By lower-case name as written, decoded. */
  readonly attributes: ReadonlyMap<string, string>
  readonly nodes: readonly (XmlElement | string)[]
  /** The base that `xml:base` gives here; undefined where no ancestor carries one. */
  readonly base?: string
  /** `xml:lang` here or on the nearest ancestor that has one. Empty means "none" (RFC 4287, 2). */
  readonly language?: string
  /** False where the text ended before the end tag. */
  readonly isComplete: boolean
}

/** Reading stops at elements deeper than this: no feed nests so deep, but an attack does. */
const MAX_DEPTH = 256
/** Reading stops after so many elements; 5 MB of a real feed hold two thirds of that. */
const MAX_ELEMENTS = 150_000
/** Pieces of text in a row after which they are joined: every reference is a piece of its own, and a million took 170 MB. */
const MAX_PIECES = 500
/** Names of entries; deeper than `DEEPEST_ENTRY` they mean something else. */
const ENTRY_NAMES = new Set(['item', 'entry', 'url', 'sitemap'])
const DEEPEST_ENTRY = 4

interface OpenElement {
  name: string
  attributes: Map<string, string>
  nodes: (XmlElement | string)[]
  base: string | undefined
  language: string | undefined
  isComplete: boolean
  /** Pieces of text at the end of `nodes`. */
  pieces: number
  /** Shared with the parent where it declares none. */
  scope: NamespaceScope
}

/**
 * Parses XML, as feeds really write it, into a tree: tolerates wrong nesting, bare `&`, undeclared prefixes and entities,
 * and a missing end; never throws. Stops after `MAX_ENTRIES` entries. External entities and DTDs are never fetched.
 *
 * @param documentUrl resolves a relative `xml:base`
 * @returns a nameless element that holds the document's top elements. Linear in the length of the text.
 */
export function parseXml(text: string, documentUrl?: string): XmlElement {
  const root: OpenElement = openElement('', NONE, undefined)
  const open: OpenElement[] = [root]
  const declared = declaredEntities(text)
  let depth = 0
  let elements = 0
  let entries = 0
  let isRaw = false
  let isAtEnd = false
  let attributes: Map<string, string> = NONE

  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = NONE
      },
      onattribute: (name, value) => {
        const key = name.toLowerCase()
        if (attributes === NONE) attributes = new Map()
        if (!attributes.has(key)) attributes.set(key, decodeReferences(value, declared))
      },
      onopentag: (written) => {
        depth++
        elements++
        // Memory and the parser's own stack would grow with the input: stop reading, keep what is complete.
        if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) throw new LimitReached()
        const parent = open[open.length - 1]!
        const element = openElement(written.toLowerCase(), attributes, parent, documentUrl)
        parent.nodes.push(element as XmlElement)
        parent.pieces = 0
        open.push(element)
      },
      onclosetag: () => {
        depth--
        const element = open.pop()!
        element.isComplete = !isAtEnd
        if (depth < DEEPEST_ENTRY && ENTRY_NAMES.has(element.name) && ++entries >= MAX_ENTRIES) throw new LimitReached()
      },
      ontext: (piece) => {
        if (open.length > 1) addText(open[open.length - 1]!, isRaw ? piece : decodeReferences(piece, declared))
      },
      oncdatastart: () => {
        isRaw = true
      },
      oncdataend: () => {
        isRaw = false
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  try {
    parser.write(text)
    isAtEnd = true
    parser.end()
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error
  }
  root.isComplete = open.length === 1
  return root as XmlElement
}

function addText(element: OpenElement, piece: string): void {
  element.nodes.push(piece)
  if (++element.pieces < MAX_PIECES) return
  element.nodes.push(element.nodes.splice(-element.pieces).join(''))
  element.pieces = 1
}

/** Shared by elements without attributes, which most are: a map for each took a third of a tree's memory. Never written to. */
const NONE = new Map<string, string>()

class LimitReached extends Error {}

function openElement(
  written: string,
  attributes: Map<string, string>,
  parent: OpenElement | undefined,
  documentUrl?: string,
): OpenElement {
  const isRoot = parent !== undefined && parent.scope.size === 0 && parent.name === ''
  const scope = scopeOf(attributes, parent?.scope ?? new Map(), isRoot)
  const base = attributes.get('xml:base')
  return {
    name: usualName(written, scope),
    attributes,
    nodes: [],
    base: base === undefined ? parent?.base : (resolveUrl(base, parent?.base ?? documentUrl) ?? parent?.base),
    language: (attributes.get('xml:lang') ?? parent?.language)?.trim(),
    isComplete: false,
    pieces: 0,
    scope,
  }
}

/** @returns child elements, in order */
export function childElements(element: XmlElement): XmlElement[] {
  return element.nodes.filter((node) => typeof node !== 'string')
}

/** @returns child elements with any of the names, in document order */
export function childrenNamed(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = []
  for (const node of element.nodes) if (typeof node !== 'string' && names.includes(node.name)) found.push(node)
  return found
}

/** @returns the first child that has the first name; failing that, the second name … */
export function childNamed(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    for (const node of element.nodes) if (typeof node !== 'string' && node.name === name) return node
  }
  return undefined
}

/** @returns the text of the element and all it holds, trimmed; undefined where that is empty */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined
  return rawText(element).trim() || undefined
}

function rawText(element: XmlElement): string {
  let text = ''
  for (const node of element.nodes) text += typeof node === 'string' ? node : rawText(node)
  return text
}

/** @returns the text of the first named child that has any, trimmed */
export function textNamed(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const node of element.nodes) {
      if (typeof node === 'string' || node.name !== name) continue
      const text = textOf(node)
      if (text) return text
    }
  }
  return undefined
}

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** @returns what the element holds as HTML: text escaped, elements by local name. The element's own tag is left out. */
export function innerHtml(element: XmlElement): string {
  return element.nodes.map((node) => (typeof node === 'string' ? escapeHtml(node) : outerHtml(node))).join('')
}

function outerHtml(element: XmlElement): string {
  const tag = element.name.slice(element.name.indexOf(':') + 1)
  let written = `<${tag}`
  for (const [name, value] of element.attributes) {
    if (!name.startsWith('xmlns') && !name.startsWith('xml:')) written += ` ${name}="${escapeHtml(value)}"`
  }
  return VOID.has(tag) ? `${written}>` : `${written}>${innerHtml(element)}</${tag}>`
}
