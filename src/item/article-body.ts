import { parseDocument } from 'htmlparser2'
import { escapeHtml } from '../lib/escape-html.ts'
import { plainText } from '../lib/plain-text.ts'
import { namedContainer } from './article-container.ts'
import { articleLead } from './article-lead.ts'
import { lineOf } from './page-tree.ts'
import { pruneArticle } from './prune-article.ts'
import { readabilityHtml } from './readability-html.ts'
import { restoreText, type SlimPage } from './slim-page.ts'

/** With less text than this Readability has missed the article, or there is none; the page's own words are asked. */
const LEAST_TEXT = 250

/**
 * The article of a slim page as HTML, not yet sanitised; empty where nothing is found.
 *
 * Readability chooses; what it keeps beside the article is pruned, the opening paragraph it leaves in the page's header is put back.
 * Where it finds next to nothing, the element that its name gives away or schema.org's `articleBody` stands in, whichever is longer.
 *
 * @param said what the page's metadata hold: its description, and the whole text where the publisher gives it
 */
export function articleBody(page: SlimPage, said: { readonly description?: string; readonly body?: string }): string {
  const tree = parseDocument(page.body)
  const readings = [readabilityHtml(page.body)]
  if (textOf(readings[0]).length < LEAST_TEXT) readings.push(namedContainer(tree), said.body)
  const [best = ''] = readings.flatMap((html) => (html ? [pruneArticle(html)] : [])).toSorted(byTextLength)
  const text = textOf(best)
  const lead = text === '' ? undefined : articleLead(tree, text, said.description)
  return restoreText(lead === undefined ? best : `<p>${escapeHtml(lead)}</p>${best}`)
}

function byTextLength(a: string, b: string): number {
  return textOf(b).length - textOf(a).length
}

/** A text without markup may be plain (`articleBody` mostly is). */
function textOf(html: string | undefined): string {
  return html ? lineOf(parseDocument(html.includes('<') ? html : escapeHtml(plainText(html)))) : ''
}
