import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECURITY_HEADERS } from './http/headers.ts'
import { serveSite } from './http/serve-site.ts'
import { createSite } from './site.ts'
import { sampleDeps } from './testing/day.ts'

let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  const deps = await sampleDeps({})
  const server = await serveSite(await createSite(deps), { host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await deps.store.close()
  }
})
afterAll(() => close())

/** What differs from one answer to the next, and what only the content settles, which HEAD may leave out (RFC 9110, 9.3.2). */
const LEFT_OUT = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'content-encoding',
  'transfer-encoding',
])

const paths = [
  ['/', 200],
  ['/s/1', 200],
  ['/s/1.json', 200],
  ['/robots.txt', 200],
  ['/feed.atom', 200],
  ['/api/v1/stories', 200],
  ['/api/v1/openapi.json', 200],
  ['/api/v1/nothing', 404],
  ['/api/v1/stories?limit=0', 400],
  ['/nothing', 404],
] as const

test.each(paths)('HEAD %s has the headers of GET', async (path, status) => {
  const got = await fetch(origin + path)
  const asked = await fetch(origin + path, { method: 'HEAD' })
  expect([got.status, asked.status]).toEqual([status, status])
  expect(headersOf(asked)).toEqual(headersOf(got))
  expect(Object.keys(headersOf(asked))).toEqual(expect.arrayContaining(Object.keys(SECURITY_HEADERS).map(lower)))
  expect(await got.text()).not.toBe('')
  expect(await asked.text()).toBe('')
})

test('leaves the objects of others as they are', () => {
  expect(Response.name).toBe('Response')
  expect(Object.getOwnPropertyNames(new Response('text').headers)).toEqual(Object.getOwnPropertyNames(new Headers()))
  const first = new Response('text')
  first.headers.set('X-Set-Later', 'yes')
  expect(new Response(null, first).headers.get('X-Set-Later')).toBe('yes')
})

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries([...response.headers].filter(([name]) => !LEFT_OUT.has(name)))
}

function lower(name: string): string {
  return name.toLowerCase()
}
