import { createHmac, timingSafeEqual } from 'node:crypto'

/** A receiver refuses what was signed longer ago, for it may be sent again by somebody else. */
const OLDEST_SECONDS = 300

/** What a receiver does, as `docs/operator.md` shows it. @returns whether the body is ours, and of the last five minutes */
export function verifySignature(secret: string, body: string, header: string, nowSeconds: number): boolean {
  const [, time, mark] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (time === undefined || Math.abs(nowSeconds - Number(time)) > OLDEST_SECONDS) return false
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return timingSafeEqual(Buffer.from(mark!), Buffer.from(expected))
}
