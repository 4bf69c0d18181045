import { createHash } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import { paragraphsAsHtml } from '../plain-text.ts'
import type { Entry } from '../types.ts'

/** Maximum size of a newsletter with its pictures; larger letters are skipped. */
export const MAX_LETTER_BYTES = 10_000_000
/**
 * Limits that no newsletter reaches, of nested parts and of headers (signatures of five relays are 50 KB). A letter within a letter is an
 * attachment, which is not parsed: a chain of them in 2 MB took 19 seconds and 370 MB.
 */
const PARSING = { maxNestingDepth: 20, maxHeadersSize: 500_000, forceRfc822Attachments: true }
const MAX_PARTS = 500
/** Limit of lines; the largest letter in base64 has 130,000. The parser keeps an object for each: 9 MB of line ends took more than 4 GB. */
const MAX_LINES = 140_000
/** Limit of lines that may separate parts (`--`, and then the boundary). A part needs no header of its own: a million of them took 1.5 GB. */
const MAX_DASHED_LINES = 2_000
/** Characters kept of a letter's HTML: ten times what mail programs show before they cut it off. Pictures are parts of their own. */
const MAX_TEXT_LENGTH = 1_000_000

/** Addresses that unsubscribe a reader or show their preferences; they are no page of the letter. */
const PERSONAL_LINK = /unsubscribe|optout|opt-out|list-manage|preferences|email_settings/i

/**
 * A link "View in browser". Its tag must not contain a `<`: a pattern that allowed one scanned again from each, 8 seconds for a letter of
 * 48 KB.
 */
const BROWSER_LINK = /<a\b([^<>]{0,4000})>[^<]{0,40}(?:browser|online|web version|ブラウザ|瀏覽器|浏览器)/i

/** @returns the address in `mailto:letter@publisher.example`, in lower case */
export function senderOf(feedUrl: string): string {
  return feedUrl.slice('mailto:'.length).toLowerCase()
}

/**
 * Parses a letter as it was sent (RFC 5322).
 *
 * @returns its entry, whose id is the `Message-ID` or a hash of the letter; undefined where it cannot be read or is from another sender
 */
export async function letterFrom(sender: string, bytes: Uint8Array): Promise<Entry | undefined> {
  if (hasTooMany(bytes)) return undefined
  const letter = await PostalMime.parse(bytes, PARSING).catch(() => undefined)
  return letter?.from?.address?.toLowerCase() === sender ? letterEntry(letter, bytes) : undefined
}

function hasTooMany(bytes: Uint8Array): boolean {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [cr, lf, dash] = [0x0d, 0x0a, 0x2d]
  let [lines, dashed] = [0, 0]
  for (let at = 0; at < written.length; at++) {
    if (written[at] === cr ? written[at + 1] === lf : written[at] !== lf) continue
    lines++
    if (written[at + 1] === dash && written[at + 2] === dash) dashed++
    if (lines > MAX_LINES || dashed > MAX_DASHED_LINES) return true
  }
  let parts = 0
  for (const _ of written.toString('latin1').matchAll(/^content-type:/gim)) if (++parts > MAX_PARTS) return true
  return false
}

function letterEntry(letter: Email, bytes: Uint8Array): Entry {
  const id = letter.messageId ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return {
    id,
    link: webAddress(letter),
    title: letter.subject,
    content: contentOf(letter)?.slice(0, MAX_TEXT_LENGTH),
    authors: letter.from?.name ? [letter.from.name] : [],
    published: letter.date,
    categories: [],
    enclosures: [],
  }
}

/** The letter's own page: `Archived-At` (RFC 5064), or the link that says "view in browser". */
function webAddress(letter: Email): string | undefined {
  const archived = letter.headers.find(({ key }) => key === 'archived-at')?.value.replace(/^<|>$/g, '')
  const tag = BROWSER_LINK.exec(letter.html?.slice(0, 50_000) ?? '')?.[1]
  const shown = /\bhref="(https?:\/\/[^"]{1,2000})"/i.exec(tag ?? '')?.[1]
  const address = archived ?? shown?.replaceAll('&amp;', '&')
  const isPage = address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address)
  return isPage && !PERSONAL_LINK.test(address) ? address : undefined
}

function contentOf({ html, text }: Email): string | undefined {
  return html ?? (text === undefined ? undefined : paragraphsAsHtml(text))
}
