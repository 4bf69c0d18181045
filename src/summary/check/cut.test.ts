import { expect, test } from 'vitest'
import { isCutAt } from './cut.ts'

const at = (marked: string) => isCutAt(marked.replace('|', ''), marked.indexOf('|'))

test.each([
  'revenue of $4.|82 billion',
  'revenue of $4|.82 billion',
  'revenue of $4.82| billion',
  'it costs 1,|200 dollars',
  'it rose 31| percent',
  'the model GPT-5|.5 is out',
  'they dis|approved the plan',
  'a 240| MW campus',
  '营收48.2|亿美元',
  '投資額は3|兆円',
  '下降三|成',
  'прибыль вы|росла',
])('%s cuts', (marked) => {
  expect(at(marked)).toBe(true)
})

test.each([
  '|revenue of $4.82 billion',
  'revenue of $4.82 billion|',
  'revenue of $4.82 billion|, up 31%',
  'it rose 31%|. In 2025 it fell',
  'in 2025|. 40 more came',
  'they approved |the plan',
  '公司|发布了模型',
  '投資額は3兆円|だった',
  'モデル|を公開した',
  'Heron 2| fits into one server',
  'new engine #14|\n千问升级',
  'a “|quoted|” word'.replace('|”', '”'),
])('%s does not', (marked) => {
  expect(at(marked)).toBe(false)
})
