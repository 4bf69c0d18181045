import { everyMatch } from '../lib/every-match.ts'
import { htmlLinks } from '../lib/html-links.ts'
import { canonicalUrl } from './canonical-url.ts'

/** A page that links to more is an index, not a text. */
const MAX_LINKS = 50
/** Read before mentions, hashtags and repetitions are left out. */
const MAX_LINKS_READ = 400

/** In running text; a full stop or bracket at the end belongs to the sentence. */
const TEXT_ADDRESS = /https?:\/\/[^\s<>"'“”‘’「」『』【】（）()，。、；]{4,2000}/giu

/** Pages of people and hashtags on the networks, which a text about something else names in passing. */
const SOCIAL_PAGE =
  /^https?:\/\/[^/]{1,253}\/(?:@[^/]{1,200}|users\/[^/]{1,200}|tags?\/[^/]{1,200}|hashtag\/[^/]{1,200}|explore\/tags\/[^/]{1,200}|profile\/[^/]{1,200})\/?$|^https:\/\/x\.com\/\w{1,20}$/u

/**
 * Canonical addresses that an entry's HTML or text links to: each once, in order, at most 50, without `ownUrl`, mentions and
 * hashtag pages.
 * @param html as published; its relative links are relative to `baseUrl`
 * @param text plain: addresses written out in it count too
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
