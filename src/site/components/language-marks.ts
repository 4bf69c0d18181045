import { textDirection } from '../../lib/text-direction.ts'

/**
 * Returns the attributes that mark a text in another language than the page's: its language, and its direction if from right to left.
 *
 * @param language BCP 47; undefined for the page's own
 */
export function languageMarks(language: string | undefined): { readonly lang?: string; readonly dir?: 'rtl' } {
  return language === undefined ? {} : { lang: language, dir: textDirection(language) }
}
