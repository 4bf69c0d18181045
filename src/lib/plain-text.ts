import { Parser } from 'htmlparser2'
import { boundedMarkup } from './bounded-markup.ts'
import { tidyLines } from './clean-text.ts'
import { looksLikeHtml } from './looks-like-html.ts'
import { readEntities } from './read-entities.ts'
import { escapeStrayDeclarations } from './stray-declarations.ts'

/** Elements whose content is not part of the page's text. */
const SKIPPED = new Set(
  'script style template noscript iframe object embed applet svg annotation annotation-xml head title textarea select option audio video canvas map'.split(
    ' ',
  ),
)

/** Elements that begin and end a paragraph. */
const PARAGRAPHS = new Set(
  'address article aside blockquote body details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main nav ol p pre section summary table ul'.split(
    ' ',
  ),
)

/** Elements that begin and end a line. */
const LINES = new Set('dd dt li tr caption legend'.split(' '))

/** The fetcher limits bytes; this bounds the cost of one entry for every caller. */
const MAX_HTML_LENGTH = 5_000_000

/**
 * Converts an HTML fragment to plain text: decodes entities, drops scripts, styles and comments, separates paragraphs by a blank
 * line, puts list items, rows and `<br>` on separate lines, and removes invisible characters.
 * Plain text (without a known element) keeps its `<`, line breaks and blank lines. Linear in the length.
 */
export function plainText(html: string): string {
  const raw = html.length > MAX_HTML_LENGTH ? html.slice(0, MAX_HTML_LENGTH) : html
  const markup = escapeStrayDeclarations(raw)
  return tidyLines(looksLikeHtml(markup) ? readHtml(boundedMarkup(markup)) : readEntities(raw))
}

function readHtml(html: string): string {
  const pieces: string[] = []
  let skipped: string | undefined
  let depth = 0
  let preformatted = 0
  const isAtLineStart = () => pieces.length === 0 || pieces.at(-1)!.endsWith('\n')
  const startLine = () => {
    if (!isAtLineStart()) pieces.push('\n')
  }
  const parser = new Parser(
    {
      onopentagname(name) {
        if (skipped !== undefined) {
          if (name === skipped) depth++
          return
        }
        if (SKIPPED.has(name)) {
          skipped = name
          depth = 1
        } else if (PARAGRAPHS.has(name)) pieces.push('\n\n')
        else if (name === 'br') pieces.push('\n')
        else if (LINES.has(name)) startLine()
        else if (name === 'td' || name === 'th') pieces.push(' ')
        if (name === 'pre') preformatted++
      },
      onclosetag(name) {
        if (skipped !== undefined) {
          if (name === skipped && --depth === 0) skipped = undefined
          return
        }
        if (PARAGRAPHS.has(name)) pieces.push('\n\n')
        else if (LINES.has(name)) startLine()
        if (name === 'pre' && preformatted > 0) preformatted--
      },
      ontext(text) {
        if (skipped !== undefined) return
        const shown = preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
        if (shown !== ' ' || !isAtLineStart()) pieces.push(shown)
      },
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  )
  parser.end(html)
  return pieces.join('')
}
