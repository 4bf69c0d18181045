import { AddressRefusedError } from './fetch-errors.ts'
import { addressLiteral, isLocalName, isPublicAddress } from './public-address.ts'

/** Whether a host may be fetched although it is not public; `host` in lower case as in the URL, brackets included. */
export type AllowPrivate = (host: string, port: number) => boolean

/** @returns why a host is refused before its name is resolved; undefined for public literals, allowed hosts and all other names */
export function refusedHost(
  hostname: string,
  port: number,
  allowPrivate: AllowPrivate,
): AddressRefusedError | undefined {
  if (allowPrivate(hostname.toLowerCase(), port)) return undefined
  if (isLocalName(hostname)) return new AddressRefusedError(hostname, 'it is this machine itself')
  const literal = addressLiteral(hostname)
  if (literal !== undefined && !isPublicAddress(literal)) {
    return new AddressRefusedError(hostname, 'the address is not on the public internet')
  }
  return undefined
}
