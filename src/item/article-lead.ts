import {
  isPageElement,
  lineOf,
  linkedLength,
  namesOf,
  type PageElement,
  type PageNode,
  type PageTree,
} from './page-tree.ts'
import { isBesideElement } from './prune-article.ts'

const LEAD_NAME =
  /(?:^|[\s_-])(?:lead|lede|lead-?(?:text|paragraph)|standfirst|teaser-?text|intro|introtext|introduction|vorspann|anleser|sub-?(?:title|headline|head|heading)|dek|deck|excerpt|abstract|chapo|chapeau|sommario|bajada|copete|entradilla|resumen|zajawka)(?:$|[\s_-])/i
const LEAD_ELEMENT = new Set(['p', 'div', 'h2', 'h3', 'h4', 'span', 'strong', 'section'])
/** Shorter is a kicker, longer is the article itself. */
const LEAST_LENGTH = 60
const MOST_LENGTH = 900
const SENTENCE_END = /[.!?…。！？”"»]$/u
/** Told apart by their beginnings. */
const PROBE_LENGTH = 50

/** More of them are another text: a teaser of each of five stories, a notice about cookies. */
const MOST_OPENING = 3
/** Of a paragraph, the share that may be links. */
const MOST_LINKED = 0.3

/**
 * The paragraphs that open an article from outside what was found of it: many publishers set the first in the page's header, or in a
 * box of its own, where extractors leave it. They stand between the first heading and the article's text. One is told by its name, by
 * beginning as the page's description does, or by being a paragraph with nothing that gives it away as something else.
 *
 * @param text of the article as found, plain
 * @param description as the page gives it in its head
 * @returns lines of plain text in their order, without those that the text holds
 */
export function articleOpening(tree: PageTree, text: string, description: string | undefined): readonly string[] {
  const held = squeeze(text)
  const start = held.slice(0, PROBE_LENGTH)
  const said = squeeze(description ?? '').slice(0, PROBE_LENGTH)
  const found = { isAfterHeading: false, isOver: false, lead: undefined as string | undefined }
  const paragraphs: string[] = []
  const visit = (node: PageNode): void => {
    if (found.isOver || !isPageElement(node)) return
    if (node.name === 'h1') found.isAfterHeading = true
    const own = lineOf(node)
    const isNew = () => !held.includes(own.slice(0, PROBE_LENGTH))
    if (own.startsWith(start)) found.isOver = true
    else if (found.isAfterHeading && isLead(node, own, said)) {
      if (isNew()) found.lead ??= own
    } else if (found.isAfterHeading && isParagraph(node, own) && isNew() && !isBeside(node)) paragraphs.push(own)
    else for (const child of node.children) visit(child)
  }
  for (const child of tree.children) visit(child)
  const isOpening = found.isOver && paragraphs.length <= MOST_OPENING
  return [...new Set([...(found.lead === undefined ? [] : [found.lead]), ...(isOpening ? paragraphs : [])])]
}

function isParagraph(element: PageElement, own: string): boolean {
  if (element.name !== 'p' || own.length < LEAST_LENGTH || own.length > MOST_LENGTH) return false
  return SENTENCE_END.test(own) && linkedLength(element) < own.length * MOST_LINKED
}

/** Whether it gives itself away as none of the article, or stands in what does. */
function isBeside(element: PageElement): boolean {
  for (let at: PageElement['parent'] = element; at !== null && isPageElement(at); at = at.parent)
    if (isBesideElement(at)) return true
  return false
}

function isLead(element: PageElement, own: string, said: string): boolean {
  if (own.length < LEAST_LENGTH || own.length > MOST_LENGTH || !LEAD_ELEMENT.has(element.name)) return false
  if (!LEAD_NAME.test(namesOf(element)) && (said.length < PROBE_LENGTH || !own.startsWith(said))) return false
  return SENTENCE_END.test(own)
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
