import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { checkTranslation } from './check-translation.ts'

const context = { gazetteer: shippedGazetteer() }
const AT = Date.parse('2026-11-24T08:00:00Z')
const english = { text: 'Nvidia raised $1.2 billion in Tokyo on Monday.', language: 'en' }
const rulesOf = (text: string, language: string, original: { text: string; language: string } = english) => [
  ...new Set(checkTranslation({ text, language }, original, AT, context).map(({ rule }) => rule)),
]

describe('a translation', () => {
  test.each([
    ['ja', 'エヌビディアは月曜日、東京で12億ドルを調達した。'],
    ['zh-Hant', '輝達週一在東京籌得12億美元。'],
    ['zh-Hans', '英伟达周一在东京筹得12亿美元。'],
  ])('that says the same passes: %s', (language, text) => {
    expect(rulesOf(text, language)).toEqual([])
  })

  test.each([
    ['another number', '英伟达周一在东京筹得13亿美元。', 'number'],
    ['a number left out', '英伟达周一在东京筹得资金。', 'number'],
    ['another day', '英伟达周二在东京筹得12亿美元。', 'date'],
    ['another name', '谷歌周一在东京筹得12亿美元。', 'name'],
    ['a name in Latin letters that nobody said', '英伟达与Zephyrion周一在东京筹得12亿美元。', 'name'],
    ['a denial', '英伟达周一没有在东京筹得12亿美元。', 'polarity'],
    ['a cause', '因为需求下降，英伟达周一在东京筹得12亿美元。', 'cause'],
  ])('with %s fails', (_what, text, rule) => {
    expect(rulesOf(text, 'zh-Hans')).toContain(rule)
  })

  test('into English is held to the original’s figures too', () => {
    const chinese = { text: '英伟达周一在东京筹得12亿美元。', language: 'zh-Hans' }
    expect(rulesOf('Nvidia raised $1.2 billion in Tokyo on Monday.', 'en', chinese)).toEqual([])
    expect(rulesOf('Nvidia raised $12 billion in Tokyo on Monday.', 'en', chinese)).toContain('number')
    expect(rulesOf('Nvidia raised $1.2 billion for GPT-9 in Tokyo on Monday.', 'en', chinese)).toContain('name')
  })
})
