import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

test('each sender has a number in any stretch of time', () => {
  const limit = createRateLimit({ most: 2, windowMs: 1_000 })
  expect([limit.allow('a', 0), limit.allow('a', 10), limit.allow('a', 20), limit.allow('b', 20)]).toEqual([
    ...[true, true, false, true],
  ])
  expect([limit.allow('a', 1_000), limit.allow('a', 1_005), limit.allow('a', 1_010)]).toEqual([true, false, true])
})
