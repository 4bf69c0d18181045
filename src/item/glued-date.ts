import { DAY_MS, type Instant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'

/**
 * `May 8, 2026` or `8 May 2026` directly followed by a capital letter, at the beginning or directly after a small letter. It arises where
 * a tool joins the text of a page's elements without spaces.
 */
const GLUED =
  /(?<=^|\p{Ll})(?:\p{Lu}\p{Ll}{2,11}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{Lu}\p{Ll}{2,11}\.?,? \d{4})(?=\p{Lu})/u
/** Longest label before or after the date, which names a section of the site. */
const MAX_LABEL_LENGTH = 40
/** Least number of characters that must remain as the title. */
const MIN_REST_LENGTH = 8
/** Tolerance: the page's date is in its own time zone, the feed's may be midnight in another. */
const SAME_DAY_MS = 1.5 * DAY_MS
/** Least length of a word that tells by itself where a title begins; of shorter ones, two must. */
const MIN_SLUG_WORD_LENGTH = 4
/** First words of titles that addresses leave out. */
const LEFT_OUT = new Set('a an the how what when where why'.split(' '))
/** Characters of a title that are compared with the address. */
const MAX_READ = 60

/**
 * Measures the date glued to the beginning of a title, with the label before it: `AlignmentMay 8, 2026` in `AlignmentMay 8,
 * 2026Teaching a model why`. The date must be the entry's own. A label after the date is included if the address shows the title's first
 * words: `Policy` in `May 7, 2026PolicyTrustworthy agents`, at `/trustworthy-agents`. Of eleven such titles of one mirror (18 August 2026), all
 * lose the date and ten the label.
 *
 * @param publishedAt as stated by the feed; without it the result is 0
 * @returns number of characters to cut; 0 for almost every title
 */
export function gluedDateLength(title: string, publishedAt: Instant | undefined, url: string | undefined): number {
  const found = GLUED.exec(title.slice(0, 2 * MAX_LABEL_LENGTH))
  if (!found || publishedAt === undefined || found.index > MAX_LABEL_LENGTH) return 0
  const day = parseInstant(found[0])
  const end = found.index + found[0].length
  if (day === undefined || Math.abs(day - publishedAt) > SAME_DAY_MS || title.length - end < MIN_REST_LENGTH) return 0
  return end + labelLength(title.slice(end), url)
}

/** Returns the length of a label that is glued to the words with which the last segment of the address begins, or 0. */
function labelLength(rest: string, url: string | undefined): number {
  const slug = lastSegment(url).toLowerCase().split(/[-_]/)
  for (const { index } of rest.slice(0, MAX_LABEL_LENGTH + 1).matchAll(/(?<=\p{Ll})\p{Lu}/gu)) {
    const [first = '', ...more] = rest
      .slice(index, index + MAX_READ)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)!
    const isTitle = isAlike([first, ...more], slug) || (LEFT_OUT.has(first) && isAlike(more, slug))
    if (isTitle && rest.length - index >= MIN_REST_LENGTH) return index
  }
  return 0
}

/** Whether two lists begin with the same word, if it is long enough, or with the same two words. */
function isAlike([first = '', second]: readonly string[], [slugFirst, slugSecond]: readonly string[]): boolean {
  if (first === '' || first !== slugFirst) return false
  return first.length >= MIN_SLUG_WORD_LENGTH || (second !== undefined && second === slugSecond)
}

function lastSegment(url: string | undefined): string {
  return url === undefined ? '' : (new URL(url).pathname.split('/').findLast((segment) => segment !== '') ?? '')
}
