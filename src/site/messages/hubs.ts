import type { UiLanguage } from '../messages.ts'
import { en, type HubMessages } from './hubs/en.ts'
import { ja } from './hubs/ja.ts'
import { ko } from './hubs/ko.ts'
import { zhHans } from './hubs/zh-hans.ts'
import { zhHant } from './hubs/zh-hant.ts'

export type { HubMessages } from './hubs/en.ts'

const CATALOGUES: Readonly<Record<UiLanguage, HubMessages>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans, ja, ko }

/** @returns the message catalogue of the hub pages */
export function hubMessagesIn(language: UiLanguage): HubMessages {
  return CATALOGUES[language]
}
