import { createHash } from 'node:crypto'
import { wholeCharacters } from '../../lib/clean-text.ts'
import type { ClusterInput } from '../../story/types.ts'

/** Maximum number of characters of the title and of the text that are embedded: the beginning tells the event. */
const MOST_TITLE = 400
const MOST_LEAD = 200

/** Returns the text of an item that is embedded: prefix, title and the beginning of the text. */
export function embeddedText({ title, text }: Pick<ClusterInput, 'title' | 'text'>, prefix: string): string {
  const lead = cut(text, MOST_LEAD)
  return `${prefix}${[cut(title, MOST_TITLE), ...(lead === '' ? [] : [lead])].join('\n')}`
}

export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Returns the beginning of a text, with white space collapsed. */
function cut(text: string, most: number): string {
  return wholeCharacters(text.replace(/\s+/g, ' ').trim(), most)
}
