import ipaddr from 'ipaddr.js'

/** Prefix by which IPv6-only networks reach IPv4 (RFC 6052); the last four bytes are the IPv4 address. */
const NAT64_PREFIX = ipaddr.IPv6.parse('64:ff9b::')
/** All that is routed today; what lies outside is reserved (RFC 4291, 2.4; IANA registry). */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::')

/**
 * Whether an address is one on the public internet. Loopback, private, link-local, carrier-grade NAT, multicast,
 * documentation, benchmarking and reserved ranges are not, nor are IPv6 forms that wrap such an IPv4 address.
 *
 * @param address as a resolver returns it, or a literal without brackets
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return false
  const parsed = ipaddr.process(bare)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  const v6 = parsed as ipaddr.IPv6
  if (v6.match(NAT64_PREFIX, 96)) {
    const wrapped = new ipaddr.IPv4(v6.toByteArray().slice(12))
    return wrapped.range() === 'unicast'
  }
  return v6.range() === 'unicast' && v6.match(GLOBAL_UNICAST, 3)
}

/** @returns the literal without brackets, where a URL's hostname is an IP address */
export function addressLiteral(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  return ipaddr.isValid(bare) ? bare : undefined
}

/** Whether a name means this machine for every resolver (RFC 6761). */
export function isLocalName(hostname: string): boolean {
  return /^(?:.*\.)?localhost\.?$/i.test(hostname)
}
