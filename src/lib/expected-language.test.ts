import { expect, test } from 'vitest'
import { foundAs, soughtLanguage } from './expected-language.ts'

test.each([
  ['yue', ['yue', 'zh-Hant', 'zh']],
  ['zh-Hans', ['zh', 'zh-Hans']],
  ['pt', ['pt']],
])('an item in %s is found as %j', (language, found) => expect(foundAs(language)).toEqual(found))

test.each([
  ['yue-HK', 'yue'],
  ['zh-yue', 'yue'],
  ['zh-TW', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['cmn-Hans', 'zh-Hans'],
  ['pt-BR', 'pt'],
  ['pt_BR', 'pt'],
  ['sr-Latn', 'sr'],
  ['sh', 'sr'],
  ['no', 'nb'],
  ['iw', 'he'],
  ['in', 'id'],
  ['ji', 'yi'],
  ['EN-us', 'en'],
  ['\0', '\0'],
])('who asks for %j seeks %j', (asked, sought) => expect(soughtLanguage(asked)).toBe(sought))
