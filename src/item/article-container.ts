import { DomUtils } from 'htmlparser2'
import { isPageElement, lineOf, linkedLength, namesOf, type PageElement, type PageTree } from './page-tree.ts'

const BODY_NAME =
  /(?:^|[\s_-])(?:article|post|entry|story|news|text|blog|page|artikel)[_-]{0,2}(?:body|content|text|copy|main)(?![a-z])/i

/** Tests for the element that publishers name as the article's container, most reliable first. */
const CONTAINERS: readonly ((element: PageElement) => boolean)[] = [
  ({ attribs }) => /\barticleBody\b/i.test(attribs.itemprop ?? ''),
  (element) => BODY_NAME.test(namesOf(element)),
  ({ name }) => name === 'article',
  ({ name, attribs }) =>
    name === 'main' || attribs.role === 'main' || /^(?:main|content|inhalt|main-?content)$/i.test(attribs.id ?? ''),
]
const PARAGRAPHS = new Set(['p', 'li', 'blockquote', 'dd', 'td'])
/** Least characters of paragraph text; less is a teaser or a caption. */
const LEAST_TEXT = 250

/**
 * Returns the HTML of the element that is named as the article's container. Of the most reliable test with a match of at least 250
 * characters of paragraphs, the longest match is taken. Undefined if there is no match.
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

/** Counts the characters of paragraphs outside links; nested paragraphs count once, and paragraphs that are half links not at all. */
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
