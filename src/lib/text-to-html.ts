const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

/** Plain text as HTML: blank lines part paragraphs, line breaks stay, everything else is escaped. */
export function textToHtml(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeText(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('\n')
}

/** Quotes stay: between tags they need no escape. */
function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES.get(character) ?? character)
}
