import { parseFeed } from '../parse-feed.ts'
import type { Entry } from '../types.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'

const PAGE_SIZE = 100
/** Maximum number of pages, which together hold more papers than any category announces in a day. */
const MAX_PAGES = 5
/** Characters of a date, which is kept as the cursor: `2026-11-22T18:00:00Z`, and room for an offset. */
const DATE_LENGTH = 30

/**
 * Client for searches of the arXiv API (info.arxiv.org/help/api). Reads pages, newest first, until one has a paper that the
 * last poll saw; the fetcher keeps the three seconds between requests that arXiv asks for. A new version of a paper is a
 * revision of its item, as the entry's id is the paper's, not the version's.
 */
export const arxivClient: SourceClient = {
  poll: (feed, context) =>
    conversation(context, async (talk) => {
      const lastSeen = feed.state?.cursor
      const entries: Entry[] = []
      for (let page = 0; page < MAX_PAGES; page++) {
        const response = await talk.get(pageUrl(feed.url, page * PAGE_SIZE))
        const parsed = parseFeed(response.bytes, { url: response.url, kind: 'arxiv' })
        const refusal = parsed.entries.length === 0 ? /arxiv\.org\/api\/errors/.test(textOf(response.bytes)) : false
        if (refusal) throw new UnexpectedAnswerError('arXiv could not read the query; check the address of the feed')
        entries.push(...parsed.entries)
        const isCaughtUp = lastSeen === undefined || parsed.entries.some((entry) => changedAt(entry) <= lastSeen)
        if (isCaughtUp || parsed.entries.length < PAGE_SIZE) break
      }
      const newest = entries.map(changedAt).reduce((most, at) => (at > most ? at : most), lastSeen ?? '')
      const feedOfPapers = { title: 'arXiv', link: 'https://arxiv.org/', authors: [], entries, isSalvaged: false }
      return talk.read(feedOfPapers, { cursor: newest })
    }),
}

/** Returns the date of an entry's last change. arXiv's dates are RFC 3339 in UTC, so they sort as text. */
function changedAt({ updated, published }: Entry): string {
  return (updated ?? published ?? '').slice(0, DATE_LENGTH)
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 20_000))
}

function pageUrl(feedUrl: string, start: number): string {
  const url = new URL(feedUrl)
  const defaults = { sortBy: 'lastUpdatedDate', sortOrder: 'descending', max_results: String(PAGE_SIZE) }
  for (const [name, value] of Object.entries(defaults)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, value)
  }
  url.searchParams.set('start', String(start))
  return url.href
}
