import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { isUnnamed, senderOf } from './sender.ts'

const app = new Hono().get('/', (c) => c.text(senderOf(c)))
const ask = async (address: string | undefined, forwarded?: string) => {
  const env = address === undefined ? {} : { incoming: { socket: { remoteAddress: address, remotePort: 1 } } }
  return (await app.request('/', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }, env)).text()
}

test.each([
  ['192.0.2.7', undefined, '192.0.2.7'],
  ['192.0.2.7', '198.51.100.1', '192.0.2.7'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', 'nonsense', '127.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
  ['2001:db8::1', undefined, '2001:db8:0:0::/64'],
  [undefined, undefined, 'unknown'],
])('%s forwarding for %s is %s', async (address, forwarded, expected) => {
  expect(await ask(address, forwarded)).toBe(expected)
})

test.each([
  ['127.0.0.1', undefined, true],
  ['::1', undefined, true],
  [undefined, undefined, true],
  ['::1', '2001:db8::1', false],
  ['192.0.2.7', undefined, false],
])('%s forwarding for %s may stand for many: %s', async (address, forwarded, expected) => {
  expect(isUnnamed(await ask(address, forwarded))).toBe(expected)
})
