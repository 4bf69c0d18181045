import { escapeHtml } from '../lib/escape-html.ts'
import { isoInstant } from '../lib/instant.ts'
import { identityOf } from './entry-address.ts'
import { instantOf, lastChange, publishedInstant, updatedInstant } from './entry-instant.ts'
import { entryHtml, entryTeaser } from './entry-markup.ts'
import { linkedAddress } from './linked-address.ts'
import type { FeedPage } from './render-feed.ts'
import type { StandingEntry } from './world.ts'
import { xmlElement } from './xml-element.ts'

/** Renders a feed as Atom 1.0 (RFC 4287). */
export function renderAtom(page: FeedPage): string {
  const { publisher, entries, startAt } = page
  const language = publisher.conduct.hidesLanguage ? '' : ` xml:lang="${publisher.language}"`
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"${language}>\n` +
    xmlElement('title', publisher.name) +
    xmlElement('id', publisher.homepage) +
    `<link href="${publisher.homepage}"/>\n` +
    xmlElement('updated', isoInstant(lastChange(entries, startAt) ?? instantOf(0, startAt))) +
    entries.map((entry) => renderEntry(page, entry)).join('') +
    '</feed>\n'
  )
}

function renderEntry({ world, publisher, startAt }: FeedPage, entry: StandingEntry): string {
  const author = entry.author ?? publisher.name
  return (
    '<entry>\n' +
    xmlElement('title', entry.title) +
    xmlElement('id', identityOf(world, entry)) +
    `<link rel="alternate" href="${escapeHtml(linkedAddress(world, entry))}"/>\n` +
    xmlElement('published', isoInstant(publishedInstant(entry, startAt))) +
    xmlElement('updated', isoInstant(updatedInstant(entry, startAt))) +
    `<author><name>${escapeHtml(author)}</name></author>\n` +
    entry.categories.map((category) => `<category term="${escapeHtml(category)}"/>\n`).join('') +
    xmlElement('summary', entryTeaser(world, entry)) +
    xmlElement('content', entryHtml(world, entry), 'type="html"') +
    '</entry>\n'
  )
}
