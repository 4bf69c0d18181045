import { parseDocument } from 'htmlparser2'
import { escapeHtml } from '../lib/escape-html.ts'
import { plainText } from '../lib/plain-text.ts'
import { namedContainer } from './article-container.ts'
import { articleOpening } from './article-lead.ts'
import { lineOf } from './page-tree.ts'
import { pruneArticle } from './prune-article.ts'
import { readabilityHtml } from './readability-html.ts'
import { restoreText, type SlimPage } from './slim-page.ts'

/** With fewer characters than this, Readability has missed the article or there is none; other readings are tried. */
const LEAST_TEXT = 250
/** With fewer than this, and no overlap with the element named as the article's, Readability picked something else: a form, a teaser. */
const LEAST_ALONE = 600

/**
 * Extracts the article of a slim page as HTML, not yet sanitised; empty if nothing is found.
 *
 * Readability selects the content. What it keeps beside the article is pruned, and opening paragraphs that it missed are put back.
 * If it finds next to nothing, the longest of its own reading, the container found by name and schema.org's `articleBody` is used.
 *
 * @param said from the page's metadata: its description, and the full text if the publisher gives it
 */
export function articleBody(page: SlimPage, said: { readonly description?: string; readonly body?: string }): string {
  const tree = parseDocument(page.body)
  const readings = [pruned(readabilityHtml(page.body))]
  const found = textOf(readings[0])
  if (found.length < LEAST_TEXT) readings.push(pruned(namedContainer(tree)), pruned(said.body))
  else if (found.length < LEAST_ALONE) {
    const named = pruned(namedContainer(tree))
    if (sharesNothing(textOf(named), found)) readings.splice(0, 1, named)
  }
  const [best = ''] = readings.toSorted(byTextLength)
  const text = textOf(best)
  const opening = text === '' ? [] : articleOpening(tree, text, said.description)
  return restoreText(`${opening.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}${best}`)
}

function pruned(html: string | undefined): string {
  return html ? pruneArticle(html) : ''
}

/** Whether neither text contains the beginning of the other. */
function sharesNothing(named: string, found: string): boolean {
  return named !== '' && !named.includes(found.slice(0, 50)) && !found.includes(named.slice(0, 50))
}

function byTextLength(a: string, b: string): number {
  return textOf(b).length - textOf(a).length
}

/** Returns the text of HTML, or of plain text, which `articleBody` mostly is. */
function textOf(html: string | undefined): string {
  return html ? lineOf(parseDocument(html.includes('<') ? html : escapeHtml(plainText(html)))) : ''
}
