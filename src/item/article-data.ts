import { oneLine } from '../lib/clean-text.ts'
import { plainText } from '../lib/plain-text.ts'

/** A page's schema.org metadata about its article. */
export interface ArticleData {
  readonly headline?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  /** Unparsed date. */
  readonly published?: string
  readonly language?: string
  /** Full text (`articleBody`), if the publisher gives it; HTML or plain text. */
  readonly body?: string
}

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|Recipe|WebPage)$/
/** Most JSON nodes visited; a page's graph has a few dozen. */
const MAX_NODES = 2_000

/**
 * Reads the JSON-LD of a page (schema.org `Article` and its subtypes). Blocks that are not JSON are skipped. Of several articles,
 * the one with the longest text is read; without texts, the first that is more than a `WebPage`.
 *
 * @param blocks contents of `script type="application/ld+json"` elements
 */
export function articleData(blocks: readonly string[]): ArticleData | undefined {
  const found = blocks.flatMap(readBlock).flatMap(articleNodes)
  const best = found.toSorted((a, b) => worth(b) - worth(a))[0]
  return best && readArticle(best)
}

type JsonNode = Readonly<Record<string, unknown>>

function readBlock(block: string): unknown[] {
  // Some systems still wrap the block in a comment or CDATA, which old parsers needed.
  const json = block.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '').trim()
  try {
    return [JSON.parse(json)]
  } catch {
    try {
      // The usual mistake is a line break inside a string.
      return [JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '))]
    } catch {
      return []
    }
  }
}

function articleNodes(root: unknown): JsonNode[] {
  const found: JsonNode[] = []
  const queue: unknown[] = [root]
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const node = queue[at]
    if (Array.isArray(node)) queue.push(...node.slice(0, MAX_NODES))
    else if (isNode(node)) {
      if (typesOf(node).some((type) => ARTICLE_TYPE.test(type))) found.push(node)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) if (key in node) queue.push(node[key])
    }
  }
  return found
}

function worth(node: JsonNode): number {
  const isPage = typesOf(node).every((type) => type.endsWith('WebPage'))
  return (textOf(node.articleBody)?.length ?? 0) + (isPage ? 0 : 1)
}

function readArticle(node: JsonNode): ArticleData {
  return {
    headline: line(node.headline) ?? line(node.name),
    authors: listOf(node.author).flatMap(personName),
    publisher: listOf(node.publisher).flatMap(personName)[0],
    published: line(node.datePublished) ?? line(node.dateCreated),
    language: line(listOf(node.inLanguage)[0]),
    body: textOf(node.articleBody),
  }
}

function personName(person: unknown): string[] {
  const name = typeof person === 'string' ? line(person) : isNode(person) ? line(listOf(person.name)[0]) : undefined
  return name === undefined || /^https?:\/\//i.test(name) ? [] : [name]
}

function typesOf(node: JsonNode): string[] {
  return listOf(node['@type']).filter((type) => typeof type === 'string')
}

function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 50) : value === undefined || value === null ? [] : [value]
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' ? oneLine(plainText(value.slice(0, 2_000))) || undefined : undefined
}
