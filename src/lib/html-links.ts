import { Parser } from 'htmlparser2'
import { boundedMarkup } from './bounded-markup.ts'

/** A link as written in a fragment of HTML. */
export interface HtmlLink {
  /** Neither resolved nor validated. */
  readonly href: string
  /** Classes of the `a` element, in lower case: `mention`, `hashtag`, `u-url` … */
  readonly classes: readonly string[]
  readonly rel: readonly string[]
}

/** Returns the first `limit` links (`a href`) of an HTML fragment, in order and with duplicates. Linear. */
export function htmlLinks(html: string, limit: number): readonly HtmlLink[] {
  const links: HtmlLink[] = []
  if (!html.includes('<')) return links
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const href = name === 'a' ? attributes.href : undefined
        if (href === undefined || href === '' || links.length >= limit) return
        links.push({ href, classes: words(attributes.class), rel: words(attributes.rel) })
      },
    },
    { decodeEntities: true },
  )
  parser.end(boundedMarkup(html))
  return links
}

function words(attribute: string | undefined): readonly string[] {
  return attribute === undefined ? [] : attribute.toLowerCase().split(/\s+/).filter(Boolean)
}
