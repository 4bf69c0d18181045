import { DAY_MS, type Instant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'

/**
 * `May 8, 2026` or `8 May 2026` with a capital letter right behind it, at the beginning or right behind a small letter: nobody writes that, but
 * what takes the text of a page without its elements does.
 */
const GLUED =
  /(?<=^|\p{Ll})(?:\p{Lu}\p{Ll}{2,11}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{Lu}\p{Ll}{2,11}\.?,? \d{4})(?=\p{Lu})/u
/** Of a label before the date, or behind it: the section of a site. */
const MAX_LABEL_LENGTH = 40
/** What is left is still a title. */
const MIN_REST_LENGTH = 8
/** A page dates in its own zone, its feed at midnight of another. */
const SAME_DAY_MS = 1.5 * DAY_MS
const MIN_SLUG_WORD_LENGTH = 4

/**
 * How much at the beginning of a title is a date that was glued to it, with the label before it: `AlignmentMay 8, 2026` of `AlignmentMay 8,
 * 2026Teaching a model why`. Only where it is the entry's own date. Behind the date a label goes too where the address says with which word the title
 * begins: `Policy` of `May 7, 2026PolicyTrustworthy agents`, at `/trustworthy-agents`. Of the ten such titles of one mirror (11 May 2026) all lose the
 * date and six the label.
 *
 * @param publishedAt as the feed says it; without it nothing is cut
 * @returns characters; 0 for almost every title
 */
export function gluedDateLength(title: string, publishedAt: Instant | undefined, url: string | undefined): number {
  const found = GLUED.exec(title.slice(0, 2 * MAX_LABEL_LENGTH))
  if (!found || publishedAt === undefined || found.index > MAX_LABEL_LENGTH) return 0
  const day = parseInstant(found[0])
  const end = found.index + found[0].length
  if (day === undefined || Math.abs(day - publishedAt) > SAME_DAY_MS || title.length - end < MIN_REST_LENGTH) return 0
  return end + labelLength(title.slice(end), url)
}

/** @returns characters of the label that is glued to the word with which the address begins, too */
function labelLength(rest: string, url: string | undefined): number {
  const [first = ''] = lastSegment(url).toLowerCase().split(/[-_]/)
  if (first.length < MIN_SLUG_WORD_LENGTH) return 0
  for (const { index } of rest.slice(0, MAX_LABEL_LENGTH + 1).matchAll(/(?<=\p{Ll})\p{Lu}/gu)) {
    const [word = ''] = /^\p{L}+/u.exec(rest.slice(index)) ?? []
    if (word.toLowerCase() === first && rest.length - index >= MIN_REST_LENGTH) return index
  }
  return 0
}

function lastSegment(url: string | undefined): string {
  return url === undefined ? '' : (new URL(url).pathname.split('/').findLast((segment) => segment !== '') ?? '')
}
