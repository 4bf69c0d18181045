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

/** Elements whose going leaves the nesting of the others as it was. */
const KEPT_OR_EMPTY = new Set([...ALLOWED_ELEMENTS, 'h1', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** Elements that go with their text. */
const NO_TEXT = 'script style textarea option noscript template title iframe svg annotation annotation-xml'.split(' ')

/** A page shows one entry; what is longer is cut, so that one feed can't cost the others. */
const MAX_HTML_LENGTH = 1_000_000
/** Deeper nesting is only ever hostile or broken. */
const MAX_DEPTH = 60

export interface SanitiseOptions {
  /** Relative links stay as written where there is no base. Not for our own pages: there they would lead to us. */
  readonly keepsRelativeLinks?: boolean
}

/**
 * HTML that can be shown on our pages: text, structure and links; no script, style, form, image, frame, class, id or event
 * handler. Links are `http`, `https` or `mailto`, absolute (resolved against `baseUrl`; without it relative ones lose their
 * address, or keep it on request), with `rel="nofollow noopener"`. Images are dropped: they would let publishers see our readers.
 * Plain text comes back escaped, its paragraphs as `<p>`. Sanitising twice changes nothing.
 */
export function sanitiseHtml(html: string, baseUrl?: string, options: SanitiseOptions = {}): string {
  const raw = boundedMarkup(visibleText(html.length > MAX_HTML_LENGTH ? html.slice(0, MAX_HTML_LENGTH) : html))
  const markup = escapeStrayDeclarations(raw)
  const { safe, unwrapped } = looksLikeHtml(markup)
    ? sanitiseOnce(markup, baseUrl, options)
    : // Made here, there is nothing in it to take out but what references brought back.
      { safe: visibleText(textToHtml(readEntities(raw))), unwrapped: false }
  // What stood inside a dropped element can end the paragraph it now stands in: its nesting is read once more.
  const nested = (unwrapped ? sanitiseOnce(safe, baseUrl, options).safe : safe).trim()
  // Only now is it known what stands beside what: an accent joins the letter before a tag that was dropped.
  const composed = nested.replace(
    /(^|>)([^<]+)/g,
    (_, edge: string, text: string) => edge + levelMarks(levelMarks(text).normalize('NFC')),
  )
  return composed === '' || looksLikeHtml(composed) ? composed : `<p>${composed}</p>`
}

/** One reading of `html`; `unwrapped` if an element was dropped and what it held was kept. */
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
    // A formula stays as the text of its parts; its TeX source would say it twice.
    nonTextTags: NO_TEXT,
    nestingLimit: MAX_DEPTH,
    // Numeric references bring back the characters that were taken out of the text as written.
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

/** The absolute address a link leads to; undefined unless it is `http`, `https` or `mailto`. */
export function safeLink(href: string, baseUrl?: string): string | undefined {
  const written = href.trim()
  try {
    const url = baseUrl === undefined ? new URL(written) : new URL(written, baseUrl)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? writtenAddress(url.href, written) : undefined
  } catch {
    return undefined
  }
}

/** Whatever browsers would not take for a scheme or another host. */
function isRelative(href: string): boolean {
  return /^(?![/\\]{2})[^\s:\\<>"'`]+(?:$|[/?#])/.test(href.trim())
}
