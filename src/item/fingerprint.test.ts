import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { FINGERPRINT_LENGTH, fingerprint, similarity } from './fingerprint.ts'

const WORDS = Array.from({ length: 400 }, (_, n) => `word${(n * 7919) % 1_000}`)

describe('fingerprint', () => {
  test.each([
    ['case and punctuation', 'OpenAI releases GPT-6, its biggest model', 'OpenAI Releases GPT 6: its biggest model!'],
    [
      'the address and tags of a post',
      'Energy cannot be an afterthought',
      'Energy cannot be an afterthought https://a.example/1 #AI #HongKong',
    ],
    ['full-width letters', 'ＯｐｅｎＡＩ releases a new model', 'OpenAI releases a new model'],
    ['composed accents', 'Le président a annoncé une réforme', 'Le président a annoncé une réforme'.normalize('NFD')],
    ['Chinese punctuation', '华为发布新一代人工智能芯片，性能翻倍', '华为发布新一代人工智能芯片，性能翻倍！'],
  ])('does not mind %s', (_what, a, b) => {
    expect(similarity(fingerprint(a, ''), fingerprint(b, ''))).toBe(1)
  })

  test.each([
    [
      'Nvidia to build AI supercomputer campus in Texas with Foxconn and Wistron',
      'Nvidia to build AI supercomputer campus in Texas with Foxconn, Wistron partners',
      0.45,
      1,
    ],
    ['국내 연구진 초거대 인공지능 모델 공개', '국내 연구진, 초거대 인공지능 모델 전격 공개', 0.2, 1],
    ['香港政府公布人工智能超算中心第二期計劃', '香港政府公布人工智能超算中心第二期計劃詳情', 0.6, 1],
    ['OpenAI releases a new model for developers', 'Anthropic sues a data broker over scraping', 0, 0.05],
    ['ไต้ฝุ่นพัดถล่มฟิลิปปินส์ เสียชีวิตกว่า 60 ราย', 'ไต้ฝุ่นพัดถล่มฟิลิปปินส์ เสียชีวิตแล้วกว่า 60 ราย', 0.6, 1],
    ['दिल्ली में प्रदूषण गंभीर स्तर पर', 'दल लम परदषण गभर सतर पर', 0, 0.3],
    ['東京都がAI拠点を整備', '大阪府が新病院を開設', 0, 0.05],
  ])('%s ~ %s', (a, b, least, most) => {
    const alike = similarity(fingerprint(a, ''), fingerprint(b, ''))
    expect(alike).toBeGreaterThanOrEqual(least)
    expect(alike).toBeLessThanOrEqual(most)
  })

  test('estimates Jaccard within three standard errors', () => {
    for (const cut of [40, 120, 240]) {
      const a = WORDS.slice(0, 300).join(' ')
      const b = WORDS.slice(cut, 300).join(' ')
      const jaccard = (298 - cut) / 298
      const error = 3 * Math.sqrt((jaccard * (1 - jaccard)) / FINGERPRINT_LENGTH)
      expect(Math.abs(similarity(fingerprint('', a), fingerprint('', b)) - jaccard)).toBeLessThan(error)
    }
  })

  test('a title repeated in the text counts once', () => {
    expect(fingerprint('A title of words', 'A title of words and more')).toEqual(
      fingerprint('A title of words', ' and more'),
    )
  })

  test('is empty without letters, and empty is like nothing', () => {
    expect(fingerprint('', '…!')).toEqual([])
    expect(similarity([], [])).toBe(0)
    expect(similarity(fingerprint('a b c', ''), [])).toBe(0)
  })

  test('is deterministic, of fixed length, in unsigned 32 bits; similarity is symmetric', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [first, second] = [fingerprint(a, b), fingerprint(b, a)]
        expect(fingerprint(a, b)).toEqual(first)
        expect([0, FINGERPRINT_LENGTH]).toContain(first.length)
        expect(first.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true)
        expect(similarity(first, second)).toBe(similarity(second, first))
      }),
    )
  })

  test('stays the same from version to version: stored signatures must compare', () => {
    expect(fingerprint('OpenAI releases a new model', '').slice(0, 3)).toEqual([820607850, 1158650524, 1353424869])
  })

  test('5 MB cost no more than their beginning', () => {
    const startedAt = cpuMs()
    fingerprint('x', 'many words '.repeat(450_000))
    fingerprint('x', '字'.repeat(2_000_000))
    expect(cpuMs() - startedAt).toBeLessThan(10_000)
  })
})
