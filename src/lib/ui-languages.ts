/** Languages of the interface; whatever is said to readers is said in each of them. */
export const UI_LANGUAGES = ['en', 'zh-Hant', 'zh-Hans', 'ja', 'ko'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

type EachOf<Languages extends readonly string[], T> = { readonly [Place in keyof Languages]: T }

/** One text, or what makes one, in each language of the interface, in their order. */
export type UiRow<T = string> = EachOf<typeof UI_LANGUAGES, T>

/** Whoever reads Chinese in one script reads the other before another language. */
const NEAR: Readonly<Record<string, string>> = { 'zh-Hant': 'zh-Hans', 'zh-Hans': 'zh-Hant' }

/** @returns of what is said in several languages what a reader of one understands: in it, else in what is near; undefined where there is neither */
export function understoodIn<T extends { readonly language: string }>(
  said: readonly T[],
  language: string,
): T | undefined {
  return said.find((each) => each.language === language) ?? said.find((each) => each.language === NEAR[language])
}

/** Narrows a tag to a language of the interface; English for any other. */
export function uiLanguageOr(language: string): UiLanguage {
  return UI_LANGUAGES.find((each) => each === language) ?? 'en'
}

/** @returns the text of a row in a language */
export function inLanguage(row: UiRow, language: UiLanguage): string {
  return row[UI_LANGUAGES.indexOf(language)]!
}
