import { escapeHtml } from '../lib/escape-html.ts'
import { identityOf, pointedAt } from './entry-address.ts'
import { lastChange, publishedInstant } from './entry-instant.ts'
import { entryHtml } from './entry-markup.ts'
import { linkedAddress } from './linked-address.ts'
import type { FeedPage } from './render-feed.ts'
import type { DemoWorld, StandingEntry } from './world.ts'
import { xmlElement } from './xml-element.ts'

/** Renders a feed as RSS 2.0 (rssboard.org/rss-specification). */
export function renderRss(page: FeedPage): string {
  const { publisher, entries, startAt } = page
  const changedAt = lastChange(entries, startAt)
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/">\n<channel>\n' +
    xmlElement('title', publisher.name) +
    xmlElement('link', publisher.homepage) +
    xmlElement('description', publisher.tierReason) +
    xmlElement('language', publisher.conduct.hidesLanguage ? undefined : publisher.language) +
    xmlElement('lastBuildDate', changedAt === undefined ? undefined : new Date(changedAt).toUTCString()) +
    entries.map((entry) => renderItem(page, entry)).join('') +
    '</channel>\n</rss>\n'
  )
}

function renderItem({ world, publisher, startAt }: FeedPage, entry: StandingEntry): string {
  const published = publishedInstant(entry, startAt)
  const identity = identityOf(world, entry)
  const link = linkedAddress(world, entry)
  const isBoard = publisher.kind === 'hackernews'
  return (
    '<item>\n' +
    xmlElement('title', entry.title) +
    xmlElement('link', link) +
    xmlElement('guid', identity, identity === link ? '' : 'isPermaLink="false"') +
    xmlElement('dc:creator', entry.author) +
    entry.categories.map((category) => xmlElement('category', category)).join('') +
    xmlElement('pubDate', published === undefined ? undefined : new Date(published).toUTCString()) +
    xmlElement('slash:comments', entry.comments?.toString()) +
    xmlElement('description', isBoard ? submissionHtml(world, entry) : entryHtml(world, entry)) +
    '</item>\n'
  )
}

/** Renders a submission, which links to what it is about and has little text of its own. */
function submissionHtml(world: DemoWorld, entry: StandingEntry): string {
  const target = pointedAt(world, entry)
  const link = target === undefined ? '' : `<p><a href="${escapeHtml(target)}">${new URL(target).host}</a></p>`
  return link + (entry.text && entryHtml(world, entry))
}
