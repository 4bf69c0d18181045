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
    'The maker gives the weights away, potentially challenging the hold of its rival on small firms.',
    'The purchase came after two others, reinforcing the shift toward tools that write themselves.',
    'The broader takeaway is that buyers no longer pay for tokens alone.',
    'Its author argues that this could democratize the test of tissue.',
    'The weights are open, allowing developers to run it on their own machines.',
    'Insurers want clear rules before they write policies.',
    '這項合作標誌著雙方進入新階段。',
    '新架构大幅降低了部署成本。',
    'これにより、夜間の運用が可能になる。',
    '중소기업의 부담을 줄이는 데 기여할 것이다.',
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
    'This could indicate a fault in the counter.',
    'The chart compares five models, highlighting the newest in red.',
    'The tool allows users to define rules by templates.',
    '新功能让用户通过提示词生成海报。',
    '海登周五完成融资。',
  ])('no: %s', (sentence) => {
    expect(saysImpact(sentence)).toBe(false)
  })
})
