import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { afterEach, expect, test } from 'vitest'
import { type ConnectionLimits, serveSite } from './serve-site.ts'

let server: Server
const sockets: Socket[] = []

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

async function serving(limits: Partial<ConnectionLimits>, host = '127.0.0.1'): Promise<void> {
  const site = new Hono()
    .get('/', (c) => c.text('here'))
    .post('/', async (c) => c.text(await c.req.text()))
    .get('/live', (c) =>
      stream(c, async (out) => {
        while (!out.aborted) {
          await out.write('x'.repeat(100_000))
          await out.sleep(20)
        }
      }),
    )
  server = await serveSite(site, { host, port: 0, limits })
}

/** Opens a connection and says something. @returns what came back, once the server has ended it */
function talk(words: string, { reads = true, host = '127.0.0.1' } = {}): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, host)
  sockets.push(socket)
  if (words !== '') socket.write(words)
  if (!reads) socket.pause()
  return new Promise((resolve) => {
    let heard = ''
    if (reads) socket.on('data', (bytes) => (heard += bytes.toString('latin1')))
    socket.on('error', () => undefined).on('close', () => resolve(heard))
  })
}

const answers = async () => {
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}/`)).text()
}
const countOpen = () => new Promise<number>((resolve) => server.getConnections((_, open) => resolve(open)))

test('headers, and bodies, that come drop by drop are cut off in words of HTTP', async () => {
  await serving({ headersMs: 200, requestMs: 400 })
  const [headers, body] = await Promise.all([
    talk('GET / HTTP/1.1\r\nhost: a\r\nx-slow: '),
    talk('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nx'),
  ])
  expect(headers).toMatch(/^HTTP\/1\.1 408 /)
  expect(body).toMatch(/^HTTP\/1\.1 408 /)
  expect(await answers()).toBe('here')
})

test('who says nothing, or never reads what is streamed to them, is hung up on; who reads is not', async () => {
  await serving({ stalledMs: 300 })
  let heard = 0
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(reader)
  reader.on('data', ({ length }) => (heard += length)).write('GET /live HTTP/1.1\r\nhost: a\r\n\r\n')
  const silent = talk('')
  void talk('GET /live HTTP/1.1\r\nhost: a\r\n\r\n', { reads: false })
  await silent
  await expect.poll(countOpen, { timeout: 10_000 }).toBe(1)
  const before = heard
  await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(before)
  expect(reader.destroyed).toBe(false)
})

const outside = Object.values(networkInterfaces())
  .flat()
  .find((each) => each?.family === 'IPv4' && !each.internal)?.address

test.skipIf(outside === undefined)(
  'one address has so many connections; this machine, for its proxy, all',
  async () => {
    await serving({ mostOfAddress: 3, most: 8 }, '0.0.0.0')
    const fromOutside = Array.from({ length: 5 }, () => talk('', { host: outside! }))
    await Promise.race(fromOutside)
    await expect.poll(countOpen).toBe(3)
    expect(await answers()).toBe('here')
    sockets.find((socket) => !socket.destroyed)!.destroy()
    await expect.poll(countOpen).toBeLessThan(4)
    const again = connect((server.address() as AddressInfo).port, outside!)
    sockets.push(again)
    again.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
    expect(await new Promise((resolve) => again.once('data', (bytes) => resolve(bytes.toString())))).toMatch(/ 200 OK/)
  },
)
