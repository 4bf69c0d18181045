import { expect, test } from 'vitest'
import { hashtagsOf } from './hashtags.ts'

test('hashtagsOf', () => {
  expect(
    hashtagsOf('#AI and #ai, #GreaterBayArea. C# a#b &#39; #1 #4YFN https://a.example/#top #人工智能、＃東京'),
  ).toEqual(['AI', 'GreaterBayArea', '4YFN', '人工智能', '東京'])
  expect(hashtagsOf(Array.from({ length: 100 }, (_, n) => `#t${n}`).join(' '))).toHaveLength(40)
})
