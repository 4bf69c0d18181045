import { type FeedRead, fetchFeed } from '../fetch-feed.ts'
import { readSitemap } from '../parse-sitemap.ts'
import type { Entry } from '../types.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'

/** Parts of a sitemap index that are read: those changed last. */
const MAX_PARTS = 3

/**
 * News sitemaps (developers.google.com, "Create a news sitemap"), for publishers without a feed: titles, dates and
 * languages of the last two days. An index leads to its parts, the newest first.
 */
export const sitemapClient: SourceClient = {
  async poll(feed, context) {
    const { fetcher, now, signal } = context
    const outcome = await fetchFeed(feed, feed.state, fetcher, now, signal)
    if (outcome.type !== 'changed') return outcome
    const { parts } = readSitemap(outcome.bytes, outcome.contentType, outcome.finalUrl)
    // A sitemap with entries, or no sitemap at all: the parser says which.
    if (parts.length === 0) return outcome
    const later = await conversation(feed, context, async (talk): Promise<FeedRead> => {
      const entries: Entry[] = []
      for (const url of parts.slice(0, MAX_PARTS)) {
        const response = await talk.get(url)
        const nested = readSitemap(response.bytes, response.headers.get('content-type'), response.url)
        if (!nested.isSitemap) throw new UnexpectedAnswerError('a part of the sitemap is no sitemap')
        entries.push(...nested.entries)
      }
      return talk.read({ authors: [], entries, isSalvaged: false })
    })
    return later.type === 'read' ? { ...later, movedTo: outcome.movedTo } : later
  },
}
