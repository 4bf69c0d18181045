import { identityOf, pointedAt } from './entry-address.ts'
import { publishedInstant } from './entry-instant.ts'
import { entryHtml } from './entry-markup.ts'
import { linkedAddress } from './linked-address.ts'
import type { FeedPage } from './render-feed.ts'
import type { StandingEntry } from './world.ts'
import { xmlElement } from './xml-element.ts'

/** RSS 2.0 (rssboard.org/rss-specification); a link board's in the shape of Hacker News. */
export function renderRss(page: FeedPage): string {
  const { publisher, entries, startAt } = page
  const newest = entries.find((entry) => entry.date === 'said')
  const built = newest && new Date(publishedInstant(newest, startAt)!).toUTCString()
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n' +
    xmlElement('title', publisher.name) +
    xmlElement('link', publisher.homepage) +
    xmlElement('description', publisher.tierReason) +
    xmlElement('language', publisher.conduct.hidesLanguage ? undefined : publisher.language) +
    xmlElement('lastBuildDate', built) +
    entries.map((entry) => renderItem(page, entry)).join('') +
    '</channel>\n</rss>\n'
  )
}

function renderItem({ world, publisher, startAt }: FeedPage, entry: StandingEntry): string {
  const published = publishedInstant(entry, startAt)
  const identity = identityOf(world, entry)
  const isBoard = publisher.kind === 'hackernews'
  const address = linkedAddress(world, entry)
  const link = isBoard ? (pointedAt(world, entry) ?? identity) : address
  const isPermalink = identity === address
  return (
    '<item>\n' +
    xmlElement('title', entry.title) +
    xmlElement('link', link) +
    xmlElement('guid', identity, isPermalink ? '' : 'isPermaLink="false"') +
    xmlElement('dc:creator', entry.author) +
    entry.categories.map((category) => xmlElement('category', category)).join('') +
    xmlElement('pubDate', published === undefined ? undefined : new Date(published).toUTCString()) +
    (isBoard ? xmlElement('comments', identity) : '') +
    xmlElement('description', isBoard ? boardDescription(entry, link, identity) : entryHtml(world, entry)) +
    '</item>\n'
  )
}

function boardDescription({ text, points, comments }: StandingEntry, link: string, identity: string): string {
  return (
    `<p>${text}</p><p>Article URL: <a href="${link}">${link}</a></p>` +
    `<p>Comments URL: <a href="${identity}">${identity}</a></p><p>Points: ${points ?? 1}</p><p># Comments: ${comments ?? 0}</p>`
  )
}
