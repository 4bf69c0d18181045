import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashtagsOf, splitHashtag } from './hashtags.ts'

test.each([
  ['GreaterBayArea', 'Greater Bay Area'],
  ['AISupercomputingCentre', 'AI Supercomputing Centre'],
  ['HuaweiTechnologies', 'Huawei Technologies'],
  ['iPhone15Pro', 'iPhone 15 Pro'],
  ['OpenAI', 'OpenAI'],
  ['DeepSeekV3', 'DeepSeek V3'],
  ['ChatGPT5', 'ChatGPT 5'],
  ['H100GPUs', 'H100 GPUs'],
  ['LLMs', 'LLMs'],
  ['AI', 'AI'],
  ['5G', '5G'],
  ['EUAIAct', 'EUAI Act'],
  ['ai_safety', 'ai safety'],
  ['nvidia', 'nvidia'],
  ['ÉcoleNormale', 'École Normale'],
  ['人工智能', '人工智能'],
  ['生成AI', '生成 AI'],
  ['인공지능', '인공지능'],
  ['_', ''],
])('splitHashtag %s', (tag, words) => {
  expect(splitHashtag(tag)).toBe(words)
})

test('splitting loses no character', () => {
  fc.assert(fc.property(fc.string(), (tag) => splitHashtag(tag).replaceAll(' ', '') === tag.replaceAll(/[_ ]/g, '')))
})

test('hashtagsOf', () => {
  expect(
    hashtagsOf('#AI and #ai, #GreaterBayArea. C# a#b &#39; #1 #4YFN https://a.example/#top #人工智能、＃東京'),
  ).toEqual(['AI', 'GreaterBayArea', '4YFN', '人工智能', '東京'])
  expect(hashtagsOf(Array.from({ length: 100 }, (_, n) => `#t${n}`).join(' '))).toHaveLength(40)
})
