import { DomUtils, type parseDocument } from 'htmlparser2'

/** A page as a document tree of htmlparser2. */
export type PageTree = ReturnType<typeof parseDocument>
export type PageNode = PageTree['children'][number]
export type PageElement = Extract<PageNode, { readonly attribs: Readonly<Record<string, string>> }>

export function isPageElement(node: PageNode): node is PageElement {
  return node.type === 'tag'
}

/** Returns the text of a node on one line. */
export function lineOf(node: PageTree | PageNode): string {
  return DomUtils.textContent(node).replace(/\s+/g, ' ').trim()
}

/** Counts the characters of link text in an element. */
export function linkedLength(element: PageElement): number {
  return DomUtils.getElementsByTagName('a', element).reduce((sum, link) => sum + lineOf(link).length, 0)
}

/** Joins the name, classes, id and `itemprop` of an element, by which publishers say what it is. */
export function namesOf({ name, attribs }: PageElement): string {
  return `${name} ${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`
}
