import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { Agent, request } from 'undici'
import type { Instant } from '../lib/instant.ts'
import { portOf } from '../source/fetch-address.ts'
import { AddressRefusedError } from '../source/fetch-errors.ts'
import { guardedConnector } from '../source/guarded-connector.ts'
import { type AllowPrivate, refusedHost } from '../source/refused-host.ts'
import { DeliveryError } from './delivery-error.ts'

export interface WebhookOptions {
  /** Shared with the receiver. */
  readonly secret: string
  readonly userAgent: string
  readonly timeoutMs: number
  /** Receivers on private addresses are refused unless this allows them. */
  readonly allowPrivate: AllowPrivate
}

export interface WebhookSender {
  /**
   * Posts a JSON body once, signed; follows no redirect.
   *
   * @param id the same for each attempt, so that a receiver can drop what it has
   * @throws DeliveryError unless the answer is 2xx
   */
  send(url: string, id: string, body: string, now: Instant): Promise<void>
  close(): Promise<void>
}

export function createWebhookSender({ secret, userAgent, timeoutMs, allowPrivate }: WebhookOptions): WebhookSender {
  const resolveName = (hostname: string) => lookup(hostname, { all: true, order: 'verbatim' })
  const agent = new Agent({
    connect: guardedConnector({ allowPrivate, resolveName, connectTimeoutMs: timeoutMs }),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  return {
    async send(address, id, body, now) {
      const url = webAddress(address)
      const refused = refusedHost(url.hostname, portOf(url), allowPrivate)
      if (refused) throw new DeliveryError(refused.message, true, refused)
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': userAgent,
        'auspex-delivery': id,
        'auspex-signature': signature(secret, body, Math.floor(now / 1_000)),
      }
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
      await response.body.dump({ limit: 16_384 }).catch(() => undefined)
      const { statusCode } = response
      if (statusCode >= 200 && statusCode < 300) return
      // Gone for good, as receivers say it (RFC 9110, section 15.5.11).
      throw new DeliveryError(`the receiver answered ${statusCode}`, statusCode === 410)
    },
    close: () => agent.destroy(),
  }
}

/** `t=` seconds since 1970, `v1=` HMAC-SHA256 in hex of the time, a full stop and the body: an old body cannot be sent again as new. */
export function signature(secret: string, body: string, atSeconds: number): string {
  return `t=${atSeconds},v1=${createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex')}`
}

function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw new DeliveryError('it is no http or https address', true)
}
