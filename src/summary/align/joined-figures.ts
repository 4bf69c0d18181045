const SPACED_HYPHEN = /[a-z\d] - [a-z]/
const HYPHEN = /[a-z]-[a-z]/i
/** Digits joined by a comma before three digits, or by a point that does not follow a year. */
const SPACED_FIGURE = /(?:[$€£] ?)?(?<![\d.,])\d+(?:, \d{3}(?!\d))*(?:(?<!\b(?:19|20)\d\d)\. \d+)?/g

/**
 * Rejoins the figures in texts of data sets that put spaces around punctuation (`75 - year - old`, `3, 800 km`, `at 2. 4 miles`); returns any
 * other text unchanged. Each removed space moves in front of its figure, so that all other offsets stay the same.
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
