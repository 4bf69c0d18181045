import { expect, test } from 'vitest'
import { isTagsAlone } from './tags-alone.ts'

test.each([
  ['# AI # AISupercomputingCentre # Apple # Beijing # DayaBay # Energy # HongKong', true],
  ['https://www. byteseu.com/2126643/ #HongKong #Energy', true],
  ['via @scmp@sigmoid.social #香港 #電力', true],
  ['＃東京　＃データセンター', true],
  ['Hong Kong is short of power. #energy', false],
  ['香港電力不足，數據中心受限。 #香港', false],
  ['Tokyo is short of power', false],
])('%s', (sentence, expected) => {
  expect(isTagsAlone(sentence)).toBe(expected)
})
