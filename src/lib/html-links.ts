import { Parser } from 'htmlparser2'
import { boundedMarkup } from './bounded-markup.ts'

/** A link as written in a fragment of HTML. */
export interface HtmlLink {
  /** Not resolved, not checked. */
  readonly href: string
  /** Of the `a` element, lower case: `mention`, `hashtag`, `u-url` … */
  readonly classes: readonly string[]
  readonly rel: readonly string[]
}

/** The `a href` links of a fragment of HTML in order, repetitions too; at most `limit`. Linear. */
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
