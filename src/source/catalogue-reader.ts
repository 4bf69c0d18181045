import { type Document, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { FileProblem } from '../lib/data-file-error.ts'
import { CATALOGUE_FIELDS, catalogueEntry, sourceOf } from './catalogue-entry.ts'
import type { Source } from './types.ts'

/** @returns the line of a node in its file, from 1 */
export type LineOf = (node: Node | null | undefined) => number

/** A problem in the file being read; the caller adds the file's name. */
type EntryProblem = Omit<FileProblem, 'file'>

type Issue = NonNullable<ReturnType<typeof catalogueEntry.safeParse>['error']>['issues'][number]

/** Reads the entries of a catalogue one by one, and records every problem with its place. */
export class CatalogueReader {
  readonly problems: EntryProblem[] = []
  readonly sources: Source[] = []
  readonly switchedOff: string[] = []
  readonly #lineOfId = new Map<string, number>()
  readonly #ownerOfUrl = new Map<string, { readonly id: string; readonly line: number }>()

  /** @param node an entry of the list in `document` */
  read(node: unknown, document: Document, lineOf: LineOf): void {
    if (!isNode(node) || !isMap(node)) {
      const problem = 'must be a source: fields such as "id" and "feeds"'
      this.problems.push({ line: lineOf(isNode(node) ? node : null), problem })
      return
    }
    const entry = this.#plainEntry(node, document, lineOf)
    if (entry === undefined) return
    const sourceId = typeof entry.id === 'string' ? entry.id : undefined
    if (sourceId && entry.enabled === false && Object.keys(entry).length === 2) {
      this.switchedOff.push(sourceId)
      return
    }
    const result = catalogueEntry.safeParse(entry)
    if (!result.success) {
      this.problems.push(...result.error.issues.flatMap((issue) => problemsOf(issue, node, sourceId, lineOf)))
      return
    }
    const source = sourceOf(result.data)
    this.#checkUnique(source, node, lineOf)
    this.sources.push(source)
  }

  /** @returns the entry's value; undefined where YAML cannot resolve it: an unknown alias, or too many aliases */
  #plainEntry(node: YAMLMap, document: Document, lineOf: LineOf): Record<string, unknown> | undefined {
    try {
      return node.toJS(document) as Record<string, unknown>
    } catch (error) {
      const id = node.get('id')
      this.problems.push({
        line: lineOf(node),
        record: typeof id === 'string' ? id : undefined,
        problem: `cannot be read: ${(error as Error).message}; write the value out in its place`,
      })
      return undefined
    }
  }

  /** Reports an id or address that came before, mostly a mistake in copying, with both places. */
  #checkUnique(source: Source, node: Node, lineOf: LineOf): void {
    const line = lineOf(fieldNode(node, ['id']))
    const earlier = this.#lineOfId.get(source.id)
    if (earlier === undefined) this.#lineOfId.set(source.id, line)
    else {
      const problem = `is taken already, on line ${earlier}; ids are never reused`
      this.problems.push({ line, record: source.id, field: 'id', problem })
    }
    for (const [index, { url }] of source.feeds.entries()) {
      const key = urlKey(url)
      const at = lineOf(fieldNode(node, ['feeds', index]))
      const owner = this.#ownerOfUrl.get(key)
      if (owner === undefined) this.#ownerOfUrl.set(key, { id: source.id, line: at })
      else {
        const problem = `${url} is polled for "${owner.id}" already, on line ${owner.line}`
        this.problems.push({ line: at, record: source.id, field: 'feeds', problem })
      }
    }
  }
}

function problemsOf(issue: Issue, node: YAMLMap, record: string | undefined, lineOf: LineOf): readonly EntryProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf(keyNode(node, key)),
      record,
      field: key,
      problem: unknownField(key),
    }))
  }
  const path = issue.path as (string | number)[]
  const field = path[0] === undefined ? undefined : String(path[0])
  return [{ line: lineOf(fieldNode(node, path)), record, field, problem: issue.message }]
}

function unknownField(field: string): string {
  const shared = (known: string): number => {
    const at = [...known].findIndex((letter, index) => letter !== field[index])
    return at < 0 ? known.length : at
  }
  const [close] = CATALOGUE_FIELDS.filter((known) => shared(known) >= 3).sort((a, b) => shared(b) - shared(a))
  return `is not known${close ? `; did you mean "${close}"?` : `; known are ${CATALOGUE_FIELDS.join(', ')}`}`
}

/** Returns the node a path leads to, or the nearest existing one above it. */
function fieldNode(node: Node, path: readonly (string | number)[]): Node {
  let at: Node = node
  for (const step of path) {
    const next: unknown = isMap(at) || isSeq(at) ? at.get(step, true) : undefined
    if (!isNode(next)) break
    at = next
  }
  return at
}

function keyNode(node: YAMLMap, key: string): Node | undefined {
  const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === key)
  return pair && isNode(pair.key) ? pair.key : undefined
}

/** Returns the address without scheme, `www.` and final slash: a difference in these makes no second feed. */
function urlKey(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}
