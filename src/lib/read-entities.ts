import { Parser } from 'htmlparser2'

/** Requires the semicolon: in plain text, `?a=1&copy=2` is part of a URL, not a copyright sign. */
const REFERENCE = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/g

/** Decodes HTML character references once: `AT&amp;amp;T` becomes `AT&amp;T`. */
export function readEntities(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, readReference) : text
}

function readReference(reference: string): string {
  let read = ''
  const parser = new Parser({ ontext: (text) => (read += text) }, { decodeEntities: true })
  parser.end(reference)
  return read
}
