import { uiLanguage } from '../messages.ts'
import { feedOf, withQuery } from '../paths.ts'
import type { FeedFormat } from './published-feed.ts'

/**
 * The one address of a page's feed: what it does not read is left out, whatever the request had.
 *
 * @param lang as the request said it; a language that the interface does not have is left out
 */
export function feedPath(page: string, format: FeedFormat, lang: string | undefined): string {
  return withQuery(feedOf(page, format), { lang: uiLanguage(lang ?? '') })
}
