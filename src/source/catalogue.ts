import { type Document, isMap, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml'
import { DataFileError } from '../lib/data-file-error.ts'
import { type Portion, portionsOf } from './catalogue-portions.ts'
import { CatalogueReader } from './catalogue-reader.ts'
import type { Source } from './types.ts'
import { withoutUnstatedCountry } from './unstated-country.ts'

export interface Catalogue {
  readonly sources: readonly Source[]
  /** Ids of entries with only `id` and `enabled: false`: they switch off a source of the catalogue that this one overlays. */
  readonly switchedOff: readonly string[]
}

/** Characters of a list parsed at once: YAML nodes take a hundred times the memory of their text. */
const PORTION_LENGTH = 10_000

/**
 * Parses a catalogue: YAML with one list, `sources`.
 *
 * A long list is parsed in portions, so that ten thousand sources do not leave 250 MB of nodes behind.
 *
 * @param fileName for messages only
 * @throws DataFileError with every problem found, not only the first
 */
export function parseCatalogue(yamlText: string, fileName: string): Catalogue {
  const portions = yamlText.length > 2 * PORTION_LENGTH ? portionsOf(yamlText, PORTION_LENGTH) : undefined
  return (portions && readPortions(portions, fileName)) ?? readWhole(yamlText, fileName)
}

function readWhole(yamlText: string, fileName: string): Catalogue {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    throw new DataFileError(
      document.errors.map((error) => ({
        ...{ file: fileName, line: lines.linePos(error.pos[0]).line },
        problem: `is no YAML: ${error.message}`,
      })),
    )
  }
  const list = listOfSources(document, fileName)
  const reader = new CatalogueReader()
  for (const node of list) reader.read(node, document, (each) => lineIn(lines, each))
  return catalogueOf(reader, fileName)
}

/** @returns undefined where a portion is no valid YAML: parsing the whole file reports the error better */
function readPortions(portions: readonly Portion[], fileName: string): Catalogue | undefined {
  const reader = new CatalogueReader()
  for (const { text, linesBefore } of portions) {
    const lines = new LineCounter()
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const list = document.errors.length === 0 && isMap(document.contents) ? document.get('sources', true) : undefined
    if (!isSeq(list)) return undefined
    for (const node of list.items) reader.read(node, document, (each) => lineIn(lines, each) + linesBefore)
  }
  return catalogueOf(reader, fileName)
}

function catalogueOf({ problems, sources, switchedOff }: CatalogueReader, fileName: string): Catalogue {
  if (problems.length > 0) throw new DataFileError(problems.map((each) => ({ file: fileName, ...each })))
  return { sources, switchedOff }
}

function lineIn(lines: LineCounter, node: Node | null | undefined): number {
  return node?.range ? lines.linePos(node.range[0]).line : 1
}

function listOfSources(document: Document, fileName: string): readonly unknown[] {
  if (document.contents === null) return []
  const list = document.get('sources', true)
  if (!isMap(document.contents) || !isSeq(list)) {
    throw new DataFileError([{ file: fileName, line: 1, problem: 'must hold a list named "sources"' }])
  }
  const others = document.contents.items.map(({ key }) => String(key)).filter((key) => key !== 'sources')
  if (others.length > 0) {
    throw new DataFileError([
      { file: fileName, line: 1, problem: `holds "${others.join('", "')}" beside "sources"; take that out` },
    ])
  }
  return list.items
}

/** Writes a catalogue, such as an operator's additions to the shipped one, as YAML that `parseCatalogue` reads back unchanged. */
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
    ...(source.licence === undefined ? {} : { licence: source.licence }),
    ...(source.note === undefined ? {} : { note: source.note }),
  }))
  const off = switchedOff.map((id) => ({ id, enabled: false }))
  return stringify({ sources: [...entries, ...off] }, { lineWidth: 0 })
}

/**
 * Overlays the shipped catalogue with an operator's own. An own entry replaces the shipped one with the same id in its
 * place, others are appended, and sources that are switched off stay listed but are not polled.
 */
export function mergeCatalogues(shipped: Catalogue, own: Catalogue): readonly Source[] {
  const ownSources = own.sources.map(withoutUnstatedCountry)
  const ownById = new Map(ownSources.map((source) => [source.id, source]))
  const shippedIds = new Set(shipped.sources.map(({ id }) => id))
  const off = new Set([...shipped.switchedOff, ...own.switchedOff])
  const merged = [
    ...shipped.sources.map((source) => ownById.get(source.id) ?? source),
    ...ownSources.filter(({ id }) => !shippedIds.has(id)),
  ]
  return merged.map((source) => (off.has(source.id) ? { ...source, isEnabled: false } : source))
}
