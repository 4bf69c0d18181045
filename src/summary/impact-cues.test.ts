import { describe, expect, test } from 'vitest'
import { saysImpact } from './impact-cues.ts'

describe('saysImpact', () => {
  test.each([
    'The deal could lower the price of computing in the region.',
    'The ruling means that labs must publish their data.',
    'Prices are expected to fall by a third.',
    'The ban raises concerns among chip makers.',
    'Providers must keep logs for two years.',
    'Departments would have to label letters that software has written.',
    'Makers of hearing aids fear that the watermark will be audible.',
    'Neighbours fear that wells run dry.',
    'Lawyers see a test of how far counties may go.',
    'Three campuses are on hold after the vote.',
    'It forecast revenue of $5.1 billion, above the $4.9 billion that analysts had expected.',
    '部分銀行擔心夜間人力不足，要求緩衝一年。',
    '部品メーカーには追い風となる。',
    '시민단체는 피해 구제가 늦어진다고 비판했다.',
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
    'The part of the report I would read twice is section 4.',
    'The first plant will start three months earlier than planned.',
    'The report could not be found.',
    'By this means the team met its goal.',
    'The impactor struck at noon.',
    '海登周五完成融资。',
  ])('no: %s', (sentence) => {
    expect(saysImpact(sentence)).toBe(false)
  })
})
