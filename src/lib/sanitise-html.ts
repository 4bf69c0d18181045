import sanitize from 'sanitize-html'
import { boundedMarkup } from './bounded-markup.ts'
import { cleanText } from './clean-text.ts'
import { looksLikeHtml } from './looks-like-html.ts'
import { readEntities } from './read-entities.ts'
import { textToHtml } from './text-to-html.ts'

const ALLOWED_ELEMENTS = (
  'a abbr b blockquote br cite code dd del dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ' +
  'ruby s samp small strong sub sup table tbody td tfoot th thead time tr u ul var div'
).split(' ')

/** Elements whose going leaves the nesting of the others as it was. */
const KEPT_OR_EMPTY = new Set([...ALLOWED_ELEMENTS, 'h1', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** Elements that go with their text. */
const NO_TEXT = 'script style textarea option noscript template title iframe svg annotation annotation-xml'.split(' ')

/** A page shows one entry; what is longer is cut, so that one feed can't cost the others. */
const MAX_HTML_LENGTH = 1_000_000
/** Deeper nesting is only ever hostile or broken. */
const MAX_DEPTH = 60

/**
 * HTML that can be shown on our pages: text, structure and links; no script, style, form, image, frame, class, id or event
 * handler. Links are `http`, `https` or `mailto`, absolute (resolved against `baseUrl`; without it relative ones lose their
 * address), with `rel="nofollow noopener"`. Images are dropped: they would let publishers see our readers.
 * Plain text comes back escaped, its paragraphs as `<p>`. Sanitising twice changes nothing.
 */
export function sanitiseHtml(html: string, baseUrl?: string): string {
  const raw = boundedMarkup(cleanText(html.length > MAX_HTML_LENGTH ? html.slice(0, MAX_HTML_LENGTH) : html))
  const { safe, unwrapped } = sanitiseOnce(looksLikeHtml(raw) ? raw : textToHtml(readEntities(raw)), baseUrl)
  // What stood inside a dropped element can end the paragraph it now stands in: its nesting is read once more.
  const nested = (unwrapped ? sanitiseOnce(safe, baseUrl).safe : safe).trim()
  return nested === '' || looksLikeHtml(nested) ? nested : `<p>${nested}</p>`
}

/** One reading of `html`; `unwrapped` if an element was dropped and what it held was kept. */
function sanitiseOnce(html: string, baseUrl: string | undefined): { safe: string; unwrapped: boolean } {
  let unwrapped = false
  const safe = sanitize(html, {
    allowedTags: ALLOWED_ELEMENTS,
    allowedAttributes: {
      a: ['href', 'rel'],
      time: ['datetime'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    // A formula stays as the text of its parts; its TeX source would say it twice.
    nonTextTags: NO_TEXT,
    nestingLimit: MAX_DEPTH,
    // Numeric references bring back the characters that were taken out of the text as written.
    textFilter: cleanText,
    onOpenTag: (name) => {
      unwrapped ||= !KEPT_OR_EMPTY.has(name)
    },
    transformTags: {
      h1: 'h2',
      a: (_name, attributes): sanitize.Tag => {
        const href = attributes.href === undefined ? undefined : safeLink(attributes.href, baseUrl)
        return { tagName: 'a', attribs: href === undefined ? {} : { href, rel: 'nofollow noopener' } }
      },
    },
  })
  return { safe, unwrapped }
}

/** The absolute address a link leads to; undefined unless it is `http`, `https` or `mailto`. */
export function safeLink(href: string, baseUrl?: string): string | undefined {
  const written = href.trim()
  try {
    const url = baseUrl === undefined ? new URL(written) : new URL(written, baseUrl)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
