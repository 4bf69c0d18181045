import { expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { editMark } from './edit-mark.ts'

test.each([
  ['RETRACTED: A room-temperature superconductor', 'retraction'],
  ['Retraction Note: Scaling laws revisited', 'retraction'],
  ['[Retracted] A study of chips', 'retraction'],
  ['A study of chips (withdrawn)', 'retraction'],
  ['撤稿：某大学论文', 'retraction'],
  ['【撤稿声明】关于某文', 'retraction'],
  ['論文撤回: AI創薬', 'retraction'],
  ['[철회] 초전도체 논문', 'retraction'],
  ['Correction: Nvidia chip story', 'correction'],
  ['CORRECTED-Nvidia to build plant', 'correction'],
  ['Erratum: on transformers', 'correction'],
  ['Author Correction: deep nets', 'correction'],
  ['更正：昨日報道', 'correction'],
  ['【訂正】東京の記事', 'correction'],
  ['[정정보도문] 반도체 기사', 'correction'],
  ['정정: 반도체 기사', 'correction'],
  ['訂正 東京の記事', 'correction'],
  ['바로잡습니다', 'correction'],
  ['철회 요구 거세진 AI 법안', undefined],
  ['정정 보도 청구 소송, 1심 패소', undefined],
  ['Court orders retraction of AI report', undefined],
  ['Market correction hits Nvidia', undefined],
  ['Correctional facility uses AI', undefined],
  ['Withdrawal of troops', undefined],
  ['修正案通過', undefined],
  ['AI cited retracted papers', undefined],
  ['', undefined],
] as const)('%s: %s', (title, mark) => {
  expect(editMark(title)).toBe(mark)
})

test('long hostile titles take bounded time', () => {
  const startedAt = cpuMs()
  for (const title of ['['.repeat(1_000_000), 'correction '.repeat(100_000), `${' '.repeat(500_000)}:`]) editMark(title)
  expect(cpuMs() - startedAt).toBeLessThan(10_000)
})
