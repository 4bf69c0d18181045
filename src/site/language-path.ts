import type { UiLanguage } from './messages.ts'
import { withQuery } from './paths.ts'

/** Adds a language to a path, keeping its query; the site's default language needs none. */
export function pathIn(path: string, language: UiLanguage, defaultLanguage: UiLanguage): string {
  return language === defaultLanguage ? path : withQuery(path, { lang: language })
}

/** Returns the address of a feed's page in the reader's language. The address carries it because feed readers send no cookies. */
export function feedPage(
  page: string,
  { language, defaultLanguage }: { readonly language: UiLanguage; readonly defaultLanguage: UiLanguage },
): string {
  return pathIn(page, language, defaultLanguage)
}
