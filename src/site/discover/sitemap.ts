import { escapeHtml } from '../../lib/escape-html.ts'
import { type Instant, isoInstant } from '../../lib/instant.ts'

/** A page that a search engine may show. */
export interface SitemapEntry {
  /** From the root of the site. */
  readonly path: string
  /** When its content last changed; undefined if unknown. */
  readonly changedAt?: Instant
}

/** @returns a sitemap (sitemaps.org, protocol 0.9), which holds 50,000 addresses at most */
export function sitemapXml(origin: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, changedAt }) => {
    const address = escapeHtml(origin + path)
    const changed = changedAt === undefined ? '' : `<lastmod>${isoInstant(changedAt)}</lastmod>`
    return `<url><loc>${address}</loc>${changed}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`
}
