import { escapeHtml } from '../lib/escape-html.ts'
import type { Source } from './types.ts'

/** @returns OPML 2.0 with one outline a feed, in folders by type */
export function writeOpml(sources: readonly Source[], title: string): string {
  const types = [...new Set(sources.map(({ type }) => type))].sort()
  const folders = types.map((type) => {
    const outlines = sources.filter((source) => source.type === type).flatMap(outlinesOf)
    return `    <outline text="${type}">\n${outlines.join('\n')}\n    </outline>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0" xmlns:auspex="https://auspex.example/ns">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
    ...folders,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

/** @returns an outline for each feed, which `parseOpml` reads back */
export function outlinesOf(source: Pick<Source, 'name' | 'homepage' | 'language' | 'kind' | 'feeds'>): string[] {
  return source.feeds.map(
    ({ url }) =>
      `      <outline type="rss" text="${escapeXml(source.name)}" title="${escapeXml(source.name)}" xmlUrl="${escapeXml(url)}" ` +
      `htmlUrl="${escapeXml(source.homepage)}" language="${escapeXml(source.language)}" auspex:kind="${source.kind}"/>`,
  )
}

/** Without the control characters that XML 1.0 cannot hold even escaped. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(/[\x00-\x1f]+/g, ' '))
}
