import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import { ClosingStack } from '../lib/closing-stack.ts'
import { listen } from './listen.ts'
import { ListenError } from './listen-error.ts'

const site = new Hono()
site.get('/', (c) => c.text('here'))
// Sends a first event and then nothing, as the live updates of a quiet day do.
site.get('/events', (c) =>
  c.body(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(':\n\n')) })),
)

const opened = new ClosingStack()
afterEach(() => opened.close())

async function listenOn(host: string, port = 0) {
  const listening = await listen(site, { host, port })
  opened.push(() => listening.close())
  return listening
}

describe('a site that listens', () => {
  test.each(['127.0.0.1', '0.0.0.0'])(
    'on %s is found at the address it names, with the port that it was given',
    async (host) => {
      const { url } = await listenOn(host)
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/)
      expect(await (await fetch(url)).text()).toBe('here')
    },
  )

  test('closes while somebody waits for live updates, and frees its port', async () => {
    const listening = await listen(site, { host: '127.0.0.1', port: 0 })
    const { body } = await fetch(`${listening.url}/events`)
    const reader = body!.getReader()
    await reader.read()
    await listening.close()
    await expect(reader.read()).rejects.toThrow()
    const { url } = await listenOn('127.0.0.1', Number(new URL(listening.url).port))
    expect(url).toBe(listening.url)
  })
})

test('a port in use is refused in words that help', async () => {
  const port = Number(new URL((await listenOn('127.0.0.1')).url).port)
  await expect(listenOn('127.0.0.1', port)).rejects.toThrow(
    `Cannot listen on 127.0.0.1:${port}: another program listens there; choose another port with --port.`,
  )
})

test('an address of another machine is refused in words that help', async () => {
  // TEST-NET-1 of RFC 5737: no machine has it.
  await expect(listenOn('192.0.2.1')).rejects.toThrow(
    /this machine has no such address; give one of its own with --host/,
  )
})

test.each([
  ['EACCES', 'this user may not listen there; choose a port above 1023 with --port'],
  ['ENOTFOUND', 'this machine has no such address; give one of its own with --host, 127.0.0.1 or 0.0.0.0'],
  ['EMFILE', 'too many open files'],
])('%s becomes a sentence', (code, reason) => {
  const cause = Object.assign(new Error('too many open files'), { code })
  const error = new ListenError('::1', 80, cause)
  expect(error).toMatchObject({ message: `Cannot listen on ::1:80: ${reason}.`, host: '::1', port: 80, cause })
})
