import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { sleepUnlessAborted } from './sleep-unless-aborted.ts'

const LONG_MS = 3_600_000

test('sleeps for as long as it is told, and leaves no listener behind', async () => {
  const { signal } = new AbortController()
  const startedAt = performance.now()
  await sleepUnlessAborted(20, signal)
  // Timers count whole milliseconds.
  expect(performance.now() - startedAt).toBeGreaterThan(18)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('wakes when the signal aborts', async () => {
  const controller = new AbortController()
  const slept = sleepUnlessAborted(LONG_MS, controller.signal)
  controller.abort()
  await slept
})

test('does not sleep where the signal aborted before', { timeout: 5_000 }, async () => {
  await sleepUnlessAborted(LONG_MS, AbortSignal.abort())
})
