import { cleanText } from './clean-text.ts'

/** Matches percent-encoded characters that are encoded only for requests: those outside ASCII (IRI, RFC 3987, 3.1) and quotation marks. */
const ENCODED = /%22|(?:%[89A-F][0-9A-F])+/gi

/**
 * Restores the characters that the publisher wrote where `URL` percent-encoded them: `https://a.example/À`, as browsers show it. Both
 * forms are the same address, but a program that compares strings then finds the one that it was given.
 *
 * @param href `href` of the `URL` parsed from `written`
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
