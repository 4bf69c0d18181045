import { expect, test } from 'vitest'
import { createHostPace } from './host-pace.ts'

const never = new AbortController().signal

test('requests to arXiv are three seconds apart, whatever its subdomain; others do not wait', async () => {
  const waits: number[] = []
  const pace = createHostPace(
    () => 1_000,
    async (ms) => waits.push(ms),
  )
  for (const host of ['export.arxiv.org', 'arxiv.org', 'rss.arxiv.org', 'news.example', 'notarxiv.org']) {
    await pace.wait(host, never)
  }
  expect(waits).toEqual([3_000, 6_000])
})

test('a host may ask for more time, but not for ever', async () => {
  const waits: number[] = []
  const pace = createHostPace(
    () => 0,
    async (ms) => waits.push(ms),
  )
  pace.ask('slow.example', 3_600_000)
  for (let n = 0; n < 3; n++) await pace.wait('slow.example', never)
  expect(waits).toEqual([60_000, 120_000])
})

test('a host that asks for no more time is not made to wait any longer', async () => {
  const waits: number[] = []
  const pace = createHostPace(
    () => 0,
    async (ms) => waits.push(ms),
  )
  for (const spacingMs of [5_000, 0]) {
    pace.ask('slow.example', spacingMs)
    for (let n = 0; n < 2; n++) await pace.wait('slow.example', never)
  }
  expect(waits).toEqual([5_000])
})

test('who gives up waiting is told so', async () => {
  const pace = createHostPace()
  await pace.wait('arxiv.org', never)
  const stop = new AbortController()
  const waiting = pace.wait('arxiv.org', stop.signal)
  stop.abort(new Error('over'))
  await expect(waiting).rejects.toThrow('over')
})
