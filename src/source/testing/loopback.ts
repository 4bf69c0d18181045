import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions } from '../fetcher.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A real server on loopback, and a fetcher that may reach it and nothing else that is private. */
export interface Loopback {
  readonly url: string
  readonly port: number
  readonly fetcher: Fetcher
  /** By path without query; what is not here answers 404. A value that is no function is sent as JSON. */
  readonly answers: Map<string, unknown>
  /** Paths with query, in the order asked. */
  readonly asked: string[]
  /** What a WebSocket at any path is sent; the request's path is given. */
  stream: (path: string) => Iterable<string> | AsyncIterable<string>
  newFetcher(options?: Partial<FetcherOptions>): Fetcher
  close(): Promise<void>
}

export async function openLoopback(options: Partial<FetcherOptions> = {}): Promise<Loopback> {
  const answers = new Map<string, unknown>()
  const asked: string[] = []
  const sockets = new Set<Duplex>()
  const server = createServer((request, response) => {
    asked.push(request.url ?? '/')
    const answer = answers.get((request.url ?? '/').split('?')[0]!)
    if (typeof answer === 'function') return (answer as Answer)(request, response)
    if (answer === undefined) return void response.writeHead(404).end('nothing here')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  server.on('upgrade', (request, socket) => {
    sockets.add(socket)
    asked.push(request.url ?? '/')
    socket.on('error', () => undefined)
    socket.write(handshake(request))
    void (async () => {
      for await (const message of loopback.stream(request.url ?? '/')) socket.write(textFrame(message))
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const newFetcher = (more: Partial<FetcherOptions> = {}) =>
    createFetcher({
      userAgent: 'Auspex/test',
      timeoutMs: 2_000,
      maxBodyBytes: 200_000,
      allowPrivate: (host, at) => host === '127.0.0.1' && at === port,
      ...options,
      ...more,
    })
  const loopback: Loopback = {
    ...{ url: `http://127.0.0.1:${port}`, port, fetcher: newFetcher(), answers, asked, stream: () => [], newFetcher },
    async close() {
      await loopback.fetcher.close()
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return loopback
}

/** A loopback for all tests of a file: opened before the first, forgetful between them, closed after the last. */
export interface FileLoopback extends Pick<Loopback, 'url' | 'port' | 'fetcher' | 'answers' | 'asked' | 'newFetcher'> {
  /** What a path is answered. */
  answer(path: string, by: Answer): void
  /** A feed at a path, to be polled. */
  at(path: string): { readonly url: string; readonly kind: 'rss'; readonly sourceId: string }
}

export function loopbackOfFile(options: Partial<FetcherOptions> = {}): FileLoopback {
  let opened: Loopback
  beforeAll(async () => {
    opened = await openLoopback(options)
  })
  beforeEach(() => {
    opened.answers.clear()
    opened.asked.length = 0
  })
  afterAll(() => opened.close())
  return {
    get url() {
      return opened.url
    },
    get port() {
      return opened.port
    },
    get fetcher() {
      return opened.fetcher
    },
    get answers() {
      return opened.answers
    },
    get asked() {
      return opened.asked
    },
    newFetcher: (more) => opened.newFetcher(more),
    answer: (path, by) => void opened.answers.set(path, by),
    at: (path) => ({ url: `${opened.url}${path}`, kind: 'rss', sourceId: path.slice(1) }),
  }
}

/** RFC 6455, 4.2.2. */
function handshake({ headers }: IncomingMessage): string {
  const accept = createHash('sha1')
    .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64')
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`
}

/** RFC 6455, 5.2: one whole text message, not masked. */
function textFrame(message: string): Buffer {
  const payload = Buffer.from(message)
  const head =
    payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.alloc(payload.length < 65_536 ? 4 : 10)
  if (payload.length >= 126) head[0] = 0x81
  if (payload.length >= 65_536) {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(payload.length), 2)
  } else if (payload.length >= 126) {
    head[1] = 126
    head.writeUInt16BE(payload.length, 2)
  }
  return Buffer.concat([head, payload])
}
