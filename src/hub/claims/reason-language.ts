/** Languages of the interface; the same four everywhere. */
export const REASON_LANGUAGES = ['en', 'zh-Hant', 'zh-Hans', 'ja'] as const
export type ReasonLanguage = (typeof REASON_LANGUAGES)[number]
