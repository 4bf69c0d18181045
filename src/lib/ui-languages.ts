/** Languages of the interface; every text for readers exists in each of them. */
export const UI_LANGUAGES = ['en', 'zh-Hant', 'zh-Hans', 'ja', 'ko'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

type EachOf<Languages extends readonly string[], T> = { readonly [Place in keyof Languages]: T }

/** One text, or value of another type, per language of the interface, in the order of `UI_LANGUAGES`. */
export type UiRow<T = string> = EachOf<typeof UI_LANGUAGES, T>

/** Fallbacks: readers of one Chinese script prefer the other script to another language. */
const NEAR: Readonly<Record<string, string>> = { 'zh-Hant': 'zh-Hans', 'zh-Hans': 'zh-Hant' }

/** Returns the text in a reader's language, or else in the other Chinese script; undefined if there is neither. */
export function understoodIn<T extends { readonly language: string }>(
  said: readonly T[],
  language: string,
): T | undefined {
  return said.find((each) => each.language === language) ?? said.find((each) => each.language === NEAR[language])
}

/** Returns the tag if it is a language of the interface, otherwise English. */
export function uiLanguageOr(language: string): UiLanguage {
  return UI_LANGUAGES.find((each) => each === language) ?? 'en'
}

/** Returns the text of a row in a language. */
export function inLanguage(row: UiRow, language: UiLanguage): string {
  return row[UI_LANGUAGES.indexOf(language)]!
}
