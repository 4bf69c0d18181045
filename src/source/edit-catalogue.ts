import { isMap, isSeq, parseDocument } from 'yaml'
import { type Catalogue, writeCatalogue } from './catalogue.ts'
import { isAside, layoutOf } from './catalogue-portions.ts'

/** An entry of the list as it is written. */
interface WrittenEntry {
  readonly id: string
  /** Comments directly above; they are about the entry and leave with it. */
  readonly above: readonly string[]
  readonly lines: readonly string[]
}

/** Lines of the list in order: entries, and blank lines and comments between them. */
type Piece = WrittenEntry | string

/**
 * Edits the text of a catalogue so that it holds another one, and leaves the words of every entry that stays, and all comments outside of
 * removed entries, as a person wrote them.
 *
 * @returns undefined for a text that is not plainly one list in block style; whether the result holds exactly `after` is for the caller to
 * check, as an entry that is in both is left as it is
 */
export function editCatalogue(yamlText: string, after: Catalogue): string | undefined {
  const layout = layoutOf(yamlText.replaceAll('\r\n', '\n').replace(/^sources:[ \t]*\[\s*\]/m, 'sources:'))
  const pieces = layout && piecesOf(layout.lines, layout.indent)
  if (layout === undefined || pieces === undefined) return undefined
  const off = new Set(after.switchedOff)
  const isOn = new Map(after.sources.map(({ id, isEnabled }) => [id, isEnabled]))
  const known = new Set<string>()
  const kept = pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [piece]
    if (!isOn.has(piece.id) && !off.has(piece.id)) return []
    known.add(piece.id)
    return [...piece.above, ...(isOn.get(piece.id) ? withoutSwitch(piece.lines) : piece.lines)]
  })
  while (kept.at(-1) === '') kept.pop()
  const added = linesOf(
    {
      sources: after.sources.filter(({ id }) => !known.has(id)),
      switchedOff: after.switchedOff.filter((id) => !known.has(id)),
    },
    pieces.some((piece) => typeof piece !== 'string') ? layout.indent : '  ',
  )
  const lines = [...kept, ...added]
  const text = lines.some((line) => !isAside(line))
    ? `${layout.head}${lines.join('\n')}\n`
    : `${layout.head.replace(/sources:(?=[^\n]*\n$)/, 'sources: []')}${lines.map((line) => `${line}\n`).join('')}`
  return yamlText.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}

/** @returns undefined if an entry has no id that can be read from it alone */
function piecesOf(lines: readonly string[], indent: string): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  let aside: string[] = []
  for (let at = 0; at < lines.length; ) {
    if (!lines[at]!.startsWith(`${indent}- `)) {
      aside.push(lines[at++]!)
      continue
    }
    let end = at + 1
    for (let next = end; next < lines.length && !lines[next]!.startsWith(`${indent}- `); next++) {
      // A comment to the right of the dash is the entry's too, or text of it.
      if (!isAside(lines[next]!) || lines[next]!.startsWith(`${indent} `)) end = next + 1
    }
    const entry = lines.slice(at, end)
    const id = idOf(entry)
    if (id === undefined) return undefined
    const gap = aside.lastIndexOf('') + 1
    pieces.push(...aside.slice(0, gap), { id, above: aside.slice(gap), lines: entry })
    aside = []
    at = end
  }
  return [...pieces, ...aside]
}

function idOf(entry: readonly string[]): string | undefined {
  // Nearly always a line of its own, and parsing each of ten thousand entries takes seconds.
  const plain = entry.map((line) => /^ *(?:- +)?id: +([a-z0-9-]+) *$/.exec(line)?.[1]).filter((id) => id !== undefined)
  if (plain.length === 1) return plain[0]
  const { contents } = parseDocument(`sources:\n${entry.join('\n')}\n`)
  const list = isMap(contents) ? contents.get('sources', true) : undefined
  const item = isSeq(list) ? list.items[0] : undefined
  const id = isMap(item) ? item.get('id') : undefined
  return typeof id === 'string' ? id : undefined
}

/** Returns an entry that is on, without the line that switches it off. */
function withoutSwitch(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !/^ +enabled: *false *(?:#.*)?$/.test(line))
}

function linesOf(added: Catalogue, indent: string): readonly string[] {
  if (added.sources.length + added.switchedOff.length === 0) return []
  const lines = writeCatalogue(added).split('\n').slice(1, -1)
  return lines.map((line) => (line === '' ? line : `${indent}${line.slice(WRITTEN_INDENT)}`))
}

/** Spaces before a dash in what `writeCatalogue` writes. */
const WRITTEN_INDENT = 2
