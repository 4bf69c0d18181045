import { expect, test } from 'vitest'
import { primaryLanguage } from './primary-language.ts'

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['zh-Hant-HK', 'zh'],
  ['yue', 'zh'],
  ['yue-HK', 'zh'],
  ['cmn-Hans', 'zh'],
  ['KO', 'ko'],
  ['und', 'und'],
  ['', ''],
])('%s is %s', (tag, primary) => {
  expect(primaryLanguage(tag)).toBe(primary)
})
