import { expect, test } from 'vitest'
import { findQuantities } from './quantities.ts'

test.each([
  ['Johor had 1.3 GW', 1300, 'MW'],
  ['首期5万千瓦明年投运', 50, 'MW'],
  ['230万キロワットへ増強', 2300, 'MW'],
  ['5百萬瓦以上', 5, 'MW'],
  ['算力規模達85 EFLOPS', 85_000, 'PFLOPS'],
  ['目標18萬PFLOPS', 180_000, 'PFLOPS'],
  ['30,000 racks', 30_000, 'racks'],
  ['三萬個機櫃', 30_000, 'racks'],
  ['6128基のGPU', 6128, 'GPUs'],
  ['latency as low as 10ms', 10, 'ms'],
  ['約50ミリ秒', 50, 'ms'],
  ['HK$3 billion', 3e9, 'HKD'],
  ['撥款30億港元', 3e9, 'HKD'],
  ['0.35 yuan a kilowatt-hour', 0.35, 'CNY/kWh'],
  ['$0.17 per kWh', 0.17, 'USD/kWh'],
  ['HK$1.43/kWh', 1.43, 'HKD/kWh'],
  ['電價每度僅0.35元', 0.35, 'CNY/kWh'],
  ['5 US cents per kWh', 0.05, 'USD/kWh'],
  ['98 HK cents a kilowatt-hour', 98, 'HK¢/kWh'],
  ['480 g of CO2 per kWh', 480, 'g/kWh'],
  ['每千瓦时480克', 480, 'g/kWh'],
  ['PUE of 1.25', 1.25, 'PUE'],
  ['320 terabits a second', 320, 'Tbps'],
  ['about 80% used', 80, '%'],
  ['三成電力來自可再生能源', 30, '%'],
  ['超过7成', 70, '%'],
])('%s', (text, value, unit) => {
  expect(findQuantities(text).map((each) => [each.value, each.unit])).toEqual([[value, unit]])
})

test('a number without a unit is none, and spans point into the sentence', () => {
  expect(findQuantities('in 2024 and 15 others')).toEqual([])
  expect(findQuantities('2026成都大会的三成员')).toEqual([])
  const text = '共１２ＭＷ。'
  const [quantity] = findQuantities(text)
  expect(text.slice(quantity!.start, quantity!.end)).toBe('１２ＭＷ')
})

test('several in one sentence come in reading order, whatever their units', () => {
  const text = 'Johor had 1.3 GW, pays $0.17 per kWh and adds 40 MW with 30,000 racks'
  expect(findQuantities(text).map(({ value, unit }) => [value, unit])).toEqual([
    [1_300, 'MW'],
    [0.17, 'USD/kWh'],
    [40, 'MW'],
    [30_000, 'racks'],
  ])
})
