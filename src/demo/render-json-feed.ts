import { isoInstant } from '../lib/instant.ts'
import { identityOf } from './entry-address.ts'
import { publishedInstant, updatedInstant } from './entry-instant.ts'
import { entryHtml, entryTeaser } from './entry-markup.ts'
import { linkedAddress } from './linked-address.ts'
import type { FeedPage } from './render-feed.ts'

/** Renders a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function renderJsonFeed({ world, publisher, entries, startAt }: FeedPage): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: publisher.name,
    home_page_url: publisher.homepage,
    description: publisher.tierReason,
    language: publisher.conduct.hidesLanguage ? undefined : publisher.language,
    items: entries.map((entry) => ({
      id: identityOf(world, entry),
      url: linkedAddress(world, entry),
      title: entry.title,
      summary: entryTeaser(world, entry),
      content_html: entryHtml(world, entry),
      date_published: isoInstant(publishedInstant(entry, startAt)),
      date_modified: entry.editedMinute === undefined ? undefined : isoInstant(updatedInstant(entry, startAt)),
      authors: entry.author === undefined ? undefined : [{ name: entry.author }],
      tags: entry.categories.length > 0 ? entry.categories : undefined,
    })),
  }
  return JSON.stringify(feed, null, 1)
}
