import { expect, test } from 'vitest'
import { ByteBudget } from './byte-budget.ts'

test('what comes when there is no room is refused, and stays so; what is given back is there again', () => {
  const budget = new ByteBudget(1_000_000)
  const [first, second] = [budget.open(false), budget.open(false)]
  expect(first.hold(700_000)).toBe(true)
  expect(second.hold(300_001)).toBe(false)
  expect(second.isRefused).toBe(true)
  expect(second.hold(1)).toBe(false)
  expect(budget.held).toBe(700_000)
  first.release()
  first.release()
  second.release()
  expect(budget.held).toBe(0)
  expect(budget.open(false).hold(1_000_000)).toBe(true)
})

test('a short answer is never refused', () => {
  const budget = new ByteBudget(1_000_000)
  budget.open(false).hold(1_000_000)
  const short = budget.open(false)
  expect(short.hold(60_000)).toBe(true)
  expect(short.hold(40_000)).toBe(true)
  expect(short.hold(1)).toBe(false)
})

test('two long polls may go on whatever is held, a third may not until one of them ends', () => {
  const budget = new ByteBudget(1_000_000)
  budget.open(false).hold(1_000_000)
  const [first, second, third] = [budget.open(true), budget.open(true), budget.open(true)]
  expect([first, second, third].map((share) => share.hold(8_000_000))).toEqual([true, true, false])
  first.release()
  third.release()
  expect(budget.open(true).hold(8_000_000)).toBe(true)
})
