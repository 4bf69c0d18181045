import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import type { StoryKind } from '../story/types.ts'
import { filedUnder } from './kind-sections.ts'

const found = (categories: readonly string[], url?: string) =>
  filedUnder({ categories, ...(url === undefined ? {} : { url }) }).map(({ section, name }) => [section.kind, name])

describe('filedUnder', () => {
  test.each<[StoryKind, string]>([
    ['business', 'Case Study'],
    ['business', 'Customer stories'],
    ['business', '客户案例'],
    ['business', '客戶案例'],
    ['business', '導入事例'],
    ['business', '고객 사례'],
    ['research', 'Research'],
    ['research', 'Economic Research'],
    ['research', '研究'],
    ['research', '연구'],
    ['tool', 'Changelog'],
    ['tool', '更新履歴'],
    ['tool', 'engineering'],
    ['policy', 'Global Affairs'],
    ['incident', 'Postmortems'],
    ['other', 'Webinars'],
    ['people', '人事'],
  ])('%s by the category %s', (kind, category) => {
    expect(found(['News', category])).toEqual([[kind, category]])
  })

  test.each<[StoryKind, string, string]>([
    ['business', 'case studies', 'https://orin.example/case-studies/halvorsen'],
    ['research', 'research', 'https://orin.example/en/research/how-models-count'],
    ['tool', 'changelog', 'https://quillbox.example/changelog#2.0.50'],
    ['tool', 'engineering', 'https://engineering.orin.example/2026/05/queues'],
    ['incident', 'status', 'https://status.orin.example/x81'],
    ['other', 'careers', 'https://orin.example/careers/research-engineer'],
  ])('%s by the folder or host %s of %s', (kind, name, url) => {
    expect(found([], url)).toEqual([[kind, name]])
  })

  test('a section counts once, and several stand side by side', () => {
    expect(found(['Research', 'Papers'], 'https://orin.example/research/x')).toEqual([['research', 'Research']])
    expect(found(['Research', 'Partners'])).toEqual([
      ['business', 'Partners'],
      ['research', 'Research'],
    ])
  })

  test.each([
    [['News', 'Product', 'Company', 'AI', ''], 'https://orin.example/blog/research-on-prices'],
    [['What our research says about policy'], 'not an address'],
    [['  '], undefined],
  ])('neither a word in a longer name nor a section of everything is one: %j', (categories, url) => {
    expect(found(categories, url)).toEqual([])
  })

  test('hostile names take no time', () => {
    const start = cpuMs()
    filedUnder({
      categories: ['research '.repeat(50_000), 'a '.repeat(50_000)],
      url: `https://a.example/${'-/'.repeat(50_000)}`,
    })
    expect(cpuMs() - start).toBeLessThan(500)
  })
})
