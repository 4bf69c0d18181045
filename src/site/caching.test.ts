import { expect, test } from 'vitest'
import { addStory, NOON } from './testing/day.ts'
import { sampleSite } from './testing/sample-site.ts'

let now = NOON
const site = sampleSite({ now: () => now })

test('the same page has the same tag, and 304 has no body', async () => {
  const first = await site.request('/s/2')
  const etag = first.headers.get('etag')!
  expect(etag).toMatch(/^W\/"[\w-]{20}"$/)
  const second = await site.request('/s/2', { headers: { 'if-none-match': `"other", ${etag}` } })
  expect(second.status).toBe(304)
  expect(await second.text()).toBe('')
  expect(second.headers.get('etag')).toBe(etag)
  expect(second.headers.get('vary')).toContain('Accept-Language')
  const japanese = await site.request('/s/2', { headers: { 'accept-language': 'ja' } })
  expect(japanese.headers.get('etag')).not.toBe(etag)
})

test('HEAD has the headers and no body', async () => {
  const response = await site.request('/', { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
  expect(response.headers.get('etag')).toBeTruthy()
})

test('gzip where it is taken', async () => {
  const response = await site.request('/', { headers: { 'accept-encoding': 'br, gzip' } })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  const plain = await site.request('/', { headers: { 'accept-encoding': 'gzip;q=0' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
})

test('own files are kept for ever under a name with their hash', async () => {
  const page = await (await site.request('/')).text()
  for (const [, file] of page.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)) {
    const response = await site.request(file!)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(file).toMatch(/\.[0-9a-f]{12}\./)
  }
})

test('a new story is on the front page a second later', async () => {
  await (await site.request('/')).text()
  const story = {
    id: 9,
    kind: 'tool' as const,
    members: [{ source: 'straits-ledger', title: 'A newcomer', ageHours: 0 }],
  }
  await addStory(site.deps.store, story)
  now += 10_000
  const page = await (await site.request('/')).text()
  expect(page).toContain('A newcomer')
})

test('a host of somebody else’s never reaches another reader’s page', async () => {
  await (await site.request('http://evil.example/methods')).text()
  expect(await (await site.request('http://good.example/methods')).text()).not.toContain('evil.example')
})
