import { everyMatch } from '../lib/every-match.ts'

/** A scheme or `www.`, then printable ASCII up to what ends an address in running text. The quantifiers cannot overlap. */
const WEB_ADDRESS = /(?:\b[a-z][a-z0-9+.-]{1,14}:\/\/|\bwww\.)[!#-&*-;=?-_a-z~]*/gi

/**
 * Returns the ranges of a text that are web addresses, ascending. An address ends at a space, a quotation mark, a backtick, a round or curly
 * bracket, `<`, `>`, `|`, or any character beyond ASCII.
 */
export function findWebAddresses(text: string): [start: number, end: number][] {
  const found: [number, number][] = []
  if (!text.includes('://') && !/www\./i.test(text)) return found
  for (const match of everyMatch(text, WEB_ADDRESS)) found.push([match.index, match.index + match[0].length])
  return found
}
