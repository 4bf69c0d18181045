import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datelineEnd, withoutDateline } from './dateline.ts'

test.each([
  ['SINGAPORE - The cable went into service.', 'The cable went into service.'],
  ['SINGAPORE (Straits Wire) — Halden closed.', 'Halden closed.'],
  ['PARIS (Wire) - It rained - a lot', 'It rained - a lot'],
  ['KUALA LUMPUR, Nov 23 (Wire) - Halden closed.', 'Halden closed.'],
  ['PENANG, Malaysia (Wire) - Halden closed.', 'Halden closed.'],
  ['SÃO PAULO, May 2 (Wire) — Orrin reported', 'Orrin reported'],
  ['HONG KONG/TOKYO (Agency) – Orrin reported', 'Orrin reported'],
  ['ST. JOHN’S, Nfld. -- "It is cold," she said.', '"It is cold," she said.'],
  ['\n  LONDON - Halden closed.', 'Halden closed.'],
  ['(Wire) - Halden closed.', 'Halden closed.'],
  ['新华社北京11月22日电 香港发布新计划。', '香港发布新计划。'],
  ['新华社香港11月23日电（记者王某）海登完成融资。', '海登完成融资。'],
  ['（中央社記者王某台北22日電）海登完成融資。', '海登完成融資。'],
  ['【ワシントン＝王某】海登は融資を終えた。', '海登は融資を終えた。'],
  ['［東京 22日 某通信］ - 海登は融資を終えた。', '海登は融資を終えた。'],
  ['(서울=어느뉴스) 홍길동 기자 = 할덴이 투자를 마쳤다.', '할덴이 투자를 마쳤다.'],
])('leaves out the dateline of %s', (text, rest) => {
  expect(withoutDateline(text)).toBe(rest)
})

test.each([
  'It rained - a lot',
  'Halden - the maker of halls - opens one.',
  'HALDEN - the maker of racks - closed.',
  'Halden Compute – a maker of racks – closed.',
  'AI – what next – is asked.',
  'IBM and AMD - rivals',
  'Orrin - NEW YORK',
  'A - B',
  'GPT-5 - The model is out.',
  '【速報】海登が融資を終えた。',
  '(사진) 할덴이 투자를 마쳤다.',
  '新华社报道，海登完成融资。',
  '',
])('leaves %s as it is', (text) => {
  expect(datelineEnd(text)).toBe(0)
})

test('takes the same time for any length of text, and never more than the text', () => {
  for (const unit of [' ', 'A', 'A ', '. ', ', A', '(', '(A', '【a', '가 ']) {
    const startedAt = process.cpuUsage()
    datelineEnd(unit.repeat(200_000))
    expect(process.cpuUsage(startedAt).user).toBeLessThan(500_000)
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => text.endsWith(withoutDateline(text))))
})
