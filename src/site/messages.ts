export { UI_LANGUAGES, type UiLanguage } from '../lib/ui-languages.ts'
export type { Messages } from './messages/en.ts'

import type { UiLanguage } from '../lib/ui-languages.ts'
import type { Messages } from './messages/en.ts'
import { en } from './messages/en.ts'
import { ja } from './messages/ja.ts'
import { ko } from './messages/ko.ts'
import { zhHans } from './messages/zh-hans.ts'
import { zhHant } from './messages/zh-hant.ts'

const CATALOGUES: Readonly<Record<UiLanguage, Messages>> = {
  en,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
  ja,
  ko,
}

/** @returns the message catalogue of the language */
export function messagesIn(language: UiLanguage): Messages {
  return CATALOGUES[language]
}

/** Maps a language tag to an interface language: `zh-TW` → `zh-Hant`, `en-GB` → `en`; undefined if there is none. */
export function uiLanguage(tag: string): UiLanguage | undefined {
  const lower = tag.trim().toLowerCase()
  if (lower === 'zh' || /^zh-(hans|cn|sg|my)\b/.test(lower)) return 'zh-Hans'
  if (/^(zh-(hant|tw|hk|mo)|yue)\b/.test(lower)) return 'zh-Hant'
  if (/^en\b/.test(lower)) return 'en'
  if (/^ja\b/.test(lower)) return 'ja'
  if (/^ko\b/.test(lower)) return 'ko'
  return undefined
}
