import { expect, test } from 'vitest'
import { benchPauses } from './pauses.ts'

test('every address is asked, and each that reads the store is measured', { timeout: 60_000 }, async () => {
  const { items, stories, longestTurnMs, longestStatementMs, addresses, pages } = await benchPauses(1_000)
  expect([items, stories > 100]).toEqual([1_000, true])
  expect(addresses).toBeGreaterThan(50)
  expect(longestTurnMs).toBe(pages[0]!.turnMs)
  expect(longestStatementMs).toBeGreaterThan(0)
})
