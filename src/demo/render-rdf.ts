import { escapeHtml } from '../lib/escape-html.ts'
import { isoInstant } from '../lib/instant.ts'
import { publishedInstant } from './entry-instant.ts'
import { entryPlainText } from './entry-markup.ts'
import { linkedAddress } from './linked-address.ts'
import type { FeedPage } from './render-feed.ts'
import { xmlElement } from './xml-element.ts'

/** Renders a feed as RSS 1.0, which is RDF (web.resource.org/rss/1.0/spec), with Dublin Core dates. */
export function renderRdf({ world, publisher, entries, startAt }: FeedPage): string {
  const links = entries.map((entry) => linkedAddress(world, entry))
  const items = entries.map((entry, index) => {
    const link = links[index]!
    return (
      `<item rdf:about="${escapeHtml(link)}">\n` +
      xmlElement('title', entry.title) +
      xmlElement('link', link) +
      xmlElement('description', entryPlainText(world, entry)) +
      xmlElement('dc:creator', entry.author) +
      entry.categories.map((category) => xmlElement('dc:subject', category)).join('') +
      xmlElement('dc:date', isoInstant(publishedInstant(entry, startAt))) +
      '</item>\n'
    )
  })
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">\n' +
    `<channel rdf:about="${publisher.homepage}">\n` +
    xmlElement('title', publisher.name) +
    xmlElement('link', publisher.homepage) +
    xmlElement('description', publisher.tierReason) +
    xmlElement('dc:language', publisher.conduct.hidesLanguage ? undefined : publisher.language) +
    '<items>\n<rdf:Seq>\n' +
    links.map((link) => `<rdf:li rdf:resource="${escapeHtml(link)}"/>\n`).join('') +
    '</rdf:Seq>\n</items>\n</channel>\n' +
    items.join('') +
    '</rdf:RDF>\n'
  )
}
