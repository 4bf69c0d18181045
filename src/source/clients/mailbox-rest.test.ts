import { expect, test } from 'vitest'
import { MINUTE_MS } from '../../lib/instant.ts'
import { MailboxRest } from './mailbox-rest.ts'

const lost = new Error('lost')

test('a mailbox that fails again and again rests twice as long each time, a quarter of an hour at most', () => {
  const rest = new MailboxRest()
  let now = 0
  const minutes = [1, 2, 3, 4, 5, 6].map(() => {
    const { until } = rest.failed(lost, now)
    const rested = (until - now) / MINUTE_MS
    now = until
    return rested
  })
  expect(minutes).toEqual([1, 2, 4, 8, 15, 15])
})

test('while it rests other polls that find the same count no more; an answer begins anew', () => {
  const rest = new MailboxRest()
  const first = rest.failed(lost, 0)
  expect(rest.failed(new Error('lost too'), 10)).toBe(first)
  expect(rest.at(MINUTE_MS - 1)).toBe(first)
  expect(rest.at(MINUTE_MS)).toBeUndefined()
  rest.answered()
  expect(rest.at(10)).toBeUndefined()
  expect(rest.failed(lost, 0).until).toBe(MINUTE_MS)
})

test('a failure of a clock that ran ahead is over once the clock is set right', () => {
  const rest = new MailboxRest()
  rest.failed(lost, 100 * MINUTE_MS)
  expect(rest.at(0)).toBeUndefined()
})
