const SPACED_HYPHEN = /[a-z\d] - [a-z]/
const HYPHEN = /[a-z]-[a-z]/i
/** Parts joined by a comma with three digits behind, or by a point that ends no year. */
const SPACED_FIGURE = /(?:[$€£] ?)?(?<![\d.,])\d+(?:, \d{3}(?!\d))*(?:(?<!\b(?:19|20)\d\d)\. \d+)?/g

/**
 * A text of data sets that put blanks at every mark (`75 - year - old`, `3, 800 km`, `at 2. 4 miles`), its figures in one piece again; any
 * other text as it is. Each blank moves before its figure, so that every other character keeps its place.
 *
 * @example
 * joinedFigures('a 9 - year - old ran 3, 800 km') // 'a 9 - year - old ran  3,800 km'
 */
export function joinedFigures(text: string): string {
  if (!SPACED_HYPHEN.test(text) || HYPHEN.test(text)) return text
  return text.replaceAll(SPACED_FIGURE, (figure) => {
    const joined = figure.replaceAll(/([.,]) /g, '$1')
    return ' '.repeat(figure.length - joined.length) + joined
  })
}
