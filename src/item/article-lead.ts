import { isPageElement, lineOf, namesOf, type PageElement, type PageNode, type PageTree } from './page-tree.ts'

const LEAD_NAME =
  /(?:^|[\s_-])(?:lead|lede|lead-?(?:text|paragraph)|standfirst|teaser-?text|intro|introtext|introduction|vorspann|anleser|sub-?(?:title|headline|head|heading)|dek|deck|excerpt|abstract|chapo|chapeau|sommario|bajada|copete|entradilla|resumen|zajawka)(?:$|[\s_-])/i
const LEAD_ELEMENT = new Set(['p', 'div', 'h2', 'h3', 'h4', 'span', 'strong', 'section'])
/** Shorter is a kicker, longer is the article itself. */
const LEAST_LENGTH = 60
const MOST_LENGTH = 900
/** Told apart by their beginnings. */
const PROBE_LENGTH = 50

/**
 * The paragraph that opens an article from outside it: many publishers set it in the page's header, where extractors leave it. It is told
 * by its name, or by beginning as the page's description does, and stands between the first heading and the article's text.
 *
 * @param text of the article as found, plain
 * @param description as the page gives it in its head
 * @returns one line of plain text; undefined where there is none, or the text holds it already
 */
export function articleLead(tree: PageTree, text: string, description: string | undefined): string | undefined {
  const held = squeeze(text)
  const start = held.slice(0, PROBE_LENGTH)
  const said = squeeze(description ?? '').slice(0, PROBE_LENGTH)
  const state = { isAfterHeading: false, isOver: false, lead: undefined as string | undefined }
  const visit = (node: PageNode): void => {
    if (state.isOver || !isPageElement(node)) return
    if (node.name === 'h1') state.isAfterHeading = true
    const own = lineOf(node)
    if (own.startsWith(start)) state.isOver = true
    else if (state.isAfterHeading && isLead(node, own, said)) {
      if (!held.includes(own.slice(0, PROBE_LENGTH))) state.lead ??= own
    } else for (const child of node.children) visit(child)
  }
  for (const child of tree.children) visit(child)
  return state.lead
}

function isLead(element: PageElement, own: string, said: string): boolean {
  if (own.length < LEAST_LENGTH || own.length > MOST_LENGTH || !LEAD_ELEMENT.has(element.name)) return false
  if (!LEAD_NAME.test(namesOf(element)) && (said.length < PROBE_LENGTH || !own.startsWith(said))) return false
  return /[.!?…。！？”"»]$/u.test(own)
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
