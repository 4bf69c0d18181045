/** Some entries of a `sources` list, as a document of their own. */
export interface Portion {
  readonly text: string
  /** Number to add to a line of `text` to get the line in the file. */
  readonly linesBefore: number
}

/** A catalogue that is plainly one `sources` list in block style, as text. */
export interface CatalogueLayout {
  /** The lines up to and with `sources:`. */
  readonly head: string
  /** The lines below, without their line breaks. */
  readonly lines: readonly string[]
  /** The spaces before the dash of an entry. */
  readonly indent: string
}

const HEAD = /^(?:[ \t]*(?:#[^\n]*)?\n)*sources:[ \t]*(?:#[^\n]*)?\n/
/** Anchors, aliases and tags, which may refer from one entry to another. */
const ACROSS = /(?:^|[\s[{,])[&*!]\S/m

/** @param text with line breaks as `\n` @returns undefined for another layout */
export function layoutOf(text: string): CatalogueLayout | undefined {
  const head = HEAD.exec(text)?.[0]
  if (head === undefined) return undefined
  const lines = text.slice(head.length).split('\n')
  const indent = /^ */.exec(lines.find((line) => /^ *- /.test(line)) ?? '')![0]
  const isPlain = (line: string) => isAside(line) || line.startsWith(`${indent}- `) || line.startsWith(`${indent} `)
  return lines.every(isPlain) ? { head, lines, indent } : undefined
}

/** Whether a line is blank or a comment. */
export function isAside(line: string): boolean {
  return /^\s*(?:#|$)/.test(line)
}

/**
 * Splits a catalogue between entries of its list.
 *
 * @param length approximate length of a portion, in characters
 * @returns undefined unless the text is plainly one `sources` list, in block style, without references between entries
 */
export function portionsOf(yamlText: string, length: number): readonly Portion[] | undefined {
  const text = yamlText.replaceAll('\r\n', '\n')
  const layout = ACROSS.test(text) ? undefined : layoutOf(text)
  if (layout === undefined) return undefined
  const { head, lines, indent } = layout
  const portions: Portion[] = []
  // Every portion begins with a `sources:` line of its own, in place of the last line of the head.
  let linesBefore = head.split('\n').length - 2
  let held: string[] = []
  let size = 0
  const close = (): void => {
    portions.push({ text: `sources:\n${held.join('\n')}\n`, linesBefore })
    linesBefore += held.length
    held = []
    size = 0
  }
  for (const line of lines) {
    if (size >= length && line.startsWith(`${indent}- `)) close()
    held.push(line)
    size += line.length + 1
  }
  close()
  return portions
}
