/** ISO 15924 codes of right-to-left scripts that are still in use. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/**
 * Returns the text direction of a language. Without it, a page shows punctuation and figures at the ends of a text on the wrong side, as they
 * have no direction of their own (UAX #9).
 *
 * @param language BCP 47 tag
 * @returns undefined for left to right, and for an invalid tag
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
