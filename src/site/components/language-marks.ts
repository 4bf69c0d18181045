import { textDirection } from '../../lib/text-direction.ts'

/**
 * How a run in another language than the page's is marked: whose words it is, and which way it runs where that is from right to left.
 *
 * @param language BCP 47; undefined: the page's own
 */
export function languageMarks(language: string | undefined): { readonly lang?: string; readonly dir?: 'rtl' } {
  return language === undefined ? {} : { lang: language, dir: textDirection(language) }
}
