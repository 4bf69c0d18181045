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
  const paragraphs = text.trim().split(/\n[ \t\r]*\n/)
  if (paragraphs.length === 1 && !text.trim().includes('\n')) return plainText(text.trim())
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`).join('')
}
