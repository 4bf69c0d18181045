import { DomUtils } from 'htmlparser2'
import { isPageElement, lineOf, linkedLength, namesOf, type PageElement, type PageTree } from './page-tree.ts'

const BODY_NAME =
  /(?:^|[\s_-])(?:article|post|entry|story|news|text|blog|page|artikel)[_-]{0,2}(?:body|content|text|copy|main)(?![a-z])/i

/** How publishers name the element that holds an article's text, the surest first. */
const CONTAINERS: readonly ((element: PageElement) => boolean)[] = [
  ({ attribs }) => /\barticleBody\b/i.test(attribs.itemprop ?? ''),
  (element) => BODY_NAME.test(namesOf(element)),
  ({ name }) => name === 'article',
  ({ name, attribs }) =>
    name === 'main' || attribs.role === 'main' || /^(?:main|content|inhalt|main-?content)$/i.test(attribs.id ?? ''),
]
const PARAGRAPHS = new Set(['p', 'li', 'blockquote', 'dd', 'td'])
/** Shorter text is a teaser or a caption. */
const LEAST_TEXT = 250

/**
 * The element that its name says holds the article, as HTML: of the surest kind of name that holds 250 characters of paragraphs, the one
 * with most of them. Undefined where no name says so.
 */
export function namedContainer(tree: PageTree): string | undefined {
  for (const isNamed of CONTAINERS) {
    let best: PageElement | undefined
    let most = LEAST_TEXT - 1
    for (const element of DomUtils.findAll(isNamed, tree.children)) {
      const length = paragraphLength(element)
      if (length > most) [best, most] = [element, length]
    }
    if (best) return DomUtils.getOuterHTML(best)
  }
  return undefined
}

/** Characters of paragraphs that are text, not links. One inside another counts once. */
function paragraphLength(parent: PageElement): number {
  let length = 0
  for (const child of parent.children) {
    if (!isPageElement(child)) continue
    if (PARAGRAPHS.has(child.name)) {
      const [text, linked] = [lineOf(child).length, linkedLength(child)]
      if (linked < text * 0.5) length += text - linked
    } else length += paragraphLength(child)
  }
  return length
}
