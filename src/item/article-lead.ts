import { oncePerObject } from '../lib/once-per-object.ts'
import { SPACED_STOPS, UNSPACED_STOPS } from '../lib/sentence-stops.ts'
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
/** Characters of a lead: shorter text is a kicker, longer text the article itself. */
const LEAST_LENGTH = 60
const MOST_LENGTH = 900
const SENTENCE_END = new RegExp(`[${UNSPACED_STOPS}${SPACED_STOPS}”"»]$`, 'u')
/** Two texts are taken for the same if this many leading characters agree. */
const PROBE_LENGTH = 50

/** More paragraphs than this are something else, such as teasers of five stories or a cookie notice. */
const MOST_OPENING = 3
/** Largest share of a paragraph's characters that may be link text. */
const MOST_LINKED = 0.3

/**
 * Finds the opening paragraphs that extraction missed. Many publishers put the first paragraph in the page header or in a box of its own,
 * between the `h1` and the article's text. A lead is recognised by its class or id, or by starting like the page's description. Other
 * paragraphs count too, if there are at most three and nothing marks them as not part of the article.
 *
 * @param text plain text of the extracted article
 * @param description from the page's metadata
 * @returns lines of plain text: the lead, then the other paragraphs in page order, without those already in `text`
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

/** Whether the element or one of its ancestors is recognisably not part of the article. */
function isBeside(element: PageElement): boolean {
  for (let at: PageElement['parent'] = element; at !== null && isPageElement(at); at = at.parent)
    if (isBesideItself(at)) return true
  return false
}

/** Cached, as it reads all text of the element, and paragraphs share their ancestors. */
const isBesideItself = oncePerObject((element: PageElement) => isBesideElement(element))

function isLead(element: PageElement, own: string, said: string): boolean {
  if (own.length < LEAST_LENGTH || own.length > MOST_LENGTH || !LEAD_ELEMENT.has(element.name)) return false
  if (!LEAD_NAME.test(namesOf(element)) && (said.length < PROBE_LENGTH || !own.startsWith(said))) return false
  return SENTENCE_END.test(own)
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
