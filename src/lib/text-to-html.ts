const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

/** Converts plain text to HTML: blank lines separate paragraphs, line breaks become `<br />`, everything else is escaped. */
export function textToHtml(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeText(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('\n')
}

/** Leaves quotes unescaped, as the text is not used in attributes. */
function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES.get(character) ?? character)
}
