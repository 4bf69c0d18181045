/** Matches `<!` that starts neither a comment nor a declaration, as in `<!'`. */
const STRAY = /<!(?![-[a-z])/gi

/**
 * Escapes every `<!` that starts neither a comment nor a declaration, and a declaration that is never closed. The HTML standard treats
 * everything up to the next `>` as a comment (13.2.5.42), and readers of a feed would lose the text and links in it. Linear.
 */
export function escapeStrayDeclarations(html: string): string {
  if (!html.includes('<!')) return html
  const escaped = html.replace(STRAY, '&lt;!')
  const last = escaped.lastIndexOf('<!')
  const isOpen = last > escaped.lastIndexOf('>') && /[a-z]/i.test(escaped.charAt(last + 2))
  return isOpen ? `${escaped.slice(0, last)}&lt;${escaped.slice(last + 1)}` : escaped
}
