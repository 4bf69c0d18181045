import { escapeHtml } from '../lib/escape-html.ts'

/**
 * Escapes text that its format declares plain, but only where HTML would read a tag or a character reference in it, so
 * that ordinary titles stay as published.
 */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return /<[a-z/!?]|&(?:#\w{1,8}|[a-z]\w{1,31});/i.test(text) ? escapeHtml(text) : text
}

/** Converts plain text to HTML; several lines keep their paragraphs. */
export function plainTextAsHtml(text: string | undefined): string | undefined {
  if (!text?.trim()) return undefined
  return text.trim().includes('\n') ? paragraphsAsHtml(text.trim()) : plainText(text.trim())
}

/** Converts text that is surely no HTML to paragraphs, even a single line. */
export function paragraphsAsHtml(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('')
}
