import { SECOND_MS } from '../lib/instant.ts'
import { countAt, isRecord, listAt, mapReadable, textAt } from './json-value.ts'
import { plainText } from './plain-text.ts'
import { resolveUrl } from './resolve-url.ts'
import type { Entry, ParsedFeed } from './types.ts'

/** Whether a value is a search result of hn.algolia.com, or one or more items of the official API (`/v0/item/ID.json`). */
export function isHackerNews(value: unknown): boolean {
  const hits = hitsOf(value)
  return hits.some(
    (hit) => isRecord(hit) && (typeof hit.objectID === 'string' || (hit.type === 'story' && 'by' in hit)),
  )
}

/** Reads submissions; comments and the options of polls are left out. */
export function parseHackerNews(value: unknown): ParsedFeed {
  const entries = mapReadable(hitsOf(value), hackerNewsEntry)
  return {
    title: 'Hacker News',
    link: 'https://news.ycombinator.com/',
    authors: [],
    language: 'en',
    entries,
    isSalvaged: false,
  }
}

function hitsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const hits = listAt(value, 'hits')
  return hits.length === 0 && isRecord(value) && value.type === 'story' ? [value] : hits
}

function hackerNewsEntry(hit: unknown): Entry | undefined {
  const number = textAt(hit, 'objectID', 'id')
  const title = plainText(textAt(hit, 'title'))
  if (!number || !/^\d{1,15}$/.test(number) || !title) return undefined
  const author = textAt(hit, 'author', 'by')
  return {
    id: `https://news.ycombinator.com/item?id=${number}`,
    link: `https://news.ycombinator.com/item?id=${number}`,
    title,
    content: textAt(hit, 'story_text', 'text'),
    authors: author ? [author] : [],
    published: textAt(hit, 'created_at') ?? unixDate(countAt(hit, 'time')),
    language: 'en',
    categories: [],
    enclosures: [],
    pointsTo: resolveUrl(textAt(hit, 'url')),
    points: countAt(hit, 'points') ?? countAt(hit, 'score'),
    comments: countAt(hit, 'num_comments') ?? countAt(hit, 'descendants'),
  }
}

/** @returns undefined for a time outside the range of `Date` (ECMA-262, 21.4.1.1), where `toISOString` would throw */
function unixDate(seconds: number | undefined): string | undefined {
  const date = new Date((seconds ?? Number.NaN) * SECOND_MS)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
