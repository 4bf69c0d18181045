import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Returns who sent a request, for rate limits: the address of the connection or, if that is from this machine and so from the operator's
 * own proxy, the last address in `X-Forwarded-For`. IPv6 addresses count by /64, which one household or server has to itself.
 */
export function senderOf(c: Context): string {
  const connected = connectedAddress(c)
  const isProxy = connected === '' || isThisMachine(connected)
  const forwarded = c.req.header('x-forwarded-for')?.slice(-200).split(',').at(-1)?.trim() ?? ''
  const address = isProxy && isIP(forwarded) ? forwarded : connected
  return isIP(address) === 6 && !address.startsWith('::ffff:') ? networkOf(address) : address || UNKNOWN
}

const UNKNOWN = 'unknown'

/** Whether a sender may stand for many: a proxy on this machine that does not say for whom it asks. */
export function isUnnamed(sender: string): boolean {
  return sender === UNKNOWN || sender === networkOf('::1') || isThisMachine(sender)
}

/** Whether an address is a loopback address. */
export function isThisMachine(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(address)
}

/** Returns the address of the connection; empty if the app is called without a server. */
function connectedAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::', 2)
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}
