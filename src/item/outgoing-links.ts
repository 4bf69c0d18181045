import { everyMatch } from '../lib/every-match.ts'
import { htmlLinks } from '../lib/html-links.ts'
import { canonicalUrl } from './canonical-url.ts'

/** Most links kept; a page with more is an index. */
const MAX_LINKS = 50
/** Most links read, before mentions, hashtags and duplicates are removed. */
const MAX_LINKS_READ = 400

/** An address written out in running text; brackets and quotation marks end it. */
const TEXT_ADDRESS = /https?:\/\/[^\s<>"'“”‘’「」『』【】（）()，。、；]{4,2000}/giu

/** Profile and hashtag pages of social networks, which texts about something else link to in passing. */
const SOCIAL_PAGE =
  /^https?:\/\/[^/]{1,253}\/(?:@[^/]{1,200}|users\/[^/]{1,200}|tags?\/[^/]{1,200}|hashtag\/[^/]{1,200}|explore\/tags\/[^/]{1,200}|profile\/[^/]{1,200})\/?$|^https:\/\/x\.com\/\w{1,20}$/u

/**
 * Returns the canonical addresses that an entry's HTML or text links to: distinct, in order, at most 50, without `ownUrl`,
 * mentions and hashtag pages.
 * @param html as published; relative links are resolved against `baseUrl`
 * @param text plain text; addresses written out in it count as links
 */
export function outgoingLinks(
  html: string,
  text: string,
  options: { readonly ownUrl?: string; readonly baseUrl?: string },
): readonly string[] {
  const links = new Set<string>()
  const add = (raw: string) => {
    if (links.size >= MAX_LINKS) return
    const url = canonicalUrl(raw, options.baseUrl)
    if (url !== undefined && url !== options.ownUrl && !SOCIAL_PAGE.test(url)) links.add(url)
  }
  for (const { href, classes, rel } of htmlLinks(html, MAX_LINKS_READ)) {
    const isPassing = classes.includes('mention') || classes.includes('hashtag') || rel.includes('tag')
    if (!isPassing && !href.startsWith('#')) add(href)
  }
  let read = 0
  for (const [written] of everyMatch(text, TEXT_ADDRESS)) {
    if (++read > MAX_LINKS_READ) break
    add(written.replace(/[.,;:!?…]{1,5}$/u, ''))
  }
  return [...links]
}
