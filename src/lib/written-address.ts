import { cleanText } from './clean-text.ts'

/** What is encoded only because a request must be: letters outside ASCII (IRI, RFC 3987, 3.1), and quotation marks. */
const ENCODED = /%22|(?:%[89A-F][0-9A-F])+/gi

/**
 * The address with the characters that its publisher wrote, where `URL` has percent-encoded them: `https://a.example/À`,
 * as browsers show it. Both forms are one address; a program that compares them as strings finds the one it was given.
 *
 * @param href what `URL` made of `written`
 */
export function writtenAddress(href: string, written: string): string {
  if (written.includes('%') || !href.includes('%')) return href
  return href.replace(ENCODED, (encoded) => {
    const read = decoded(encoded)
    return written.includes(read) && cleanText(read) === read && !/\s/.test(read) ? read : encoded
  })
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
