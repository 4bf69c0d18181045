/** `<!` before what is neither a comment nor a declaration, as in `<!'`. */
const STRAY = /<!(?![-[a-z])/gi

/**
 * The same HTML with a `<!` that begins no comment and no declaration escaped. The HTML standard takes all up to the next `>` for
 * a comment (13.2.5.42), and a reader of a feed would lose the text and the links in it. Linear.
 */
export function escapeStrayDeclarations(html: string): string {
  if (!html.includes('<!')) return html
  const escaped = html.replace(STRAY, '&lt;!')
  const last = escaped.lastIndexOf('<!')
  const isOpen = last > escaped.lastIndexOf('>') && /[a-z]/i.test(escaped.charAt(last + 2))
  return isOpen ? `${escaped.slice(0, last)}&lt;${escaped.slice(last + 1)}` : escaped
}
