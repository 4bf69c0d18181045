import { describe, expect, test } from 'vitest'
import { collapseSpace, numbersOf, quotationsOf } from './figures.ts'

describe('numbersOf', () => {
  test.each<[string, string[]]>([
    ['$1,200.50 and 3.2%', ['1200.50', '3.2']],
    ['410 million, 410 megawatts', ['410']],
    ['1,2 Prozent', ['1,2']],
    ['１２０兆瓦', ['120']],
    ['GPT-5.4 on 23 Nov', ['5.4', '23']],
    ['in 2026. Then', ['2026']],
    ['none', []],
  ])('%s', (text, numbers) => {
    expect([...numbersOf(text)]).toEqual(numbers)
  })
})

describe('quotationsOf', () => {
  test.each<[string, string[]]>([
    ['He said “we  have it” twice: "yes"', ['we have it', 'yes']],
    ['「問題ない」と『書名』', ['問題ない', '書名']],
    ['Er sagte „wir haben es“ und „ja”', ['wir haben es', 'ja']],
    ['« Nous l’avons », dit-il, und »wir auch«', ['Nous l’avons', 'wir auch']],
    ['don’t and it’s', []],
    ['an “open one', []],
    ['“ ”', []],
  ])('%s', (text, quotations) => {
    expect([...quotationsOf(text)]).toEqual(quotations)
  })
})

test('collapseSpace', () => {
  expect(collapseSpace('  a \n\t b　c ')).toBe('a b c')
})
