import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { portOf } from './fetch-address.ts'
import { AddressRefusedError } from './fetch-errors.ts'
import { isPublicAddress } from './public-address.ts'
import { type AllowPrivate, refusedHost } from './refused-host.ts'

/** Resolves a name to all its addresses; rejects with the resolver's error. */
export type ResolveName = (hostname: string) => Promise<readonly LookupAddress[]>

/**
 * Creates a connector for undici that opens sockets to public addresses only.
 *
 * It resolves the name itself and connects to exactly what it has checked, so a name that answers differently the second
 * time (DNS rebinding) gains nothing. One private address among several refuses the name. Literals are checked too.
 */
export function guardedConnector(options: {
  readonly allowPrivate: AllowPrivate
  readonly resolveName: ResolveName
  readonly connectTimeoutMs: number
}): buildConnector.connector {
  const connectors = new Map<number, buildConnector.connector>()

  const connectorFor = (port: number): buildConnector.connector => {
    const existing = connectors.get(port)
    if (existing) return existing
    const lookup: LookupFunction = (hostname, lookupOptions, callback) => {
      options
        .resolveName(hostname)
        .then((addresses) => {
          const refused = refusal(hostname, port, addresses, options.allowPrivate)
          if (refused) callback(refused, '')
          else if (lookupOptions.all) callback(null, [...addresses])
          else callback(null, addresses[0]!.address, addresses[0]!.family)
        })
        .catch((error: NodeJS.ErrnoException) => callback(error, ''))
    }
    const connector = buildConnector({ lookup, timeout: options.connectTimeoutMs } as buildConnector.BuildOptions)
    // A hostile page can name 65,535 ports; only the usual two are worth keeping.
    if (connectors.size < 64) connectors.set(port, connector)
    return connector
  }

  return (target, callback) => {
    const port = portOf(target)
    const refused = refusedHost(target.hostname, port, options.allowPrivate)
    if (refused) callback(refused, null)
    else connectorFor(port)(target, callback)
  }
}

function refusal(
  hostname: string,
  port: number,
  addresses: readonly LookupAddress[],
  allowPrivate: AllowPrivate,
): AddressRefusedError | undefined {
  if (addresses.length === 0) return new AddressRefusedError(hostname, 'the name has no address')
  if (allowPrivate(hostname.toLowerCase(), port)) return undefined
  const inside = addresses.find(({ address }) => !isPublicAddress(address))
  return (
    inside &&
    new AddressRefusedError(hostname, `the name leads to ${inside.address}, which is not on the public internet`)
  )
}
