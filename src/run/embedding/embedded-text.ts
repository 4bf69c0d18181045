import { createHash } from 'node:crypto'
import { wholeCharacters } from '../../lib/clean-text.ts'
import type { ClusterInput } from '../../story/types.ts'

/** Characters of the title and of the text below it that an embedding model reads: the event is told there. */
const MOST_TITLE = 400
const MOST_LEAD = 200

/** What of an item is turned into a vector. */
export function embeddedText({ title, text }: Pick<ClusterInput, 'title' | 'text'>, prefix: string): string {
  const lead = cut(text, MOST_LEAD)
  return `${prefix}${[cut(title, MOST_TITLE), ...(lead === '' ? [] : [lead])].join('\n')}`
}

export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The start of a text on one line. */
function cut(text: string, most: number): string {
  return wholeCharacters(text.replace(/\s+/g, ' ').trim(), most)
}
