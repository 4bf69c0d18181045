/** Some entries of a `sources` list, as a document of their own. */
export interface Portion {
  readonly text: string
  /** Number to add to a line of `text` to get the line in the file. */
  readonly linesBefore: number
}

const HEAD = /^(?:[ \t]*(?:#[^\n]*)?\n)*sources:[ \t]*(?:#[^\n]*)?\n/
/** Anchors, aliases and tags, which may refer from one entry to another. */
const ACROSS = /(?:^|[\s[{,])[&*!]\S/m

/**
 * Splits a catalogue between entries of its list.
 *
 * @param length approximate length of a portion, in characters
 * @returns undefined unless the text is plainly one `sources` list, in block style, without references between entries
 */
export function portionsOf(yamlText: string, length: number): readonly Portion[] | undefined {
  const text = yamlText.replaceAll('\r\n', '\n')
  const head = HEAD.exec(text)?.[0]
  if (head === undefined || ACROSS.test(text)) return undefined
  const lines = text.slice(head.length).split('\n')
  const indent = /^ */.exec(lines.find((line) => /^ *- /.test(line)) ?? '')![0]
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
    const isBlank = /^\s*(?:#|$)/.test(line)
    if (!isBlank && !line.startsWith(`${indent}- `) && !line.startsWith(`${indent} `)) return undefined
    if (size >= length && line.startsWith(`${indent}- `)) close()
    held.push(line)
    size += line.length + 1
  }
  close()
  return portions
}
