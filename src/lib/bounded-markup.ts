/** Maximum depth of open elements. Parsers search their stack at every tag; real pages stay below a depth of one hundred. */
export const MAX_OPEN_ELEMENTS = 2_000

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/g
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/**
 * Returns HTML unchanged, or with every tag replaced by a space if more than 2,000 elements are open at once: 200,000 nested
 * `<div>` take htmlparser2 a minute, and a reader would see no difference. Linear.
 */
export function boundedMarkup(html: string): string {
  if (!html.includes('<')) return html
  let open = 0
  for (const [, slash, name] of html.matchAll(TAG)) {
    if (slash === '/') open = Math.max(0, open - 1)
    else if (!VOID.has(name!.toLowerCase())) open++
    if (open > MAX_OPEN_ELEMENTS) return html.replace(/<[^<>]*>/g, ' ')
  }
  return html
}
