import { describe, expect, test } from 'vitest'
import { summaryLanguages } from './summary-language.ts'
import { member } from './testing/member.ts'

const of = (...languages: readonly (readonly [string, 1 | 2 | 3 | 4])[]) =>
  languages.map(([language, tier], index) => member(index + 1, { language, tier }))

describe('summaryLanguages', () => {
  test('most reports first', () => {
    expect(summaryLanguages(of(['ja', 2], ['ja', 2], ['en', 2]))).toEqual(['ja', 'en'])
  })
  test('one primary source outweighs a comment', () => {
    expect(summaryLanguages(of(['en', 3], ['zh-Hant', 1]))).toEqual(['zh-Hant', 'en'])
  })
  test('English, then code, on a tie', () => {
    expect(summaryLanguages(of(['zh-Hans', 2], ['en', 2], ['ja', 2]))).toEqual(['en', 'ja', 'zh-Hans'])
  })
  test('the one asked for first, where a report has it', () => {
    const members = of(['en', 1], ['en', 1], ['ja', 4])
    expect(summaryLanguages(members, 'ja')).toEqual(['ja', 'en'])
    expect(summaryLanguages(members, 'ko')).toEqual(['en', 'ja'])
  })
})
