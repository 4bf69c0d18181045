import { MINUTE_MS } from '../../lib/instant.ts'
import { type FeedRead, fetchFeed } from '../fetch-feed.ts'
import { readSitemap } from '../parse-sitemap.ts'
import type { Entry } from '../types.ts'
import { type Conversation, conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'

/** Parts of a sitemap index that are read: those changed last. */
const MAX_PARTS = 3
/** How soon a part that could not be read is tried again. */
const RETRY_PART_MS = 15 * MINUTE_MS

/**
 * Client for news sitemaps (developers.google.com, "Create a news sitemap"), for publishers without a feed: titles, dates
 * and languages of the last two days. An index leads to its parts, the last changed first.
 */
export const sitemapClient: SourceClient = {
  async poll(feed, context) {
    const { fetcher, now, signal } = context
    const outcome = await fetchFeed(feed, feed.state, fetcher, now, signal)
    if (outcome.type !== 'changed') return outcome
    const { parts } = readSitemap(outcome.bytes, outcome.contentType, outcome.finalUrl)
    // A sitemap with entries, or no sitemap at all: the parser says which.
    if (parts.length === 0) return outcome
    const later = await conversation(context, (talk) => readParts(talk, parts.slice(0, MAX_PARTS)))
    if (later.type !== 'read') return later
    return { ...later, movedTo: outcome.movedTo, reserved: outcome.reserved ?? later.reserved }
  },
}

/** Reads the parts that can be read; the outcome says how many could not. @throws the first error where none can be read */
async function readParts(talk: Conversation, urls: readonly string[]): Promise<FeedRead> {
  const entries: Entry[] = []
  const failures: unknown[] = []
  for (const url of urls) {
    try {
      const response = await talk.get(url)
      const nested = readSitemap(response.bytes, response.headers.get('content-type'), response.url)
      if (!nested.isSitemap) throw new UnexpectedAnswerError('a part of the sitemap is no sitemap')
      entries.push(...nested.entries)
    } catch (error) {
      talk.context.signal?.throwIfAborted()
      failures.push(error)
    }
  }
  if (failures.length === urls.length) throw failures[0]
  const read = talk.read({ authors: [], entries, isSalvaged: false })
  if (failures.length === 0) return read
  const error = `${failures.length} of ${urls.length} parts of the sitemap could not be read: ${talk.failed(failures[0]).error}`
  return { ...read, unread: { error, retryAfterMs: RETRY_PART_MS } }
}
