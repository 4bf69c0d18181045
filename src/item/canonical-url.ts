import { preferredAddress } from './preferred-address.ts'
import { isTrackingParameter } from './tracking-parameters.ts'

/** Longest address, in characters; longer ones carry data. */
const MAX_URL_LENGTH = 4_096
/** Most times the rules are applied to their own result. */
const MAX_ROUNDS = 4
/** Most nested redirect wrappers that are opened; honest links have fewer. */
const MAX_UNWRAPPED = 3

/**
 * Returns the canonical URL of a page: absolute, `http` or `https`, host in lower case without a final dot, no credentials, no
 * default port, no fragment (except `#!…`, by which some sites route), no tracking parameters, percent-encoding per RFC 3986 §6.2.2.
 * Redirect wrappers and AMP caches are opened, and mobile hosts replaced by the main host where that is known to be safe. Other
 * parameters stay, in order. Idempotent.
 *
 * @param base base of a relative address
 * @returns undefined for anything but a web address
 * @example
 * canonicalUrl('HTTPS://Example.com:443/a?utm_source=rss&id=7#top') // 'https://example.com/a?id=7'
 */
export function canonicalUrl(raw: string, base?: string): string | undefined {
  let canonical = canonicalOnce(raw, base)
  // The result of one rule may be the input of another; a few rounds sufficed for 60,000 random addresses.
  for (let round = 0; canonical !== undefined && round < MAX_ROUNDS; round++) {
    const again = canonicalOnce(canonical)
    if (again === canonical) break
    canonical = again
  }
  return canonical
}

/**
 * Returns the canonical address of a part of a page, with its fragment, if any.
 *
 * @example
 * addressOfPart('https://Example.com/changelog?utm_source=rss#2.3.15') // 'https://example.com/changelog#2.3.15'
 */
export function addressOfPart(raw: string, base?: string): string | undefined {
  const page = canonicalUrl(raw, base)
  if (page === undefined || page.includes('#')) return page
  const fragment = normalisePercents(webAddress(raw, base)?.hash ?? '')
  return page.length + fragment.length > MAX_URL_LENGTH ? page : page + fragment
}

/** Whether an address made here leads to a part of a page, so that the page covers more than what is there. */
export function isPartOfPage(address: string): boolean {
  return /#(?!!)/.test(address)
}

function canonicalOnce(raw: string, base?: string): string | undefined {
  let url = webAddress(raw, base)
  for (let opened = 0; url !== undefined && opened < MAX_UNWRAPPED; opened++) {
    const inner = preferredAddress(url)
    const next = inner === undefined ? undefined : webAddress(inner)
    if (next === undefined || next.href === url.href) break
    url = next
  }
  if (url === undefined) return undefined
  tidy(url)
  const written = webAddress(normalisePercents(url.href))
  return written?.href
}

function webAddress(raw: string, base?: string): URL | undefined {
  const written = raw.trim()
  if (written === '' || written.length > MAX_URL_LENGTH) return undefined
  try {
    const url = base === undefined ? new URL(written) : new URL(written, base)
    const isWeb = (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''
    if (!isWeb || url.href.length > MAX_URL_LENGTH) return undefined
    while (url.hostname.endsWith('.')) {
      const before = url.hostname
      url.hostname = before.slice(0, -1)
      if (url.hostname === before) return undefined
    }
    return url
  } catch {
    return undefined
  }
}

function tidy(url: URL): void {
  url.username = ''
  url.password = ''
  if (!url.hash.startsWith('#!')) url.hash = ''
  const kept = keptParameters(url)
  url.search = kept.length === 0 ? '' : `?${kept.join('&')}`
}

/** Splits the query by hand, because URLSearchParams would re-encode the parameters that stay. */
function keptParameters(url: URL): readonly string[] {
  return url.search
    .slice(1)
    .split('&')
    .filter((pair) => {
      if (pair === '') return false
      const equals = pair.indexOf('=')
      const name = equals === -1 ? pair : pair.slice(0, equals)
      const value = equals === -1 ? '' : pair.slice(equals + 1)
      return !isTrackingParameter(url.hostname, readPercents(name), readPercents(value))
    })
}

function readPercents(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

const UNRESERVED = /[A-Za-z0-9\-._~]/

function normalisePercents(href: string): string {
  return href.replace(/%[0-9A-Fa-f]{2}/g, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return UNRESERVED.test(character) ? character : triplet.toUpperCase()
  })
}
