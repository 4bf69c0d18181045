import { escapeHtml } from '../lib/escape-html.ts'

/**
 * Keeps text that its format declares plain from being taken for HTML: only where something in it would read as a tag or
 * a character reference is it escaped, so that ordinary titles stay as published.
 */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return /<[a-z/!?]|&(?:#\w{1,8}|[a-z]\w{1,31});/i.test(text) ? escapeHtml(text) : text
}

/** Plain text of several lines as HTML that keeps its paragraphs. */
export function plainTextAsHtml(text: string | undefined): string | undefined {
  if (!text?.trim()) return undefined
  return text.trim().includes('\n') ? paragraphsAsHtml(text.trim()) : plainText(text.trim())
}

/** The same, also where it is one line: what is surely no HTML. */
export function paragraphsAsHtml(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('')
}
