import { expect, test } from 'vitest'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import { member } from '../testing/member.ts'
import { compareFigures } from './compare-figures.ts'
import { statedValues } from './stated-values.ts'

const filled = (part: (place: number) => string) => {
  let text = ''
  for (let place = 0; text.length < 4_000; place++) text += part(place)
  return text
}

test.each<[string, (place: number, report: number) => string]>([
  ['the same percentages', (place) => `${20 + place}% `],
  ['sums in a text without a stop', (place) => `${20 + place}亿元`],
  ['Han numerals', (place) => `二十${'一二三四五六七八九'[place % 9]}人`],
  ['percentages that differ a little', (place, report) => `${20 + place}.${report % 2}% `],
  ['accounts that differ', (place) => `accounts differ, ${20 + place}% instead of ${21 + place}% `],
  ['days', (place) => `${1 + (place % 28)} May ${2000 + (place % 30)}, `],
  ['sentences', (place) => `Sales of the harbour rose ${20 + place}%. `],
])('40 reports of nothing but %s take little time', (_, part) => {
  const reports = () =>
    Array.from({ length: 40 }, (_each, report) => member(report + 1, { text: filled((place) => part(place, report)) }))
  compareFigures(reports())
  const hostile = reports()
  const start = cpuMs()
  expect(compareFigures(hostile).length).toBeLessThanOrEqual(6)
  // Measured: 15 to 60 ms. Without bounds it was 0.4 to 25 seconds for most of them.
  expect(cpuMs() - start).toBeLessThan(350)
})

test('a figure at which the part of a sentence that is read ends is none, as its end may be missing', () => {
  const text = `${'word '.repeat(195)}and 40% of it all, ${'words '.repeat(20)}for 12 million dollars`
  expect(statedValues(member(1, { text, title: 'Harbour' }).item)).toEqual([])
  expect(statedValues(member(1, { text: text.slice(500), title: 'Harbour' }).item)).toMatchObject([
    { text: '40%' },
    { text: '12 million dollars' },
  ])
})
