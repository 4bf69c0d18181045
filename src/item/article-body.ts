import { parseDocument } from 'htmlparser2'
import { escapeHtml } from '../lib/escape-html.ts'
import { plainText } from '../lib/plain-text.ts'
import { namedContainer } from './article-container.ts'
import { articleOpening } from './article-lead.ts'
import { lineOf } from './page-tree.ts'
import { pruneArticle } from './prune-article.ts'
import { readabilityHtml } from './readability-html.ts'
import { restoreText, type SlimPage } from './slim-page.ts'

/** With less text than this Readability has missed the article, or there is none; the page's own words are asked. */
const LEAST_TEXT = 250
/** With less than this, and nothing of it in the element that its name says holds the article, Readability took something else: a form, a teaser. */
const LEAST_ALONE = 600

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

/** Told by the beginning, for what stands in both begins somewhere in the larger one. */
function sharesNothing(named: string, found: string): boolean {
  return named !== '' && !named.includes(found.slice(0, 50)) && !found.includes(named.slice(0, 50))
}

function byTextLength(a: string, b: string): number {
  return textOf(b).length - textOf(a).length
}

/** A text without markup may be plain (`articleBody` mostly is). */
function textOf(html: string | undefined): string {
  return html ? lineOf(parseDocument(html.includes('<') ? html : escapeHtml(plainText(html)))) : ''
}
