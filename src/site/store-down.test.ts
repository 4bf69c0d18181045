import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { startPostgres, type TestServer } from '../store/testing/postgres.ts'
import type { Store } from '../store/types.ts'
import { createSite } from './site.ts'
import { NOON, sampleDeps } from './testing/day.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: TestServer
let store: Store
let site: Awaited<ReturnType<typeof createSite>>
let now = NOON
const faults: unknown[] = []
beforeAll(async () => {
  server = await startPostgres()
  store = await openStore({ databaseUrl: await server.newDatabase() })
  site = await createSite(await sampleDeps({ store, now: () => now, onFault: (fault) => faults.push(fault) }))
})
afterAll(async () => {
  await store.close().catch(() => undefined)
  await server.stop().catch(() => undefined)
})

const ask = async (path: string) => {
  const response = await site.request(path)
  return { response, text: await response.text() }
}

test('with PostgreSQL gone pages are as they were, and say so; others and the API ask to come back', async () => {
  const before = await ask('/?lang=en')
  await ask('/?lang=ja')
  const data = await ask('/.json')
  expect([before.response.status, data.response.status]).toEqual([200, 200])
  await server.stop()
  now += 10 * 60_000

  const kept = await ask('/?lang=en')
  expect(kept.response.status).toBe(200)
  expect(kept.text).toContain('This page is as it was at')
  expect(kept.text.replace(/<section class="state">.*?<\/section>/s, '')).toBe(before.text)
  expect(kept.response.headers.get('cache-control')).toContain('no-store')
  expect(kept.response.headers.get('age')).toBe('600')
  expect((await ask('/?lang=ja')).text).toContain('時点のページです')
  expect((await ask('/.json')).text).toBe(data.text)

  for (const path of ['/pulse?lang=en', '/nope.xml', '/api/v1/stories']) {
    const { response, text } = await ask(path)
    expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '30'])
    expect(text).toContain('The database cannot be reached at the moment')
    expect(text).not.toMatch(/nothing read yet|data-seq/)
  }
  expect((await ask('/pulse?lang=zh-Hant')).text).toContain('暫時無法連接資料庫')
  expect(faults.length).toBeGreaterThan(0)
})
