import { AddressRefusedError } from './fetch-errors.ts'

/**
 * @returns the address without user name, password and fragment, and the credentials as an `Authorization` header
 * @throws AddressRefusedError for what is no http or https address
 */
export function publicUrl(address: string, base?: URL): { url: URL; authorization?: string } {
  if (!URL.canParse(address, base?.href)) throw new AddressRefusedError(address.slice(0, 200), 'it is no address')
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressRefusedError(url.href.slice(0, 200), 'only http and https are fetched')
  }
  const credentials = `${decodeURIComponentSafely(url.username)}:${decodeURIComponentSafely(url.password)}`
  url.username = ''
  url.password = ''
  url.hash = ''
  return credentials === ':' ? { url } : { url, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Returns an address's port: its own, else the default of its scheme. */
export function portOf({ port, protocol }: Pick<URL, 'port' | 'protocol'>): number {
  return Number(port) || (protocol === 'https:' || protocol === 'wss:' ? 443 : 80)
}

/** Removes the credentials, which are for one origin only. */
export function withoutPassword(headers: Record<string, string>): Record<string, string> {
  const { authorization: _, ...rest } = headers
  return rest
}
