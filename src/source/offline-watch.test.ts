import { expect, test } from 'vitest'
import type { FetchOutcome } from './fetch-feed.ts'
import { OfflineWatch } from './offline-watch.ts'

const failed = (isOffline: boolean): FetchOutcome => ({
  type: 'failed',
  error: isOffline ? 'no network: the name could not be looked up' : 'the server answered 500',
  latencyMs: 1,
  isGone: false,
  isOffline,
})
const unchanged: FetchOutcome = { type: 'unchanged', status: 304, latencyMs: 1 }

test('says that there is no network after five such failures in a row, and since when', () => {
  const watch = new OfflineWatch()
  for (let n = 0; n < 4; n++) watch.note(failed(true), 1_000 + n, 300)
  expect(watch.reason).toBeUndefined()
  expect(watch.since).toBeUndefined()
  watch.note(failed(true), 2_000, 300)
  expect(watch.reason).toBe('no network: the name could not be looked up')
  expect(watch.since).toBe(1_000)
})

test.each([
  ['an answer', unchanged],
  ['a failure of the server', failed(false)],
])('%s proves the network', (_what, proof) => {
  const watch = new OfflineWatch()
  for (let n = 0; n < 9; n++) watch.note(failed(true), n, 300)
  watch.note(proof, 10, 300)
  expect(watch.reason).toBeUndefined()
})

test('with fewer feeds than five all of them must fail', () => {
  const watch = new OfflineWatch()
  watch.note(failed(true), 1, 2)
  expect(watch.reason).toBeUndefined()
  watch.note(failed(true), 2, 2)
  expect(watch.reason).toBeDefined()
})
