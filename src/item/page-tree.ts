import { DomUtils, type parseDocument } from 'htmlparser2'

/** A page as a tree of htmlparser2, and what its parts are called here. */
export type PageTree = ReturnType<typeof parseDocument>
export type PageNode = PageTree['children'][number]
export type PageElement = Extract<PageNode, { readonly attribs: Readonly<Record<string, string>> }>

export function isPageElement(node: PageNode): node is PageElement {
  return node.type === 'tag'
}

/** The text of a node on one line. */
export function lineOf(node: PageTree | PageNode): string {
  return DomUtils.textContent(node).replace(/\s+/g, ' ').trim()
}

/** Characters of the text within links. */
export function linkedLength(element: PageElement): number {
  return DomUtils.getElementsByTagName('a', element).reduce((sum, link) => sum + lineOf(link).length, 0)
}

/** Name, classes and id, in which publishers say what an element is. */
export function namesOf({ name, attribs }: PageElement): string {
  return `${name} ${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`
}
