import { escapeHtml } from '../lib/escape-html.ts'
import type { Source } from './types.ts'

/** @returns OPML 2.0 with one outline for each feed, in folders by type */
export function writeOpml(sources: readonly Source[], title: string): string {
  return [...opmlLines(sources, title)].join('')
}

/** Generates the same document line by line, for callers that pause in between. */
export function* opmlLines(sources: readonly Source[], title: string): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0" xmlns:auspex="https://auspex.example/ns">\n'
  yield `  <head><title>${escapeXml(title)}</title></head>\n  <body>\n`
  for (const type of [...new Set(sources.map((source) => source.type))].sort()) {
    yield `    <outline text="${type}">\n`
    for (const source of sources) {
      if (source.type === type) for (const outline of outlinesOf(source)) yield `${outline}\n`
    }
    yield '    </outline>\n'
  }
  yield '  </body>\n</opml>\n'
}

/** @returns an outline for each feed, which `parseOpml` reads back */
export function outlinesOf(source: Pick<Source, 'name' | 'homepage' | 'language' | 'kind' | 'feeds'>): string[] {
  return source.feeds.map(
    ({ url }) =>
      `      <outline type="rss" text="${escapeXml(source.name)}" title="${escapeXml(source.name)}" xmlUrl="${escapeXml(url)}" ` +
      `htmlUrl="${escapeXml(source.homepage)}" language="${escapeXml(source.language)}" auspex:kind="${source.kind}"/>`,
  )
}

/** Escapes text; control characters become spaces, as XML 1.0 cannot hold most of them even escaped. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(/[\x00-\x1f]+/g, ' '))
}
