import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml'
import { CATALOGUE_FIELDS, catalogueEntry, sourceOf } from './catalogue-entry.ts'
import { type Portion, portionsOf } from './catalogue-portions.ts'
import type { Source } from './types.ts'

export interface Catalogue {
  readonly sources: readonly Source[]
  /** Ids that an entry of nothing but `id` and `enabled: false` turns off; for catalogues laid over another. */
  readonly switchedOff: readonly string[]
}

/** What is wrong with one field of a catalogue file. */
export interface CatalogueProblem {
  /** From 1. */
  readonly line: number
  readonly sourceId?: string
  readonly field?: string
  readonly message: string
}

/** A catalogue file cannot be used; the message lists every problem with file, line, source and field. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'

  constructor(
    readonly fileName: string,
    readonly problems: readonly CatalogueProblem[],
  ) {
    const lines = problems.map(({ line, sourceId, field, message }) => {
      const where = [sourceId && `source "${sourceId}"`, field && `field "${field}"`].filter((part) => part).join(', ')
      return `${fileName}:${line}: ${where ? `${where}: ` : ''}${message}`
    })
    super(
      `${problems.length === 1 ? 'One problem' : `${problems.length} problems`} in ${fileName}\n${lines.join('\n')}`,
    )
  }
}

/** Characters of a list that are read at once: the nodes of YAML take a hundred times the memory of its text. */
const PORTION_LENGTH = 10_000

/**
 * Reads a catalogue: YAML with one list, `sources`.
 *
 * A long list is read in portions, so that ten thousand sources do not leave 250 MB of nodes behind.
 *
 * @param fileName for messages only
 * @throws CatalogueError with every problem found, not only the first
 */
export function parseCatalogue(yamlText: string, fileName: string): Catalogue {
  const portions = yamlText.length > 2 * PORTION_LENGTH ? portionsOf(yamlText, PORTION_LENGTH) : undefined
  return (portions && readPortions(portions, fileName)) ?? readWhole(yamlText, fileName)
}

function readWhole(yamlText: string, fileName: string): Catalogue {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    throw new CatalogueError(
      fileName,
      document.errors.map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        message: `is no YAML: ${error.message}`,
      })),
    )
  }
  const list = listOfSources(document, fileName)
  const reader = createReader()
  for (const node of list) reader.read(node, document, (each) => lineIn(lines, each))
  return reader.result(fileName)
}

/** @returns undefined where a portion is no YAML by itself: the whole says better what is wrong, and where */
function readPortions(portions: readonly Portion[], fileName: string): Catalogue | undefined {
  const reader = createReader()
  for (const { text, linesBefore } of portions) {
    const lines = new LineCounter()
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const list = document.errors.length === 0 && isMap(document.contents) ? document.get('sources', true) : undefined
    if (!isSeq(list)) return undefined
    for (const node of list.items) reader.read(node, document, (each) => lineIn(lines, each) + linesBefore)
  }
  return reader.result(fileName)
}

function lineIn(lines: LineCounter, node: Node | null | undefined): number {
  return node?.range ? lines.linePos(node.range[0]).line : 1
}

function listOfSources(document: Document, fileName: string): readonly unknown[] {
  if (document.contents === null) return []
  const list = document.get('sources', true)
  if (!isMap(document.contents) || !isSeq(list)) {
    throw new CatalogueError(fileName, [{ line: 1, message: 'must hold a list named "sources"' }])
  }
  const others = document.contents.items.map(({ key }) => String(key)).filter((key) => key !== 'sources')
  if (others.length > 0) {
    throw new CatalogueError(fileName, [
      { line: 1, message: `holds "${others.join('", "')}" beside "sources"; take that out` },
    ])
  }
  return list.items
}

type LineOf = (node: Node | null | undefined) => number

function createReader() {
  const problems: CatalogueProblem[] = []
  const sources: Source[] = []
  const switchedOff: string[] = []
  const lineOfId = new Map<string, number>()
  const ownerOfUrl = new Map<string, { id: string; line: number }>()

  /** An id or address that came before is a mistake of copying; both places are named. */
  const checkUnique = (source: Source, node: Node, lineOf: LineOf): void => {
    const line = lineOf(fieldNode(node, ['id']))
    const earlier = lineOfId.get(source.id)
    if (earlier === undefined) lineOfId.set(source.id, line)
    else
      problems.push({
        line,
        sourceId: source.id,
        field: 'id',
        message: `is taken already, on line ${earlier}; ids are never reused`,
      })
    source.feeds.forEach(({ url }, index) => {
      const key = urlKey(url)
      const at = lineOf(fieldNode(node, ['feeds', index]))
      const owner = ownerOfUrl.get(key)
      if (!owner) ownerOfUrl.set(key, { id: source.id, line: at })
      else
        problems.push({
          line: at,
          sourceId: source.id,
          field: 'feeds',
          message: `${url} is polled for "${owner.id}" already, on line ${owner.line}`,
        })
    })
  }

  const read = (node: unknown, document: Document, lineOf: LineOf): void => {
    if (!isNode(node) || !isMap(node)) {
      problems.push({
        line: lineOf(isNode(node) ? node : null),
        message: 'must be a source: fields such as "id" and "feeds"',
      })
      return
    }
    const entry = node.toJS(document) as Record<string, unknown>
    const sourceId = typeof entry.id === 'string' ? entry.id : undefined
    if (sourceId && entry.enabled === false && Object.keys(entry).length === 2) {
      switchedOff.push(sourceId)
      return
    }
    const result = catalogueEntry.safeParse(entry)
    if (result.success) {
      const source = sourceOf(result.data)
      checkUnique(source, node, lineOf)
      sources.push(source)
      return
    }
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          problems.push({ line: lineOf(keyNode(node, key)), sourceId, field: key, message: unknownField(key) })
        }
        continue
      }
      const path = issue.path as (string | number)[]
      problems.push({
        line: lineOf(fieldNode(node, path)),
        sourceId,
        field: path[0] === undefined ? undefined : String(path[0]),
        message: issue.message,
      })
    }
  }
  const result = (fileName: string): Catalogue => {
    if (problems.length > 0) throw new CatalogueError(fileName, problems)
    return { sources, switchedOff }
  }
  return { read, result }
}

function unknownField(field: string): string {
  const shared = (known: string): number => [...known].findIndex((letter, index) => letter !== field[index])
  const close = CATALOGUE_FIELDS.filter((known) => shared(known) >= 3 || shared(known) < 0).sort(
    (a, b) => shared(b) - shared(a),
  )[0]
  return `is not known${close ? `; did you mean "${close}"?` : `; known are ${CATALOGUE_FIELDS.join(', ')}`}`
}

/** The node a path leads to, or the nearest that exists above it. */
function fieldNode(node: Node, path: readonly (string | number)[]): Node {
  let at: Node = node
  for (const step of path) {
    const next: unknown = isMap(at) || isSeq(at) ? at.get(step, true) : undefined
    if (!isNode(next)) break
    at = next
  }
  return at
}

function keyNode(node: Node, key: string): Node | undefined {
  const pair = isMap(node) ? node.items.find(({ key: name }) => isScalar(name) && name.value === key) : undefined
  return pair && isNode(pair.key) ? pair.key : undefined
}

/** `http` and `https`, and a last slash, make no second feed. */
function urlKey(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}

/** @returns YAML that `parseCatalogue` reads back as the same; for what an operator adds to the shipped catalogue */
export function writeCatalogue({ sources, switchedOff }: Catalogue): string {
  const entries = sources.map((source) => ({
    id: source.id,
    name: source.name,
    homepage: source.homepage,
    kind: source.kind,
    feeds: source.feeds.map(({ url }) => url),
    language: source.language,
    country: source.country,
    family: source.family,
    type: source.type,
    tier: source.tier,
    tierReason: source.tierReason,
    ...(source.topics.length > 0 ? { topics: source.topics } : {}),
    ...(source.hubs.length > 0 ? { hubs: source.hubs } : {}),
    ...(source.isEnabled ? {} : { enabled: false }),
    ...(source.isMirror ? { mirror: true } : {}),
    ...(source.countsAsIndependent ? {} : { countsAsIndependent: false }),
    ...(source.allowsFullText ? { fullText: true } : {}),
    ...(source.note === undefined ? {} : { note: source.note }),
  }))
  const off = switchedOff.map((id) => ({ id, enabled: false }))
  return stringify({ sources: [...entries, ...off] }, { lineWidth: 0 })
}

/**
 * Lays an operator's own catalogue over the shipped one: an own entry replaces the shipped one of its id in its place,
 * others are added at the end, and ids that are switched off stay listed but are not polled.
 */
export function mergeCatalogues(shipped: Catalogue, own: Catalogue): readonly Source[] {
  const ownById = new Map(own.sources.map((source) => [source.id, source]))
  const shippedIds = new Set(shipped.sources.map(({ id }) => id))
  const off = new Set([...shipped.switchedOff, ...own.switchedOff])
  const merged = [
    ...shipped.sources.map((source) => ownById.get(source.id) ?? source),
    ...own.sources.filter(({ id }) => !shippedIds.has(id)),
  ]
  return merged.map((source) => (off.has(source.id) ? { ...source, isEnabled: false } : source))
}
