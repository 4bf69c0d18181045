import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EchoFinder } from './echoes.ts'
import { storyItem } from './testing/story-item.ts'
import type { StoryItem } from './types.ts'

const echoOf = (post: Partial<StoryItem>, ...articles: readonly string[]) => {
  const targets = articles.map((title, place) => storyItem({ id: place + 1, title }))
  const item = storyItem({ id: 50, form: 'post', title: post.text ?? '', ...post })
  return new EchoFinder([item, ...targets]).echoed(item)?.id
}

describe('a post of a headline', () => {
  test.each<[string, string, string]>([
    ['with a word of its own', 'Halden opens a hall in Kulai', 'Wow: Halden opens a hall in Kulai'],
    ['in Chinese, with a space where the headline has none', 'DeepSeek發布V4開源模型', 'DeepSeek 發布 V4 開源模型 #AI'],
    ['in full-width letters, of which the headline has none', 'ＯｐｅｎＡＩが新モデルを公開', 'OpenAIが新モデルを公開'],
    ['in Thai, in a longer phrase', 'กูเกิลเปิดศูนย์ข้อมูลที่ชลบุรี', 'ด่วน!กูเกิลเปิดศูนย์ข้อมูลที่ชลบุรีแล้ว'],
    ['in Hindi', 'हाल्डेन ने कुलई में नया केंद्र खोला', 'आज: हाल्डेन ने कुलई में नया केंद्र खोला'],
  ])('%s points to it', (_, headline, text) => {
    expect(echoOf({ text }, headline)).toBe(1)
  })

  test('counts no letters as its own for being written full-width', () => {
    const headline = 'ＨＡＬＤＥＮ ＣＯＭＰＵＴＥ ＯＰＥＮＳ ＴＨＥ ＬＡＲＧＥＳＴ ＨＡＬＬ ＩＮ ＫＵＬＡＩ'
    expect(echoOf({ text: `${headline} `.repeat(5) }, headline)).toBe(1)
  })

  test.each<[string, string, string]>([
    ['other words of the same letters', 'हाल्डेन ने कुलई में नया केंद्र खोला', 'मैं कल नहीं आऊँगा, हाल क्या है, केला खाओ'],
    ['other words of the same Thai letters', 'กูเกิลเปิดศูนย์ข้อมูลที่ชลบุรี', 'มีข่าวบุคคลสูญหายที่ศาลเก่าริมคูเปลี่ยนรูปชนบทเกินข้อ'],
    ['a headline of three words', 'Halden opens hall', 'Halden opens hall today'],
    ['less than four fifths of the words', 'Halden opens a hall in Kulai in May', 'Halden opens a shop'],
  ])('is none with %s', (_, headline, text) => {
    expect(echoOf({ text }, headline)).toBeUndefined()
  })
})

test('the earliest article that fits is found, by its address before its headline', () => {
  const [hall, shop] = ['Halden opens a hall in Kulai', 'Halden opens a shop in Kulai']
  expect(echoOf({ text: `${shop}. ${hall}.` }, hall, shop)).toBe(1)
  expect(echoOf({ text: `${shop}. ${hall}.`, links: ['https://source-2.example/2'] }, hall, shop)).toBe(2)
})

/** Few words, so that headlines and posts share many. */
const phrase = fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))

test('finds the same headline as a look at each', () => {
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 12 }), phrase, (headlines, text) => {
      const said = new Set(text.split(' '))
      const fits = headlines
        .map((title) => new Set(title.split(' ')))
        .findIndex((words) => {
          return words.size >= 4 && [...words].filter((word) => said.has(word)).length >= 0.8 * words.size
        })
      expect(echoOf({ title: text, text }, ...headlines)).toBe(fits < 0 ? undefined : fits + 1)
    }),
    { numRuns: 500 },
  )
})

test('thousands of posts and articles are not held each against each', () => {
  const members = Array.from({ length: 6_000 }, (_, id) =>
    id % 2 === 0
      ? storyItem({ id, title: `Plant ${id} near river ${id} opens on day ${id}`, fingerprint: [] })
      : storyItem({ id, form: 'post', title: 'What I think', text: `Plant near river, number ${id}`, fingerprint: [] }),
  )
  const start = performance.now()
  const finder = new EchoFinder(members)
  for (const member of members) finder.echoed(member)
  // 0.1 s; each with each took 67.
  expect(performance.now() - start).toBeLessThan(3_000)
})
