/** Scripts that run from right to left, as ISO 15924 has them, of which some language is still written and published. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/**
 * Which way a text in a language runs. Punctuation and figures at its ends stand on the wrong side where a page does not say so: they have no
 * direction of their own (UAX #9).
 *
 * @param language BCP 47
 * @returns undefined for left to right, and for what is no tag
 * @example
 * textDirection('fa-IR') // 'rtl'
 * textDirection('uz-Arab') // 'rtl'
 */
export function textDirection(language: string): 'rtl' | undefined {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : undefined
  } catch {
    return undefined
  }
}
