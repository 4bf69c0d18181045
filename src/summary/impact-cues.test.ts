import { describe, expect, test } from 'vitest'
import { saysImpact } from './impact-cues.ts'

describe('saysImpact', () => {
  test.each([
    'The deal could lower the price of computing in the region.',
    'The ruling means that labs must publish their data.',
    'Prices are expected to fall by a third.',
    'The ban raises concerns among chip makers.',
    '新规意味着企业须在六月前备案。',
    '此舉或將推高電價。',
    '供給不足につながる恐れがある。',
    '업계에 영향을 줄 것으로 보인다.',
  ])('yes: %s', (sentence) => {
    expect(saysImpact(sentence)).toBe(true)
  })

  test.each([
    'The extension is a draft and may change.',
    'A server of eight is expected to cost about $420,000.',
    'Halden raised $410 million on Friday.',
    'The report could not be found.',
    'By this means the team met its goal.',
    'The impactor struck at noon.',
    '海登周五完成融资。',
  ])('no: %s', (sentence) => {
    expect(saysImpact(sentence)).toBe(false)
  })
})
