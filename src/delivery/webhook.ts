import { createHmac } from 'node:crypto'
import type { Instant } from '../lib/instant.ts'
import { DeliveryError } from './delivery-error.ts'
import type { Poster } from './post-json.ts'

/**
 * Posts a signed JSON body once; follows no redirect.
 *
 * @param secret shared with the receiver
 * @param id same for each attempt, so that a receiver can drop duplicates
 * @throws DeliveryError unless the answer is 2xx
 */
export async function sendWebhook(
  poster: Poster,
  secret: string,
  { url, id, body }: { readonly url: string; readonly id: string; readonly body: string },
  now: Instant,
): Promise<void> {
  const { status } = await poster.post(url, body, {
    'auspex-delivery': id,
    'auspex-signature': signature(secret, body, Math.floor(now / 1_000)),
  })
  if (status >= 200 && status < 300) return
  // 410 Gone is permanent (RFC 9110, section 15.5.11).
  throw new DeliveryError(`the receiver answered ${status}`, status === 410)
}

/**
 * Signs a body: `t=` seconds since 1970, `v1=` hex HMAC-SHA256 of the time, a full stop and the body. The signed time prevents replays of
 * old bodies.
 */
export function signature(secret: string, body: string, atSeconds: number): string {
  return `t=${atSeconds},v1=${createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex')}`
}
