import { createHmac, timingSafeEqual } from 'node:crypto'

/** WebSub, 7.1: the methods that a subscriber has to know. */
const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/**
 * Whether a delivered body was signed with the subscription's secret (WebSub, 7.1).
 *
 * @param header `X-Hub-Signature`: `sha256=` and hexadecimal digits
 */
export function isSignedWith(secret: string, header: string | undefined, body: Uint8Array): boolean {
  const [method = '', given = ''] = (header ?? '').trim().toLowerCase().split('=', 2)
  if (!METHODS.has(method) || !/^[0-9a-f]{40,128}$/.test(given)) return false
  const expected = createHmac(method, secret).update(body).digest()
  const signed = Buffer.from(given, 'hex')
  return signed.length === expected.length && timingSafeEqual(signed, expected)
}
