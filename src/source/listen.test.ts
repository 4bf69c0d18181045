import { createHash } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from './listen.ts'

/** RFC 6455, 1.3. */
const KEY_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

let server: Server
let flood: Buffer
const open = new Set<Socket>()

/** Says nothing but the same frames, as fast as they are taken, and hears nothing: no goodbye either. */
beforeEach(async () => {
  server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    socket.once('data', (request: Buffer) => {
      const key = /sec-websocket-key: (\S+)/i.exec(request.toString('latin1'))?.[1] ?? ''
      const accept = createHash('sha1').update(`${key}${KEY_SUFFIX}`).digest('base64')
      const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
      socket.write(`${upgrade}Sec-WebSocket-Accept: ${accept}\r\n\r\n`)
      const more = () => {
        while (!socket.destroyed && socket.write(flood));
      }
      socket.on('drain', more)
      more()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  for (const socket of open) socket.destroy()
  server.close()
})

/** @param opcode RFC 6455, 5.2 */
function frames(opcode: number, length: number): Buffer {
  return Buffer.concat(
    Array.from({ length: 500 }, () => Buffer.concat([Buffer.from([0x80 | opcode, length]), Buffer.alloc(length, 'x')])),
  )
}

function hear(onMessage: (text: string) => boolean): Promise<number> {
  const { port } = server.address() as { port: number }
  return listen(`ws://127.0.0.1:${port}/`, buildConnector({}), 'test', {
    onMessage,
    idleMs: () => 5_000,
    maxMs: 30_000,
  })
}

async function untilClosed(): Promise<boolean> {
  for (let waited = 0; waited < 5_000 && open.size > 0; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50))
  return open.size === 0
}

test.each([
  ['bytes that are no text', 2],
  ['pings', 9],
  ['pongs', 10],
])('a server that floods with %s is hung up on', async (_what, opcode) => {
  flood = frames(opcode, 100)
  await expect(hear(() => true)).rejects.toMatchObject({ name: 'BodyTooLargeError' })
  expect(await untilClosed()).toBe(true)
})

test('a server that does not hear our goodbye is hung up on', async () => {
  flood = frames(1, 100)
  let heard = 0
  await hear(() => ++heard < 50)
  expect(heard).toBe(50)
  expect(await untilClosed()).toBe(true)
})
