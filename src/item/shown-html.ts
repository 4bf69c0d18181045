import { wholeCharacters } from '../lib/clean-text.ts'
import { sanitiseHtml } from '../lib/sanitise-html.ts'

/** Characters of a published body that are read. */
export const MAX_WRITTEN_BODY_LENGTH = 500_000
/** Longest sanitised HTML, in characters, markup included. */
const MAX_HTML_LENGTH = 300_000

/** Sanitises the HTML of a published body and cuts it to about 300,000 characters. `baseUrl` makes its relative links absolute. */
export function shownHtml(body: string, baseUrl: string | undefined): string {
  const html = sanitiseHtml(wholeCharacters(body, MAX_WRITTEN_BODY_LENGTH), baseUrl)
  if (html.length <= MAX_HTML_LENGTH) return html
  return sanitiseHtml(wholeCharacters(html, MAX_HTML_LENGTH).replace(/<[^<>]*$/, ''), baseUrl)
}
