import { uiLanguage } from '../messages.ts'
import { feedOf, withQuery } from '../paths.ts'
import type { FeedFormat } from './published-feed.ts'

/**
 * Returns the canonical path of a page's feed, without parameters that the feed does not read.
 *
 * @param lang of the request; left out if the interface does not have the language
 */
export function feedPath(page: string, format: FeedFormat, lang: string | undefined): string {
  return withQuery(feedOf(page, format), { lang: uiLanguage(lang ?? '') })
}
