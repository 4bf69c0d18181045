import { DomUtils, parseDocument } from 'htmlparser2'
import {
  BESIDE_HEADING,
  BESIDE_NAME,
  BESIDE_NOTICE,
  BESIDE_PARAGRAPH,
  CAPTION_NAME,
  COMMENTS_NAME,
  CREDIT,
} from './article-cues.ts'
import {
  isPageElement,
  lineOf,
  linkedLength,
  namesOf,
  type PageElement,
  type PageNode,
  type PageTree,
} from './page-tree.ts'

const HEADING = /^h[1-6]$/
const BESIDE_ELEMENT = new Set('figcaption aside nav label fieldset'.split(' '))
const BLOCK = new Set('p li dt dd div section td h1 h2 h3 h4 h5 h6 blockquote ul ol table'.split(' '))
/** Longer paragraphs belong to the article, whatever they begin with. */
const MAX_CUE_LENGTH = 220
const MAX_HEADING_LENGTH = 80
const MOST_HEADING = 300
/** Least share of the text that must remain; rules that remove more do not fit the page. */
const LEAST_KEPT = 0.2
/** Share of the text below which an element is removed by its name; a larger one is the article with a misleading name. */
const MOST_NAMED = 0.35

/**
 * Removes what does not belong to an article: captions and credits, lists of other pages, calls to subscribe, and
 * headings without content. If that would remove more than four fifths of the text, names are ignored; if it still would, the HTML
 * stays as it is.
 *
 * @param html an extracted article, with its classes; bounded in depth
 */
export function pruneArticle(html: string): string {
  return prunedBy(html, MOST_NAMED) ?? prunedBy(html, 0) ?? html
}

/** Returns the pruned HTML; undefined if less than a fifth of the text remains. */
function prunedBy(html: string, shareNamed: number): string | undefined {
  const tree = parseDocument(html)
  const before = lineOf(tree).length
  pruneChildren(tree, before * shareNamed)
  dropEmptyHeadings(tree)
  return lineOf(tree).length < before * LEAST_KEPT ? undefined : DomUtils.getOuterHTML(tree)
}

function pruneChildren(parent: PageTree | PageElement, mostNamed: number): void {
  let isBeside = false
  for (const child of [...parent.children]) {
    if (!isPageElement(child)) continue
    // What follows a heading like "Related articles" belongs to it, up to the next heading.
    if (isHeading(child)) isBeside = BESIDE_HEADING.test(lineOf(child))
    if (isBeside || isBesideElement(child, mostNamed)) DomUtils.removeElement(child)
    else pruneChildren(child, mostNamed)
  }
}

/**
 * Whether an element is recognisably not part of the article around it.
 *
 * @param mostNamed length of text below which an element's name alone suffices
 */
export function isBesideElement(element: PageElement, mostNamed = Number.POSITIVE_INFINITY): boolean {
  if (BESIDE_ELEMENT.has(element.name)) return true
  const names = namesOf(element)
  if (CAPTION_NAME.test(names)) return lineOf(element).length < 500
  if (BESIDE_NAME.test(names) && (lineOf(element).length < mostNamed || COMMENTS_NAME.test(names))) return true
  if (!BLOCK.has(element.name)) return false
  if ((element.name === 'ul' || element.name === 'ol') && isLinkList(element)) return true
  const text = lineOf(element)
  if (text === '' || text.length > MAX_CUE_LENGTH) return false
  if (element.name === 'p' && (isSmallPrint(element) || isUnderPicture(element))) return true
  // A heading in another element, often of a list that is gone.
  if (text.length < MAX_HEADING_LENGTH && BESIDE_HEADING.test(text) && !/[.!?…。！？]["”»」]?$/u.test(text)) return true
  return BESIDE_PARAGRAPH.test(text) || BESIDE_NOTICE.test(text) || (CREDIT.test(text) && text.length < 120)
}

/** Whether a paragraph is wholly in small print: a caption, a credit, a notice. */
function isSmallPrint(paragraph: PageElement): boolean {
  const [only, second] = contentOf(paragraph)
  return second === undefined && only !== undefined && isPageElement(only) && only.name === 'small'
}

/** Whether a paragraph is a caption: it begins with an empty link to a picture file, the remains of the picture. */
function isUnderPicture(paragraph: PageElement): boolean {
  const first = paragraph.children.find((child) => isPageElement(child) || lineOf(child) !== '')
  if (first === undefined || !isPageElement(first) || first.name !== 'a' || lineOf(first) !== '') return false
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(first.attribs.href ?? '') && !/[.!?]$/.test(lineOf(paragraph))
}

/** Whether more than 85 % of a list's text is links. */
function isLinkList(list: PageElement): boolean {
  return lineOf(list) !== '' && linkedLength(list) > lineOf(list).length * 0.85
}

/** Removes headings that are followed by one of the same or a higher rank, or by the end: their content is gone. */
function dropEmptyHeadings(tree: PageTree): void {
  let pending: PageElement[] = []
  const visit = (node: PageNode): void => {
    // A longer heading was never closed and holds the article.
    if (isPageElement(node) && isHeading(node) && lineOf(node).length < MOST_HEADING) {
      for (const earlier of pending) if (earlier.name >= node.name) DomUtils.removeElement(earlier)
      pending = [...pending.filter((earlier) => earlier.name < node.name), node]
    } else if (isPageElement(node)) for (const child of [...node.children]) visit(child)
    else if (node.type === 'text' && node.data.trim() !== '') pending = []
  }
  for (const child of [...tree.children]) visit(child)
  for (const heading of pending) DomUtils.removeElement(heading)
}

function isHeading(element: PageElement): boolean {
  if (HEADING.test(element.name)) return true
  // Bold paragraphs often serve as headings.
  const only = element.name === 'p' ? contentOf(element) : []
  return (
    only.length === 1 &&
    isPageElement(only[0]!) &&
    /^(?:b|strong)$/.test(only[0].name) &&
    lineOf(element).length < MAX_HEADING_LENGTH
  )
}

/** Returns an element's children without white space. */
function contentOf(element: PageElement): readonly PageNode[] {
  return element.children.filter((child) => isPageElement(child) || lineOf(child).length > 0)
}
