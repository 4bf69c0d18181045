import { createHmac, timingSafeEqual } from 'node:crypto'

/** Maximum age of a signature: older ones may be replayed by somebody else. */
const OLDEST_SECONDS = 300

/** Verifies a signature as `docs/operator.md` shows receivers. @returns whether it is ours, and at most five minutes off */
export function verifySignature(secret: string, body: string, header: string, nowSeconds: number): boolean {
  const [, time, mark] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (time === undefined || Math.abs(nowSeconds - Number(time)) > OLDEST_SECONDS) return false
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return timingSafeEqual(Buffer.from(mark!), Buffer.from(expected))
}
