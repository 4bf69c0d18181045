import { expect, test } from 'vitest'
import { benchPauses } from './pauses.ts'

test('every address is asked, and each that reads the store is measured', { timeout: 60_000 }, async () => {
  const { items, stories, longestTurnMs, longestStatementMs, pages } = await benchPauses(1_000)
  expect([items, stories > 100]).toEqual([1_000, true])
  expect(pages.length).toBeGreaterThan(50)
  expect(longestTurnMs).toBeGreaterThan(longestStatementMs)
  for (const { name, turnMs, statementMs } of pages) {
    expect(turnMs, name).toBeGreaterThan(0)
    if (name !== '/api/v1/openapi.json') expect(statementMs, name).toBeGreaterThan(0)
  }
})
