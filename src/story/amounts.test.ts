import { describe, expect, it } from 'vitest'
import { readAmount } from './amounts.ts'

describe('readAmount', () => {
  it.each([
    ['1.2', ' billion euros', '1200000000'],
    ['1,200', ' million', '1200000000'],
    ['12', '億円', '1200000000'],
    ['12', '亿元', '1200000000'],
    ['12', '억 원', '1200000000'],
    ['560', '億美元', '56000000000'],
    ['56', 'bn', '56000000000'],
    ['3', '千万', '30000000'],
    ['119', 'b parameters', '119000000000'],
    ['36', '%', '36%'],
    ['36', ' per cent', '36%'],
    ['36', '퍼센트', '36%'],
    ['1,234', ' people', '1230'],
    ['1.234.567', '', '1230000'],
    ['5.4', ' mini', '5.4'],
    ['400', 'k context', '400000'],
    ['7', ' chips', '7'],
    ['7', ' million-dollar', '7000000'],
  ])('reads %s%s as %s', (digits, after, text) => {
    expect(readAmount(digits, after)?.text).toBe(text)
  })

  it('says whether a unit was read and how long it is', () => {
    expect(readAmount('12', '億円')).toEqual({ text: '1200000000', length: 1, hasUnit: true })
    expect(readAmount('12', ' dogs')).toEqual({ text: '12', length: 0, hasUnit: false })
  })

  it('takes digits beyond measure for no number', () => {
    expect(readAmount('9'.repeat(400), '')).toBe(undefined)
  })
})
