import { wholeCharacters } from '../lib/clean-text.ts'
import { sanitiseHtml } from '../lib/sanitise-html.ts'

/** Read of a body as published; what follows is not looked at. */
export const MAX_WRITTEN_BODY_LENGTH = 500_000
/** HTML of the longest text that is kept, markup included. */
const MAX_HTML_LENGTH = 300_000

/** Sanitised HTML of a body as published, at most 300,000 characters long. `baseUrl` makes its relative links absolute. */
export function shownHtml(body: string, baseUrl: string | undefined): string {
  const html = sanitiseHtml(wholeCharacters(body, MAX_WRITTEN_BODY_LENGTH), baseUrl)
  if (html.length <= MAX_HTML_LENGTH) return html
  return sanitiseHtml(wholeCharacters(html, MAX_HTML_LENGTH).replace(/<[^<>]*$/, ''), baseUrl)
}
