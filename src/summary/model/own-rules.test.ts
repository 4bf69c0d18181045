import { expect, test } from 'vitest'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import { ownRulesBroken } from './own-rules.ts'

test.each([
  ['sentence', 'See https://evil.example/x for more about it.', ['link']],
  ['sentence', 'See evil.example for more about the centre.', ['link']],
  ['sentence', 'Write to press@evil.example about the centre.', ['link']],
  ['sentence', 'Follow @evil for more about the centre.', ['link']],
  ['sentence', 'Call +852 2345 6789 about the data centre.', ['link']],
  ['sentence', 'The [centre](x) was approved on Monday.', ['link']],
  ['sentence', 'The centre was approved on 2026-11-23.', []],
  ['sentence', 'Character.ai was approved on Monday.', []],
  ['headline', 'x'.repeat(150), ['length']],
  ['impact', 'It changes the rules.', ['length']],
  [
    'impact',
    'It could reshape the industry and is a significant milestone for all who build data centres in harbours today.',
    ['filler'],
  ],
  [
    'impact',
    'Operators of data centres above five megawatts must report their use of water each quarter from January.',
    [],
  ],
] as const)('%s: %s', (part, text, broken) => {
  expect(ownRulesBroken(part, text, 'en', ['Character.ai'])).toEqual(broken)
})

test.each(['a-', '二', '0-', 'a.', '@a', '[', '+1 ('])('a text without end, of %j, is told by its length', (piece) => {
  const startedAt = cpuMs()
  expect(ownRulesBroken('sentence', `www${piece.repeat(100_000)}`, 'en', [])).toEqual(['length'])
  expect(cpuMs() - startedAt).toBeLessThan(500)
})

test('an impact in Chinese counts characters', () => {
  const text = '从明年一月起，五兆瓦以上的数据中心运营商必须每季度报告用水量。'
  expect(ownRulesBroken('impact', text, 'zh-Hans', [])).toEqual([])
  expect(
    ownRulesBroken('impact', '此举意义重大，值得业界持续关注，未来发展仍然有待进一步观察和评估。', 'zh-Hans', []),
  ).toContain('filler')
})
