/** Elements seen in feeds; anything else between angle brackets (`Vec<String>`, `a < b`) is treated as text. */
const ELEMENTS = new Set(
  (
    'a abbr address article aside audio b bdi bdo big blockquote body br button caption center cite code dd del details ' +
    'dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe ' +
    'img input ins kbd label li link main map mark math meta nav noscript object ol option p picture pre q rp rt ruby s ' +
    'samp script section select small source span strike strong style sub summary sup svg table tbody td template ' +
    'textarea tfoot th thead time title tr tt u ul var video wbr'
  ).split(' '),
)

const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])|<!--|<!\[CDATA\[|<!doctype\b/gi

/** Whether a string is HTML rather than plain text with `<` in it: it has a tag of a known element, a comment, a doctype or CDATA. */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes('<')) return false
  for (const match of text.matchAll(TAG)) {
    const name = match[1]
    if (name === undefined || ELEMENTS.has(name.toLowerCase())) return true
  }
  return false
}
