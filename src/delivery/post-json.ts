import { lookup } from 'node:dns/promises'
import { Agent, request } from 'undici'
import { portOf } from '../source/fetch-address.ts'
import { AddressRefusedError } from '../source/fetch-errors.ts'
import { guardedConnector } from '../source/guarded-connector.ts'
import { type AllowPrivate, refusedHost } from '../source/refused-host.ts'
import { DeliveryError } from './delivery-error.ts'

export interface PosterOptions {
  readonly userAgent: string
  readonly timeoutMs: number
  /** Receivers on private addresses are refused unless this allows them. */
  readonly allowPrivate: AllowPrivate
}

export interface Poster {
  /**
   * Posts a JSON body once; follows no redirect.
   *
   * @returns the status and the beginning of the response body
   * @throws DeliveryError if there is no response, or the address is refused
   */
  post(
    address: string,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly answer: string }>
  close(): Promise<void>
}

/** Bytes read of a response: enough for an error message, and a bound on what a hostile one can cost. */
const MOST_ANSWER_BYTES = 16_384

/** Creates a poster that does not connect to private addresses unless allowed. */
export function createPoster({ userAgent, timeoutMs, allowPrivate }: PosterOptions): Poster {
  const resolveName = (hostname: string) => lookup(hostname, { all: true, order: 'verbatim' })
  const agent = new Agent({
    connect: guardedConnector({ allowPrivate, resolveName, connectTimeoutMs: timeoutMs }),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  return {
    async post(address, body, more = {}) {
      const url = webAddress(address)
      const refused = refusedHost(url.hostname, portOf(url), allowPrivate)
      if (refused) throw new DeliveryError(refused.message, true, refused)
      const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': userAgent, ...more }
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await request(url, { method: 'POST', dispatcher: agent, headers, body, signal }).catch(
        (error: unknown) => {
          const cause = error instanceof AddressRefusedError ? error : (error as Error).cause
          const isRefused = cause instanceof AddressRefusedError
          throw new DeliveryError(
            error instanceof Error ? error.message || error.name : String(error),
            isRefused,
            error,
          )
        },
      )
      return { status: response.statusCode, answer: await beginningOf(response.body) }
    },
    close: () => agent.destroy(),
  }
}

async function beginningOf(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      bytes += chunk.byteLength
      if (bytes >= MOST_ANSWER_BYTES) break
    }
  } catch {
    // The status has arrived, so a truncated response body does not matter.
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, MOST_ANSWER_BYTES)
}

function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw new DeliveryError('it is no http or https address', true)
}
