import { Parser } from 'htmlparser2'

/** One expectation of a conformance suite. */
export interface Check {
  readonly suite: string
  readonly file: string
  readonly scope: 'item' | 'feed'
  readonly index: number
  readonly field: string
  readonly op: string
  readonly expected: unknown
  readonly tier: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What was read of one file: fields of the feed, and of its items. */
export interface Output {
  readonly feed: Readonly<Record<string, unknown>>
  readonly items: readonly Readonly<Record<string, unknown>>[]
}

/**
 * Whether a reading meets an expectation. Lenient where the suites are: a date may stand in `published` or `updated`,
 * text in `summary` or `content`, and text may be meant as HTML or plain.
 */
export function meetsCheck(check: Check, output: Output | undefined): boolean {
  const node = nodeOf(check, output)
  if (!node) return false
  const { field, op, expected } = check
  const value = node[field]
  switch (op) {
    case 'absent':
      return !value || (Array.isArray(value) && value.length === 0)
    case 'count':
      return listOf(value).length === expected
    case 'set':
      return listOf(expected).every((wanted) => listOf(value).some((found) => squeeze(found) === squeeze(wanted)))
    case 'date':
      return [node[field], node.published, node.updated].some((found) => sameInstant(found, expected))
    case 'text':
      return meetsText(texts(node, field), String(expected))
    case 'url':
      return plainUrl(value) === plainUrl(expected)
    case 'exact':
      return squeeze(value ?? '') === squeeze(expected)
    case 'lang':
      return String(value ?? '').toLowerCase() === String(expected).toLowerCase()
    case 'author':
      return sameAuthor(squeeze(value ?? ''), squeeze(expected))
    case 'links':
      return texts(node, field).some((html) => sameLinks(html, listOf(expected).map(String)))
    case 'safe':
      return texts(node, field).every((html) => isNoWorse(html, String(expected)))
    default:
      throw new Error(`Check ${check.file} has the unknown op ${op}`)
  }
}

function nodeOf({ scope, index }: Check, output: Output | undefined): Readonly<Record<string, unknown>> | undefined {
  if (!output) return undefined
  return scope === 'item' ? output.items.at(index) : { ...output.feed, items: output.items }
}

function texts(node: Readonly<Record<string, unknown>>, field: string): string[] {
  const fields = field === 'summary' || field === 'content' ? [field, 'content', 'summary'] : [field]
  return fields.map((name) => node[name]).filter((text): text is string => typeof text === 'string' && text !== '')
}

function meetsText(found: readonly string[], expected: string): boolean {
  if (expected === '')
    return found.length === 0 || readings(found[0]!).every((text) => text === '') || readings(found[0]!).includes('')
  return found.some((text) => readings(text).includes(squeeze(expected)))
}

/** A field may be plain text or HTML; escaped once too often is still readable. */
function readings(text: string): string[] {
  const once = htmlText(text)
  return [text, decoded(text), once, htmlText(decoded(text))].map(squeeze)
}

const SPACED = new Set(['p', 'br', 'div', 'li', 'td', 'tr', 'img'])
const DANGEROUS = new Set(
  'script iframe frame frameset object embed applet meta link base style form input button textarea select svg math noscript xml isindex bgsound layer'.split(
    ' ',
  ),
)

function scan(html: string): { text: string; links: string[]; dangers: Set<string> } {
  let text = ''
  const links: string[] = []
  const dangers = new Set<string>()
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (SPACED.has(name)) text += ' '
      if (DANGEROUS.has(name)) dangers.add(name)
      for (const [attribute, value] of Object.entries(attributes)) {
        if ((attribute === 'href' || attribute === 'src') && value.trim()) links.push(value.trim())
        if (attribute.startsWith('on')) dangers.add(attribute)
        if (/^(?:javascript|vbscript|data:text|livescript|mocha)/i.test(value.replace(/[\s\x00-\x1f]+/g, '')))
          dangers.add('script address')
      }
    },
    ontext: (piece) => {
      text += piece
    },
  })
  parser.end(html)
  return { text, links, dangers }
}

const htmlText = (html: string) => scan(html).text

function decoded(text: string): string {
  let result = ''
  new Parser({ ontext: (piece) => (result += piece) }).end(text.replaceAll('<', '&lt;'))
  return result
}

function isNoWorse(html: string, expected: string): boolean {
  const allowed = scan(expected).dangers
  return [...scan(html).dangers].every((danger) => allowed.has(danger))
}

function sameLinks(html: string, expected: readonly string[]): boolean {
  const unique = (urls: readonly string[]) => [...new Set(urls.map(plainUrl))].sort().join('\n')
  return unique(scan(html).links) === unique(expected)
}

function plainUrl(value: unknown): string {
  const written = String(value ?? '').trim()
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)([^?#]*)(.*)$/i.exec(written)
  return parts ? `${parts[1]!.toLowerCase()}://${parts[2]!.toLowerCase()}${parts[3] || '/'}${parts[4]}` : written
}

function sameInstant(found: unknown, expected: unknown): boolean {
  return Math.abs(Date.parse(String(found)) - Date.parse(String(expected))) < 1_000
}

function sameAuthor(found: string, expected: string): boolean {
  if (!found) return false
  const words = (text: string) => [...new Set(text.match(/\w+/g) ?? [])].sort().join(' ')
  return found.includes(expected) || expected.includes(found) || words(found) === words(expected)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function squeeze(value: unknown): string {
  return String(value)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
