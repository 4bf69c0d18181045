import { expect, test } from 'vitest'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { notesIn } from './notes-in.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'

const atlas = shippedAtlas()
const reading = atlas.reading('tokyo', 'datacentre-vacancy')!

test.each(UI_LANGUAGES)('a note is in %s at any depth, and nothing else changes', (language) => {
  const said = {
    'zh-Hant': '東京都市圈',
    'zh-Hans': '东京都市圈',
    ja: '首都圏',
    ko: '도쿄 수도권',
    en: 'Greater Tokyo',
  }
  const found = notesIn({ readings: [{ reading }] }, atlas, language)
  expect(found).toEqual({
    readings: [{ reading: { ...reading, observation: { ...reading.observation, note: said[language] } } }],
  })
})

test('a note that nobody translated stays as it is, and so does what was passed in', () => {
  const own = { indicator: 'rent', note: 'small rooms', lo: undefined, date: null }
  expect(notesIn(own, atlas, 'ja')).toEqual(own)
  notesIn(reading, atlas, 'ja')
  expect(reading.observation.note).toBe('Greater Tokyo')
})
