import { createHash } from 'node:crypto'
import type { ClusterInput } from '../../story/types.ts'

/** Characters of the title and of the text below it that a model of meaning reads: the event is told there. */
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

/** The start of a text, never half a character. */
function cut(text: string, most: number): string {
  const tidy = text.replace(/\s+/g, ' ').trim()
  const start = tidy.slice(0, most)
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start
}
