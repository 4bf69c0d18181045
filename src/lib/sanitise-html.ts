import sanitize from 'sanitize-html'
import { boundedMarkup } from './bounded-markup.ts'
import { visibleText } from './clean-text.ts'
import { levelMarks } from './level-marks.ts'
import { looksLikeHtml } from './looks-like-html.ts'
import { readEntities } from './read-entities.ts'
import { escapeStrayDeclarations } from './stray-declarations.ts'
import { textToHtml } from './text-to-html.ts'
import { writtenAddress } from './written-address.ts'

const ALLOWED_ELEMENTS = (
  'a abbr b blockquote br cite code dd del dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ' +
  'ruby s samp small strong sub sup table tbody td tfoot th thead time tr u ul var div'
).split(' ')

/** Elements whose removal does not change the nesting of the others. */
const KEPT_OR_EMPTY = new Set([...ALLOWED_ELEMENTS, 'h1', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** Elements that are removed together with their text. */
const NO_TEXT = 'script style textarea option noscript template title iframe svg annotation annotation-xml'.split(' ')

/** Maximum length of the input; a longer one is cut, so that one feed cannot slow down the others. */
const MAX_HTML_LENGTH = 1_000_000
/** Maximum nesting; anything deeper is hostile or broken. */
const MAX_DEPTH = 60

export interface SanitiseOptions {
  /** Keeps relative links as written if there is no base. Not for our own pages, where they would lead to us. */
  readonly keepsRelativeLinks?: boolean
}

/**
 * Sanitises HTML for our pages: keeps text, structure and links; removes scripts, styles, forms, images, frames, classes, ids and event
 * handlers. Links are `http`, `https` or `mailto`, absolute (resolved against `baseUrl`; without it, relative ones lose their address
 * or keep it on request), with `rel="nofollow noopener"`. Images are removed because they would let publishers track our readers.
 * Plain text is escaped, with its paragraphs as `<p>`. Idempotent.
 */
export function sanitiseHtml(html: string, baseUrl?: string, options: SanitiseOptions = {}): string {
  const raw = boundedMarkup(visibleText(html.length > MAX_HTML_LENGTH ? html.slice(0, MAX_HTML_LENGTH) : html))
  const markup = escapeStrayDeclarations(raw)
  const { safe, unwrapped } = looksLikeHtml(markup)
    ? sanitiseOnce(markup, baseUrl, options)
    : // This HTML is our own; only decoded references can have brought back invisible characters.
      { safe: visibleText(textToHtml(readEntities(raw))), unwrapped: false }
  // The content of a dropped element can end the paragraph around it, so the nesting is parsed again.
  const nested = (unwrapped ? sanitiseOnce(safe, baseUrl, options).safe : safe).trim()
  // Composed last, as only now an accent may be adjacent to the letter before a dropped tag.
  const composed = nested.replace(
    /(^|>)([^<]+)/g,
    (_, edge: string, text: string) => edge + levelMarks(levelMarks(text).normalize('NFC')),
  )
  return composed === '' || looksLikeHtml(composed) ? composed : `<p>${composed}</p>`
}

/** Sanitises `html` in one pass; `unwrapped` tells whether an element was dropped but its content kept. */
function sanitiseOnce(
  html: string,
  baseUrl: string | undefined,
  { keepsRelativeLinks = false }: SanitiseOptions,
): { safe: string; unwrapped: boolean } {
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
    // A formula is kept as the text of its parts; its annotations, such as the TeX source, would repeat it.
    nonTextTags: NO_TEXT,
    nestingLimit: MAX_DEPTH,
    // Numeric references bring back characters that were removed from the source text.
    textFilter: visibleText,
    onOpenTag: (name) => {
      unwrapped ||= !KEPT_OR_EMPTY.has(name)
    },
    transformTags: {
      h1: 'h2',
      a: (_name, attributes): sanitize.Tag => {
        const written = attributes.href
        if (written === undefined) return { tagName: 'a', attribs: {} }
        const kept = keepsRelativeLinks && isRelative(written) ? written.trim() : undefined
        const href = safeLink(written, baseUrl) ?? kept
        return { tagName: 'a', attribs: href === undefined ? {} : { href, rel: 'nofollow noopener' } }
      },
    },
  })
  return { safe, unwrapped }
}

/** Returns the absolute URL of a link; undefined unless it is `http`, `https` or `mailto`. */
export function safeLink(href: string, baseUrl?: string): string | undefined {
  const written = href.trim()
  try {
    const url = baseUrl === undefined ? new URL(written) : new URL(written, baseUrl)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? writtenAddress(url.href, written) : undefined
  } catch {
    return undefined
  }
}

/** Whether a link is relative: browsers would not read a scheme or another host in it. */
function isRelative(href: string): boolean {
  return /^(?![/\\]{2})[^\s:\\<>"'`]+(?:$|[/?#])/.test(href.trim())
}
