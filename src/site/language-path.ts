import type { UiLanguage } from './messages.ts'
import { withQuery } from './paths.ts'

/** A path, its query kept, with the language said; the bare one is that of the site's own language. */
export function pathIn(path: string, language: UiLanguage, defaultLanguage: UiLanguage): string {
  return language === defaultLanguage ? path : withQuery(path, { lang: language })
}

/** The page of a feed, in the reader's language: whoever reads feeds keeps no cookie, so the address has to say it. */
export function feedPage(
  page: string,
  { language, defaultLanguage }: { readonly language: UiLanguage; readonly defaultLanguage: UiLanguage },
): string {
  return pathIn(page, language, defaultLanguage)
}
