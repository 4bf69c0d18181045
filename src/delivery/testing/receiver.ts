import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { createPoster, type Poster, type PosterOptions } from '../post-json.ts'

export const SECRET = 'a secret of some length'

/** A webhook receiver on the loopback address, and a sender that may reach it but no other private address. */
export interface Receiver {
  readonly url: string
  /** Response status; initially 204. */
  status: number
  /** Response body. */
  answer: string
  /** Requests received, in order. */
  readonly calls: { readonly headers: IncomingMessage['headers']; readonly body: string }[]
  readonly sender: Poster
  /** Counts the connections that are open, idle ones included. */
  openConnections(): Promise<number>
  newSender(allowPrivate: PosterOptions['allowPrivate']): Poster
  close(): Promise<void>
}

export async function openReceiver(): Promise<Receiver> {
  const calls: Receiver['calls'] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    const { status, answer } = receiver
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const newSender: Receiver['newSender'] = (allowPrivate) =>
    createPoster({ userAgent: 'Auspex', timeoutMs: 2_000, allowPrivate })
  const sender = newSender((host, asked) => host === '127.0.0.1' && asked === port)
  const receiver: Receiver = {
    ...{ url: `http://127.0.0.1:${port}/hook`, status: 204, answer: '', calls, sender, newSender },
    openConnections: () => promisify(server.getConnections).call(server),
    async close() {
      await sender.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}
