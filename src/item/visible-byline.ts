import { oneLine } from '../lib/clean-text.ts'
import { plainText } from '../lib/plain-text.ts'
import { restoreText } from './slim-page.ts'

/** Elements that name an author, most reliable first. Attributes of a slim body are in double quotes. */
const AUTHOR_ELEMENTS = [
  /<(a|span|address)\b[^>]{0,2000}?\srel="(?:[^"]{0,200}\s)?author(?:\s[^"]{0,200})?"[^>]{0,2000}>/g,
  /<(a|span|div|p|meta)\b[^>]{0,2000}?\sitemprop="author"[^>]{0,2000}>/g,
  /<(a|span|div|p|address)\b[^>]{0,2000}?\sclass="(?:[^"]{0,200}\s)?(?:byline|author-name|byline-name|byline__name|post-author|entry-author)(?:\s[^"]{0,200})?"[^>]{0,2000}>/g,
]
/** More names than this belong to a list of other articles. */
const MOST_NAMES = 3
/** Characters of markup in which an author element must end. */
const MOST_MARKUP = 600
const MOST_WORDS = 8
const PREFIX =
  /^(?:(?:written|posted|published|words|story|report)\s+)?by\s*:?\s+|^(?:von|por|par|di|door)\s+|^(?:文|作者|記者|记者|撰文)\s*[／/|｜:：]\s*/i

/**
 * Finds the author in the body of a page without metadata on it: by `rel="author"`, `itemprop`, or a class for bylines.
 *
 * @param body body of a slim page
 * @returns names joined by commas; undefined if nothing looks like the name of a person or a desk
 */
export function visibleByline(body: string): string | undefined {
  for (const element of AUTHOR_ELEMENTS) {
    const names = new Set<string>()
    for (const match of body.matchAll(element)) {
      const name = nameIn(body, match[1]!, match.index + match[0].length)
      if (name !== undefined) names.add(name)
      if (names.size > MOST_NAMES) break
    }
    if (names.size > 0 && names.size <= MOST_NAMES) return [...names].join(', ')
  }
  return undefined
}

function nameIn(body: string, element: string, start: number): string | undefined {
  const markup = body.slice(start, start + MOST_MARKUP)
  const end = markup.indexOf(`</${element}>`)
  if (end < 0) return undefined
  const name = oneLine(plainText(restoreText(markup.slice(0, end)))).replace(PREFIX, '')
  const isName = name.length >= 2 && name.length <= 80 && name.split(' ').length <= MOST_WORDS
  // Many pages have a date, a reading time or an address in the same place.
  return isName && /\p{L}/u.test(name) && !/[\d@/|<>]/.test(name) ? name : undefined
}
